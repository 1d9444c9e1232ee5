// A grid over the picture; the smooth part of the sky is worked out at its corners.
// Defines: SKY_DEPTH CLOUDS NIGHT LOG_DEPTH FINISHED (see sky.frag)
#include "frame.glsl"
#include "air.glsl"
#include "hash.glsl"
#include "clouds.glsl"
#include "sky.glsl"
#ifdef FINISHED
#include "tone.glsl"
#endif
layout(location = 0) in vec2 place;   // corners of the grid, see passes.sky
uniform mat3 rays;       // columns: right and up half extents, forward
out vec3 v_ray;
out vec3 v_sky;
#if defined(FINISHED) && defined(CLOUDS)
flat out vec3 v_bright;   // of clouds
flat out vec3 v_shade;
#endif
#ifdef CLOUDS
out vec2 v_region;
#endif

void main() {
    v_ray = rays * vec3(place, 1.0);
    vec3 ray = normalize(v_ray);
    v_sky = sky_radiance(ray);
#if defined(FINISHED) && FINISHED == 1
    v_sky = tone(v_sky + sun_disc(ray));
#endif
#ifdef CLOUDS
    v_region = cloud_region(ray);
#ifdef FINISHED
    v_bright = tone(cloud_light(false));
    v_shade = tone(cloud_light(true));
#endif
#endif
    gl_Position = vec4(place, SKY_DEPTH, 1.0);
}
