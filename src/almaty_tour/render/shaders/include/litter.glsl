// What lies and grows on the ground: fallen leaves, `horizon.a` of them, or in spring dandelions and
// petals, as many as it is below 0. Needs hash.glsl.

// `at` metres; `share` of the ground may be covered, thick under trees and thin between them.
vec3 littered(vec3 albedo, vec2 at, float share) {
    const float LEAF_M = 0.125;   // 4,096 m, after which places repeat, are whole cells
    float drift = sin(at.x * 0.33 + 1.9 * sin(at.y * 0.21)) * sin(at.y * 0.27 + 1.3 * sin(at.x * 0.17));
    float cover = share * max(horizon.a, 0.0) * (0.62 + 0.36 * drift);
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

#ifdef MEADOW
// Grass in tufts with dandelions in drifts and white petals between them; `pixel` as `pixel_size` has it.
vec3 meadow(vec3 albedo, vec2 at, float grass, float pixel) {
    float drift = 0.5 + 0.5 * sin(at.x * 0.41 + 1.7 * sin(at.y * 0.29)) * sin(at.y * 0.37 + 1.4 * sin(at.x * 0.23));
    float share = -horizon.a * grass;
    vec3 yellow = vec3(0.80, 0.56, 0.02), white = vec3(0.80, 0.74, 0.74);
    vec3 far = mix(albedo, yellow, share * 0.10 * drift * drift);
    if (pixel > -3.0) return far;
    vec2 tuft = at / 0.5;
    uint t = hash(uint(int(floor(tuft.x)) + 65536) * 73856093u ^ uint(int(floor(tuft.y)) + 65536) * 19349663u);
    vec2 aside = fract(tuft) - 0.5 - (vec2(float(t & 255u), float((t >> 8) & 255u)) / 255.0 - 0.5) * 0.5;
    float blade = smoothstep(0.30, 0.02, dot(aside, aside)) * float((t >> 16) & 255u) / 255.0;
    vec3 near = albedo * (1.0 + share * (1.1 * blade - 0.34) * vec3(0.9, 1.0, 0.7));
#ifdef HDR
    // what orchards have shed lies in drifts
    float shed = sin(at.x * 0.83 + 2.1 * sin(at.y * 0.47)) * sin(at.y * 0.71 + 1.7 * sin(at.x * 0.53));
    float petals = 0.10 + 0.45 * smoothstep(0.15, 0.9, shed);
    far = mix(far, vec3(0.72, 0.62, 0.64), share * 0.16 * smoothstep(0.15, 0.9, shed));
#else
    const float petals = 0.10;
#endif
    vec2 cell = at / 0.125;
    uint h = hash(uint(int(floor(cell.x)) + 65536) * 19349663u ^ uint(int(floor(cell.y)) + 65536) * 83492791u);
    vec2 off = fract(cell) - 0.5 - (vec2(float(h & 255u), float((h >> 8) & 255u)) / 255.0 - 0.5) * 0.5;
    float luck = float((h >> 16) & 1023u) / 1023.0;
    float flower = luck < share * 0.34 * drift * drift ? 1.0 : 0.0, petal = luck > 1.0 - petals * share ? 1.0 : 0.0;
    float head = smoothstep(0.085, 0.03, dot(off, off) * (0.8 + 2.0 * petal));
    near = mix(near, petal > 0.0 ? white : yellow, head * max(flower, petal));
    return mix(near, far, smoothstep(-5.2, -3.0, pixel));
}
#endif
