// Snow near the eye: drifts, ripples of the wind, what feet have trodden. Needs the samplers
// `relief` and `near_grain`.

struct Drift {
    vec2 bump;     // how the normal turns, east and north
    float tone;    // of the snow's brightness, about 0
    float trodden; // 0 to 1
};

// `pixel`: logarithm of its metres; `walked`: share of the ground where people walk; `wild`: the
// wind has its way. `at` repeats every 4,096 m, as `eye` does.
Drift drifted(vec2 at, float pixel, float walked, float wild) {
    Drift lie;
    vec3 broad = textureLod(relief, at / 64.0, pixel + 3.0).rgb - 0.5;
    // ripples lie across the wind from the west
    vec3 ripple = textureLod(relief, vec2(at.x + 0.25 * at.y, 0.25 * at.y - 0.0625 * at.x) / 8.0, pixel + 5.2).rgb - 0.5;
    float windy = 0.35 + 0.65 * wild;
    lie.bump = 0.42 * broad.rg + vec2(0.26, 0.08) * windy * ripple.rg;
    lie.tone = 0.10 * broad.b + 0.05 * ripple.b;
    lie.trodden = 0.0;
    if (wild < 1.0) {
        // ways of single walkers wind along the heights of a broad relief
        vec3 way = textureLod(relief, (at + 31.0) / 128.0, max(pixel + 2.0, 2.2)).rgb - 0.5;
        float aside = abs(way.b) / max(length(way.rg), 0.05);
        float trail = (1.0 - wild) * (1.0 - walked) * smoothstep(0.13, 0.05, aside) * smoothstep(0.06, 0.14, length(way.rg));
        lie.trodden = clamp(walked * (0.75 + 0.9 * broad.b) + 0.8 * trail, 0.0, 1.0);
    }
    if (lie.trodden > 0.0) {
        vec4 prints = textureLod(near_grain, at / 2.0, pixel + 8.4) * 2.0 - 1.0;
        lie.bump = mix(lie.bump, 0.4 * lie.bump + 0.34 * prints.rg, lie.trodden);
        lie.tone += lie.trodden * (0.16 * prints.g - 0.16);
    }
    return lie;
}
