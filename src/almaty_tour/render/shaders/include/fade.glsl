// Pixels of a thing that fades, see scene.fading. Neighbours differ the most: the R2 sequence of
// Roberts 2018 as whole numbers, so it is the same everywhere.
flat in float v_share;

bool faded() {
    uvec2 px = uvec2(gl_FragCoord.xy);
    float rank = float((px.x * 3242174889u + px.y * 2447445414u) >> 24) * (1.0 / 256.0) + 0.002;
    return v_share < 0.0 ? rank < -v_share : rank >= v_share;
}
