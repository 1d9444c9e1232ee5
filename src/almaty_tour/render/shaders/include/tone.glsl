// From exposed light to the screen. One curve for every preset: after Hejl and
// Burgess-Dawson, which holds the display's gamma already, so it costs one division.
vec3 tone(vec3 light) {
    vec3 x = max(light - 0.004, vec3(0.0));
    return (x * (6.2 * x + 0.5)) / (x * (6.2 * x + 1.7) + 0.06);
}
#ifdef HDR
vec4 output_colour(vec3 light) { return vec4(light, 1.0); }
#else
vec4 output_colour(vec3 light) { return vec4(tone(light), 1.0); }
#endif
