// Tiles of the ground. Defines: LOG_DEPTH SHADOWS SHADOW_TAPS FAR_SHADOW (see shadow.glsl)
// EVEN (light is worked out here: gentle land far from the slopes) CLOUD_SHADE (clouds throw shadows)
#include "frame.glsl"
#include "air.glsl"
#include "light.glsl"
#include "shadow.glsl"
#include "clouds.glsl"
layout(location = 0) in vec3 position;
layout(location = 1) in vec3 chunk_offset;   // origin of the tile against the eye
uniform vec4 map_place;        // eye-relative metres to map coordinates: scale, offset
uniform sampler2D sun_map;     // share of the sun that the mountains let through

out vec4 v_relative;           // and the share of the sun
out vec3 v_through;
out vec3 v_added;
#ifdef EVEN
uniform sampler2D ground_normal;
out vec3 v_sunlight;           // on the lie of the land
out vec3 v_skylight;
#endif
#ifdef SHADOW_PLACES
out vec4 v_far_place;
#ifndef FAR_SHADOW
out vec3 v_near_place;
#endif
#endif
#ifdef LOG_DEPTH
out float v_w;
#endif

void main() {
    vec3 relative = position + chunk_offset;
    float share = textureLod(sun_map, relative.xy * map_place.xy + map_place.zw, 0.0).r;
#ifdef CLOUD_SHADE
    share *= cloud_shade(relative);
#endif
    v_relative = vec4(relative, share);
    air_between(relative, v_through, v_added);
#ifdef EVEN
    vec4 form = textureLod(ground_normal, relative.xy * map_place.xy + map_place.zw, 1.0);
    vec2 coded = (form.rg * 255.0 - 128.0) / 127.0;
    vec3 n = normalize(vec3(-coded * abs(coded) * 4.0, 1.0));
    v_sunlight = light_colour(relative.z + haze.w) * (0.3183 * share * max(dot(n, light.xyz), 0.0));
    v_skylight = sky_light(n) * form.b;
#endif
#ifdef SHADOW_PLACES
    vec3 place = light_space(relative + vec3(0.0, 0.0, 0.05));
    v_far_place = far_place(place);
#ifndef FAR_SHADOW
    v_near_place = near_place(place);
#endif
#endif
    gl_Position = clip_position(relative);
#ifdef LOG_DEPTH
    v_w = gl_Position.w;
#endif
}
