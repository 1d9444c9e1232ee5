// From exposed light to the screen. One curve for every preset: straight with a slight toe up to
// middle grey, then a shoulder (so colours keep and whites do not clip), with the display's sRGB
// in it. A ratio of polynomials in the root of the light, within 0.017 of that; one division.
vec3 tone(vec3 light) {
    vec3 s = sqrt(clamp(light, 0.0, 7.0));
    return (s * (2.284 * s + 0.496)) / (s * (2.468 * s - 0.332) + 1.0);
}
// Even noise from 0 to 1 by the place of a pixel (interleaved gradient noise, Jimenez 2014).
float gradient_noise(vec2 px) {
    return fract(52.9829189 * fract(dot(px, vec2(0.06711056, 0.00583715))));
}
#ifdef DITHER
// Half a step of 8 bits either way, so that skies have no bands.
float dither() { return (gradient_noise(gl_FragCoord.xy) - 0.5) / 255.0; }
#endif
#ifdef HDR
vec4 output_colour(vec3 light) { return vec4(light, 1.0); }
#else
vec4 output_colour(vec3 light) { return vec4(tone(light), 1.0); }
#endif
