// The sky behind everything. Defines: SUNLESS (so far from the sun that its aureole is worked out per vertex) NIGHT STREAKS (lit from below at dusk) CLOUDS (levels of cloud) DITHER HDR LOG_DEPTH
#include "frame.glsl"
#include "air.glsl"
#include "hash.glsl"
#include "clouds.glsl"
#include "sky.glsl"
#include "tone.glsl"

in vec3 v_ray;
in vec3 v_sky;
#ifdef CLOUDS
in vec2 v_region;
#endif
out vec4 colour;

void main() {
#if defined(SUNLESS) && !defined(NIGHT)
    vec3 ray = v_ray;   // of any length
#else
    vec3 ray = normalize(v_ray);
#endif
    vec3 light_sum = v_sky;
#ifndef SUNLESS
    light_sum += sun_disc(ray);
#endif
#ifdef NIGHT
    light_sum += stars(ray) + moon_disc(ray);
#endif
#ifdef STREAKS
    light_sum = with_streaks(light_sum, ray);
#endif
#ifdef CLOUDS
    light_sum = with_clouds(light_sum, ray, v_region, CLOUDS > 1 ? gradient_noise(gl_FragCoord.xy) : 0.5);
#endif
    colour = output_colour(light_sum);
#if defined(DITHER) && !defined(HDR)
    colour.rgb += dither();
#endif
#ifdef LOG_DEPTH
    gl_FragDepth = 0.0;
#endif
}
