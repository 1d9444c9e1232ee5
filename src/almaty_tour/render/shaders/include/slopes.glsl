// What steep ground shows from its sides, where a picture laid from above would be stretched: rock
// and scree. Needs the sampler `relief`.

struct Face {
    vec3 bump;     // how the normal turns, east, north and up
    float tone;    // -1 in cracks to 1 on backs
#ifdef HDR
    float ledge;   // -1 under overhangs to 1 on what looks up and holds snow
#endif
};

// One picture from the east and one from the north, each shown where it is looked at squarely;
// beds lie level, so they are drawn out to the sides. `metres` is a repeat, a divisor of 4,096.
Face beside(vec2 at, float height, vec2 square, float metres, float level) {
#ifdef HDR
    const float BEDS = 1.25;
#else
    const float BEDS = 1.7;
#endif
    vec3 from_east = vec3(0.0), from_north = vec3(0.0);   // most faces are looked at from one side alone
    if (square.x > 0.05) from_east = textureLod(relief, vec2(at.y, height * BEDS) / metres, level).rgb - 0.5;
    if (square.y > 0.05) from_north = textureLod(relief, vec2(at.x, height * BEDS + 0.37 * metres) / metres, level).rgb - 0.5;
    Face face;
#ifdef HDR
    // what stands out turns away from where it rises
    face.ledge = -dot(square, vec2(from_east.g, from_north.g));
    face.bump = vec3(-square.y * from_north.r, -square.x * from_east.r, face.ledge);
#else
    face.bump = vec3(square.y * from_north.r, square.x * from_east.r, dot(square, vec2(from_east.g, from_north.g)));
#endif
    face.tone = 2.0 * dot(square, vec2(from_east.b, from_north.b));
    return face;
}

#ifdef HDR
Face added(Face face, Face more, float share) {
    return Face(face.bump + share * more.bump, face.tone + share * more.tone, face.ledge + share * more.ledge);
}
#endif

#ifdef HDR
// Couloirs and rills, which run down a slope, and the ribs between them: how the normal turns to east
// and north, and -1 in the hollows to 1 on ribs. `square` as in `beside`.
vec3 rills(vec2 at, float height, vec2 square, float pixel) {
    bool eastern = square.x > square.y;
    float along = eastern ? at.y + 61.0 : at.x;
    vec3 look = textureLod(relief, vec2(along, 0.20 * height + 0.1 * along) / 256.0, pixel + 1.0).rgb - 0.5;
    look *= smoothstep(0.0, 0.3, abs(square.x - square.y));   // or it would show where sides change
    return vec3(eastern ? vec2(0.0, -look.r) : vec2(-look.r, 0.0), 2.0 * look.b);
}

// How much a slope is looked at from the east and from the north.
vec2 squarely(vec2 rise) {
    vec2 square = rise * rise;
    square *= square;
    square = max(square - 0.3 * (square.x + square.y), 1e-6);   // few faces need looks from two sides
    return square / (square.x + square.y);
}
#endif

// `pixel`: logarithm of its metres; `rise`: of the ground, to east and north.
Face rock_face(vec2 at, float height, vec2 rise, float pixel) {
#ifdef HDR
    vec2 square = squarely(rise);
    Face face = beside(at, height, square, 512.0, pixel + 0.3);
    if (pixel < 1.2) face = added(face, beside(at, height, square, 128.0, pixel + 2.0), 0.8);   // smaller than a pixel beyond
    if (pixel < -1.5) face = added(face, beside(at, height, square, 32.0, pixel + 4.0), 0.6 * clamp(-1.5 - pixel, 0.0, 1.0));
    face.tone = 0.7 * face.tone + 0.9 * face.ledge;
#else
    // one look, from the side that it is looked at more squarely
    vec2 square = rise * rise;
    bool eastern = square.x > square.y;
    vec3 side = textureLod(relief, vec2(eastern ? at.y : at.x, height * 1.7) / 256.0, pixel + 1.2).rgb - 0.5;
    Face face = Face(eastern ? vec3(0.0, side.rg) : vec3(side.r, 0.0, side.g), 2.0 * side.b);
#endif
    return face;
}

#ifdef HDR
const float FAR_GRIT = 1.5;   // logarithm of the size of a pixel in metres, from which grain is not looked at

// Blades, stones, crumbs and slabs as `near_grain` has them, about 0, at the size where a pixel
// shows them: grass at hand, tussocks farther off, then rills and boulders. `lie` in metres.
vec4 grit_at(vec2 lie, float pixel) {
    float size = clamp(0.5 * (pixel + 10.6), 1.0, 5.0), least = min(floor(size), 4.0);
    float repeat = exp2(2.0 * least), level = pixel + 9.0 - 2.0 * least;
    float share = smoothstep(0.42, 0.58, size - least);   // mostly one look is enough
    vec4 fine = vec4(0.0), wide = vec4(0.0);
    if (share < 1.0) fine = textureLod(near_grain, lie / repeat, level);
    if (share > 0.0) wide = textureLod(near_grain, vec2(lie.y, -lie.x) / (4.0 * repeat), level - 2.0);
    return 2.0 * mix(fine, wide, share) - 1.0;
}

// The same on a slope, laid from above or, on walls, from the side.
vec4 grit_on(vec2 at, float height, vec2 rise, float pixel) {
    vec2 square = rise * rise;
    vec2 beside_it = vec2(square.x > square.y ? at.y : at.x, height);
    return grit_at(square.x + square.y > 0.9 ? beside_it : at, pixel);
}

// How much juniper covers ground so high, thickest in hollows.
float cushions_of(float height, float hollow, float stones) {
    float belt = clamp((height - 1500.0) / 400.0, 0.0, 1.0) * clamp((3150.0 - height) / 500.0, 0.0, 1.0);
    return belt * smoothstep(0.42, 0.67, hollow + 0.7 * stones);
}

// Ground that no rock shows through, `share` of it on open slopes: cushions and tussocks.
vec3 grown_over(vec3 albedo, inout float grass, vec4 grit, float share, float cushions, float woods) {
#ifdef SNOWY
    // what stands out of snow is twigs and straw, not leaves
    albedo = mix(albedo, vec3(0.150, 0.125, 0.095) * (1.0 + 0.5 * grit.r), 0.9 * woods * share);
#endif
    cushions *= share;
    albedo = mix(albedo, vec3(0.052, 0.070, 0.034) * (1.0 + 0.6 * grit.r), 0.85 * cushions);
    grass *= 1.0 - cushions;
    return albedo * (1.0 + grass * share * (0.50 * grit.r + 0.40 * grit.g));
}

// Turf of the heights is thin and grey with what died.
vec3 thinned(vec3 albedo, float grass, float height) {
    float thin = 0.38 * grass * clamp((height - 1700.0) / 700.0, 0.0, 1.0);
    return mix(albedo, vec3(0.83, 0.77, 0.65) * dot(albedo, vec3(0.25, 0.65, 0.10)), thin);
}

// Snow on slopes has edges: ledges hold it, walls shed it, shrubs stand out of it in thickets.
float held(float snow, float steep, float stone, float ledge, float thicket) {
    float bushes = smoothstep(0.17, 0.57, thicket) * clamp(steep * 3.0 - 0.9, 0.0, 1.0);
    float rough = clamp(2.5 * steep - 0.6, 0.0, 1.0);
    snow += rough * ledge - 0.60 * stone - 0.12 * smoothstep(0.75, 1.30, steep) - 0.35 * bushes;
    return mix(clamp(snow, 0.0, 1.0), smoothstep(0.22, 0.52, snow), rough);
}
#endif
