// What feet stand on before landmarks: slabs with tones of their own, mown lawns. What is finer than
// a pixel is left out. Needs hash.glsl and soft_noise.glsl.

// Slabs of 0.5 m. `cell` counts them, `wide` of them a pixel; `broad` and `stain`: soft noise.
vec3 slabs(vec3 stone, vec2 cell, vec2 spread, float broad, float stain, inout float roughness) {
    const float BAND = 14.0;   // a row of darker slabs after so many
    float wide = max(spread.x, spread.y);
    float fine = clamp(1.5 - 1.2 * wide, 0.0, 1.0);
    uint h = hash(uint(int(floor(cell.x)) + 65536) * 73856093u ^ uint(int(floor(cell.y)) + 65536) * 19349663u);
    vec2 luck = vec2(float(h & 255u), float((h >> 8) & 255u)) / 255.0 - 0.5;
    float other = (h & 0x1f0000u) == 0u ? 0.22 : 0.0;   // some were laid anew
    stone *= 1.0 + fine * ((0.26 * luck.x + other) + 0.05 * luck.y * vec3(1.0, 0.0, -1.0));
    vec2 row = abs(mod(cell, BAND) - 0.5);
    vec2 band = clamp((0.5 - min(row, BAND - row)) / max(spread, vec2(0.05)) + 0.5, 0.0, 1.0);
    stone *= 1.0 - 0.28 * mix(max(band.x, band.y), 1.0 / BAND, smoothstep(0.8, 2.5, wide));
    stone *= (0.86 + 0.28 * broad) * (1.0 - 0.26 * smoothstep(0.80, 1.15, stain) * clamp(2.0 - 0.5 * wide, 0.0, 1.0));
    roughness -= 0.45 * smoothstep(0.25, 0.75, broad + 0.3 * luck.y * fine);   // feet polish it
    return stone;
}

// Stripes of the mower, tones in patches, clover; `blades` is about 1, `wide` metres a pixel.
vec3 mown(vec3 grass, vec2 at, float wide, float patchy, float clumps, float blades) {
    float stripe = clamp(2.5 * sin(at.x * 2.1), -1.0, 1.0) * clamp(1.6 - 1.2 * wide, 0.0, 1.0);
    float clover = smoothstep(0.62, 0.80, clumps) * smoothstep(0.75, 1.0, patchy) * clamp(1.5 - 2.0 * wide, 0.0, 1.0);
    vec3 tone = mix(vec3(0.80, 0.92, 0.72), vec3(1.34, 1.12, 0.95), smoothstep(0.35, 1.15, patchy));
    return grass * tone * (1.0 + 0.09 * stripe) * (0.25 + 0.75 * blades) * mix(vec3(1.0), vec3(0.62, 0.84, 0.78), clover);
}

// `uv` counts repeats of the texture, 4 m, whose modulation is `grain`.
vec3 underfoot(vec3 albedo, vec3 grain, vec2 uv, inout float roughness) {
    vec2 at = uv * 4.0, spread = fwidth(uv);
    float broad = soft_noise(at / 9.0), middle = soft_noise(at.yx / 2.2), fine = soft_noise(at / 0.75);
    if (roughness > 0.97) return mown(albedo, at, 4.0 * max(spread.x, spread.y), broad + 0.5 * middle, fine, dot(grain, vec3(0.3333)));
    if (roughness > 0.90) return albedo * grain;
    return slabs(albedo * grain, uv * 8.0, spread * 8.0, broad, middle + 0.5 * fine, roughness);
}
