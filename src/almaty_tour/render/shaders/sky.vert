// A grid over the picture; the smooth part of the sky is worked out at its corners.
// Defines: SKY_DEPTH CLOUDS NIGHT LOG_DEPTH SUNLESS (see sky.frag)
#include "frame.glsl"
#include "air.glsl"
#include "hash.glsl"
#include "clouds.glsl"
#include "sky.glsl"
layout(location = 0) in vec2 place;   // corners of the grid, see passes.sky
uniform mat3 rays;       // columns: right and up half extents, forward
out vec3 v_ray;
out vec3 v_sky;
#ifdef CLOUDS
out vec2 v_region;
#endif

void main() {
    v_ray = rays * vec3(place, 1.0);
    v_sky = sky_radiance(normalize(v_ray));
#ifdef SUNLESS
    v_sky += sun_disc(normalize(v_ray));
#endif
#ifdef CLOUDS
    v_region = cloud_region(normalize(v_ray));
#endif
    gl_Position = vec4(place, SKY_DEPTH, 1.0);
}
