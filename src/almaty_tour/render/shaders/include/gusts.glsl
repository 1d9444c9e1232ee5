// Where wind ruffles a lake, as seen from afar: 0 where it lies calm to 1. Needs soft_noise.glsl.
// Patches drift with the wind; near by waves themselves show it. `at` in metres.
float gusts(vec2 at, float away2) {
    at += vec2(0.9, 0.4) * clock.x;
    at += vec2(17.0, 9.0) * sin(at.yx / vec2(67.0, 83.0) + 1.6 * sin(at / 41.0));
    vec2 lie = vec2(at.x + 0.6 * at.y, 0.6 * at.x - at.y);   // they are long across the valley
    float field = 0.66 * soft_noise(lie / vec2(420.0, 130.0)) + 0.34 * soft_noise(lie / vec2(90.0, 31.0));
    return smoothstep(0.26, 0.84, field) * smoothstep(1.0e4, 9.0e4, away2);
}
