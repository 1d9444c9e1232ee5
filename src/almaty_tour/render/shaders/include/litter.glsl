// Fallen leaves on the ground, `horizon.a` of them. Needs hash.glsl.

// `at` metres; `share` of the ground may be covered, thick under trees and thin between them.
vec3 littered(vec3 albedo, vec2 at, float share) {
    const float LEAF_M = 0.125;   // 4,096 m, after which places repeat, are whole cells
    float drift = sin(at.x * 0.33 + 1.9 * sin(at.y * 0.21)) * sin(at.y * 0.27 + 1.3 * sin(at.x * 0.17));
    float cover = share * horizon.a * (0.62 + 0.36 * drift);
    vec2 cell = at / LEAF_M;
    vec2 wide = fwidth(cell);
    uint h = hash(uint(int(floor(cell.x)) + 65536) * 73856093u ^ uint(int(floor(cell.y)) + 65536) * 19349663u);
    vec4 luck = vec4(float(h & 255u), float((h >> 8) & 255u), float((h >> 16) & 255u), float(h >> 24)) / 255.0;
    vec2 off = fract(cell) - 0.5 - (luck.xy - 0.5) * 0.4;
    off = vec2(off.x + (luck.z - 0.5) * off.y, off.y - (luck.w - 0.5) * off.x);
    float leaf = luck.w < cover * 1.6 ? smoothstep(0.26, 0.17, dot(off, off) * (0.8 + 0.7 * luck.z)) : 0.0;
    leaf = mix(leaf, min(cover, 1.0) * 0.6, clamp(1.5 * max(wide.x, wide.y) - 0.5, 0.0, 1.0));
    vec3 tint = mix(vec3(0.66, 0.40, 0.055), vec3(0.36, 0.16, 0.045), luck.z * luck.z);
    return mix(albedo, mix(tint, vec3(0.51, 0.28, 0.05), clamp(max(wide.x, wide.y), 0.0, 1.0)), leaf);
}
