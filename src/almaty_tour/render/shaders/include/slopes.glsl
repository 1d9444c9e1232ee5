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

// `pixel`: logarithm of its metres; `rise`: of the ground, to east and north.
Face rock_face(vec2 at, float height, vec2 rise, float pixel) {
    vec2 square = rise * rise;
#ifdef HDR
    square *= square;
    square /= square.x + square.y + 1e-6;
    Face face = beside(at, height, square, 512.0, pixel + 0.3);
    if (pixel < 2.0) face = added(face, beside(at, height, square, 128.0, pixel + 2.0), 0.8);   // smaller than a pixel beyond
    if (pixel < -1.0) face = added(face, beside(at, height, square, 32.0, pixel + 4.0), 0.6 * clamp(-1.0 - pixel, 0.0, 1.0));
    face.tone = 0.7 * face.tone + 0.9 * face.ledge;
#else
    // one look, from the side that it is looked at more squarely
    bool eastern = square.x > square.y;
    vec3 side = textureLod(relief, vec2(eastern ? at.y : at.x, height * 1.7) / 256.0, pixel + 1.2).rgb - 0.5;
    Face face = Face(eastern ? vec3(0.0, side.rg) : vec3(side.r, 0.0, side.g), 2.0 * side.b);
#endif
    return face;
}

#ifdef HDR
// Blades, stones, crumbs and slabs as `near_grain` has them, about 0, at the size where a pixel
// shows them: grass at hand, tussocks farther off, then rills and boulders. `lie` in metres.
vec4 grit_at(vec2 lie, float pixel) {
    float size = clamp(0.5 * (pixel + 10.6), 1.0, 5.0), least = min(floor(size), 4.0);
    float repeat = exp2(2.0 * least), level = pixel + 9.0 - 2.0 * least;
    vec4 fine = textureLod(near_grain, lie / repeat, level);
    vec4 wide = textureLod(near_grain, vec2(lie.y, -lie.x) / (4.0 * repeat), level - 2.0);
    return 2.0 * mix(fine, wide, size - least) - 1.0;
}
#endif
