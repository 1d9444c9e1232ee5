// Small waves on still water that run with the wind, in gusts. Each fades where it is below a
// pixel, the short ones first, until water far off is a mirror.
vec3 rippled(vec3 n, vec2 at, float away2) {
    vec2 bent = at + vec2(1.4, 0.5) * sin(at.y * 0.39 + clock.x * 0.31 + 2.0 * sin(at.x * 0.083))
        + vec2(-0.4, 1.1) * sin(at.x * 0.53 - clock.x * 0.23);   // no crest is straight
    float gust = 0.6 + 0.4 * sin(at.x * 0.021 + 1.9 * sin(at.y * 0.013)) * sin(at.y * 0.017 + 1.3);
    vec2 slope = vec2(0.50, 0.40) * (cos(dot(bent, vec2(0.75, 0.58)) + clock.x * 1.9) / (1.0 + away2 * 6e-6))
        + vec2(0.80, 0.60) * (cos(dot(bent, vec2(2.9, 2.2)) + clock.x * 3.1) / (1.0 + away2 * 6e-5))
        + vec2(-0.45, 0.89) * (cos(dot(bent, vec2(-2.3, 4.6)) + clock.x * 4.3) / (1.0 + away2 * 1.5e-4))
        + vec2(0.98, -0.17) * (cos(dot(bent, vec2(8.9, -1.6)) + clock.x * 6.2) / (1.0 + away2 * 4e-4));
    return normalize(n + vec3(slope * (0.018 * gust), 0.0));
}
