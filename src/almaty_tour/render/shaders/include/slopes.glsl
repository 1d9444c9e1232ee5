// What steep ground shows from its sides, where a picture laid from above would be stretched: rock
// and scree. Needs the sampler `relief`.

struct Face {
    vec3 bump;     // how the normal turns, east, north and up
    float tone;    // -1 in cracks to 1 on backs
};

// One picture from the east and one from the north, each shown where it is looked at squarely;
// beds lie level, so they are drawn out to the sides. `metres` is a repeat, a divisor of 4,096.
Face beside(vec2 at, float height, vec2 square, float metres, float level) {
    vec3 from_east = vec3(0.0), from_north = vec3(0.0);   // most faces are looked at from one side alone
    if (square.x > 0.05) from_east = textureLod(relief, vec2(at.y, height * 1.7) / metres, level).rgb - 0.5;
    if (square.y > 0.05) from_north = textureLod(relief, vec2(at.x, height * 1.7 + 0.37 * metres) / metres, level).rgb - 0.5;
    Face face;
    face.bump = vec3(square.y * from_north.r, square.x * from_east.r, dot(square, vec2(from_east.g, from_north.g)));
    face.tone = 2.0 * dot(square, vec2(from_east.b, from_north.b));
    return face;
}

// `pixel`: logarithm of its metres; `rise`: of the ground, to east and north.
Face rock_face(vec2 at, float height, vec2 rise, float pixel) {
    vec2 square = rise * rise;
#ifdef HDR
    square *= square;
    square /= square.x + square.y + 1e-6;
    Face face = beside(at, height, square, 512.0, pixel + 0.3);
    face.bump *= 0.8;
    face.tone *= 0.7;
    if (pixel < 2.0) {   // smaller than a pixel beyond
        Face fine = beside(at, height, square, 128.0, pixel + 2.0);
        face.bump += 0.8 * fine.bump;
        face.tone += 0.6 * fine.tone;
    }
#else
    // one look, from the side that it is looked at more squarely
    bool eastern = square.x > square.y;
    vec3 side = textureLod(relief, vec2(eastern ? at.y : at.x, height * 1.7) / 256.0, pixel + 1.2).rgb - 0.5;
    Face face = Face(eastern ? vec3(0.0, side.rg) : vec3(side.r, 0.0, side.g), 2.0 * side.b);
#endif
    return face;
}
