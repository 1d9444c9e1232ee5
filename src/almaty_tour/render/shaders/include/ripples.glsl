// Small waves on still water that run with the wind, in gusts. Each fades where it is below a
// pixel, the short ones first, until water far off is a mirror. Defines: FINE_RIPPLES (waves down
// to a hand's breadth, so that what is mirrored breaks into fine lines)
vec3 rippled(vec3 n, vec2 at, float away2) {
    vec2 bent = at + vec2(1.4, 0.5) * sin(at.y * 0.39 + clock.x * 0.31 + 2.0 * sin(at.x * 0.083))
        + vec2(-0.4, 1.1) * sin(at.x * 0.53 - clock.x * 0.23);   // no crest is straight
    float gust = 0.6 + 0.4 * sin(at.x * 0.021 + 1.9 * sin(at.y * 0.013)) * sin(at.y * 0.017 + 1.3);
#ifdef FINE_RIPPLES
    const vec4 SHARE = vec4(0.45, 0.45, 0.60, 0.70);
#else
    const vec4 SHARE = vec4(1.0);
#endif
    vec2 slope = vec2(0.50, 0.40) * (SHARE.x * cos(dot(bent, vec2(0.75, 0.58)) + clock.x * 1.9) / (1.0 + away2 * 6e-6))
        + vec2(0.80, 0.60) * (SHARE.y * cos(dot(bent, vec2(2.9, 2.2)) + clock.x * 3.1) / (1.0 + away2 * 6e-5))
        + vec2(-0.45, 0.89) * (SHARE.z * cos(dot(bent, vec2(-2.3, 4.6)) + clock.x * 4.3) / (1.0 + away2 * 1.5e-4))
        + vec2(0.98, -0.17) * (SHARE.w * cos(dot(bent, vec2(8.9, -1.6)) + clock.x * 6.2) / (1.0 + away2 * 4e-4));
#ifdef FINE_RIPPLES
    // five more octaves, each in a direction of its own and pushed about by the one before
    float lean = 1.3 * sin(dot(at, vec2(3.1, -4.7)) + clock.x * 2.6 + sin(at.x * 1.7));
    vec3 fine = vec3(1.0) / (1.0 + away2 * vec3(8e-4, 1.6e-3, 4e-3));
    slope += vec2(0.35, 0.94) * (0.95 * fine.x * cos(dot(at, vec2(4.3, 11.5)) + lean + clock.x * 7.5))
        + vec2(-0.72, 0.69) * (0.80 * fine.x * cos(dot(at, vec2(-13.9, 13.3)) + 1.7 * lean - clock.x * 9.6))
        + vec2(0.53, 0.85) * (0.75 * fine.y * cos(dot(at, vec2(15.1, 24.3)) - 2.1 * lean + clock.x * 11.9))
        + vec2(-0.24, 0.97) * (0.60 * fine.z * cos(dot(at, vec2(-11.2, 45.4)) + 2.9 * lean + clock.x * 15.2))
        + vec2(0.86, 0.51) * (0.50 * fine.z * cos(dot(at, vec2(61.0, 36.0)) - 3.7 * lean + clock.x * 18.8));
#endif
    return normalize(n + vec3(slope * (0.018 * gust), 0.0));
}
