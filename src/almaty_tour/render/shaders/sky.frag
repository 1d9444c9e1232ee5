// The sky behind everything. FINISHED (the sky without clouds is mapped to the screen at the corners of
// the grid; 2: here, near the sun). Defines: NIGHT STREAKS (lit from below at dusk) CLOUDS (levels of cloud) DITHER HDR LOG_DEPTH
#include "frame.glsl"
#include "air.glsl"
#include "hash.glsl"
#include "clouds.glsl"
#include "sky.glsl"
#include "tone.glsl"

in vec3 v_ray;
in vec3 v_sky;
#if defined(FINISHED) && defined(CLOUDS)
flat in vec3 v_bright;
flat in vec3 v_shade;
#endif
#ifdef CLOUDS
in vec2 v_region;
#endif
out vec4 colour;

void main() {
#ifdef FINISHED
#if FINISHED == 2
    colour = vec4(tone(v_sky + sun_disc(normalize(v_ray))), 1.0);
#else
    colour = vec4(v_sky, 1.0);
#endif
#ifdef CLOUDS
    vec2 cloud = cloud_before(v_ray, v_region);
    colour.rgb = mix(colour.rgb, mix(v_bright, v_shade, cloud.y), cloud.x);
#endif
#else
    vec3 ray = normalize(v_ray);
    vec3 light_sum = v_sky + sun_disc(ray);
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
#endif
#if defined(DITHER) && !defined(HDR)
    colour.rgb += dither(gl_FragCoord.xy);
#endif
#ifdef LOG_DEPTH
    gl_FragDepth = 0.0;
#endif
}
