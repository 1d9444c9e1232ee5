// What feet stand on before landmarks: slabs with tones of their own, mown lawns. `uv` counts repeats
// of the texture, 4 m; what is finer than a pixel is left out. Needs hash.glsl and gusts.glsl.

// Slabs of the texture are 0.5 m.
vec3 slabs(vec3 stone, vec2 uv, inout float roughness) {
    const float BAND = 14.0;   // a row of darker slabs after so many
    vec2 cell = uv * 8.0, spread = fwidth(cell);
    float wide = max(spread.x, spread.y);
    float fine = clamp(1.5 - 1.2 * wide, 0.0, 1.0);
    uint h = hash(uint(int(floor(cell.x)) + 65536) * 73856093u ^ uint(int(floor(cell.y)) + 65536) * 19349663u);
    vec2 luck = vec2(float(h & 255u), float((h >> 8) & 255u)) / 255.0 - 0.5;
    float other = (h & 0x1f0000u) == 0u ? 0.22 : 0.0;   // some were laid anew
    stone *= 1.0 + fine * (0.26 * luck.x + other) * vec3(1.0, 1.0, 0.96) + fine * 0.05 * luck.y * vec3(1.0, 0.0, -1.0);
    vec2 row = abs(mod(cell, BAND) - 0.5);
    vec2 band = clamp((0.5 - min(row, BAND - row)) / max(spread, vec2(0.05)) + 0.5, 0.0, 1.0);
    stone *= 1.0 - 0.30 * mix(max(band.x, band.y), 1.0 / BAND, smoothstep(0.8, 2.5, wide)) * vec3(0.85, 1.0, 1.05);
    vec2 at = uv * 4.0;
    float worn = soft_noise(at / 11.0), stain = soft_noise(at / 2.7) + 0.5 * soft_noise(at / 0.7);
    stone *= (0.86 + 0.28 * worn) * (1.0 - 0.26 * smoothstep(0.80, 1.15, stain) * clamp(2.0 - 0.5 * wide, 0.0, 1.0));
    roughness -= 0.45 * smoothstep(0.25, 0.75, worn + 0.3 * luck.y * fine);   // feet polish it
    return stone;
}

// Stripes of the mower, tones in patches, clover; `blades` is about 1.
vec3 mown(vec3 grass, vec2 uv, float blades) {
    vec2 at = uv * 4.0, spread = fwidth(at);
    float wide = max(spread.x, spread.y);
    float stripe = clamp(2.5 * sin(at.x * 2.1), -1.0, 1.0) * clamp(1.6 - 1.2 * wide, 0.0, 1.0);
    float patch_of = soft_noise(at / 6.5) + 0.5 * soft_noise(at.yx / 1.7);
    float clover = smoothstep(0.62, 0.80, soft_noise(at / 0.8)) * smoothstep(0.75, 1.0, patch_of) * clamp(1.5 - 2.0 * wide, 0.0, 1.0);
    vec3 tone = mix(vec3(0.80, 0.92, 0.72), vec3(1.34, 1.12, 0.95), smoothstep(0.35, 1.15, patch_of));
    grass *= tone * (1.0 + 0.09 * stripe) * (0.25 + 0.75 * blades);
    return mix(grass, grass * vec3(0.62, 0.84, 0.78), clover);
}
