// Tiles of the ground. Defines: LOG_DEPTH SHADOWS SHADOW_TAPS FAR_SHADOW (see shadow.glsl)
// EVEN (light is worked out here: gentle land far from the slopes) CLOUD_SHADE (clouds throw shadows)
// FORMED (the lie of the land is read here, where it has as many corners as texels)
// COVERED TOWN (see terrain.frag; the share of the town is read here) HDR
#include "frame.glsl"
#include "air.glsl"
#include "light.glsl"
#include "shadow.glsl"
#include "clouds.glsl"
layout(location = 0) in vec3 position;
layout(location = 1) in vec3 chunk_offset;   // origin of the tile against the eye
uniform vec4 map_place;        // eye-relative metres to map coordinates: scale, offset
#ifndef HDR
uniform sampler2D sun_map;     // share of the sun that the mountains let through
#endif

out vec4 v_relative;           // and the share of the sun
out vec3 v_through;
out vec3 v_added;
#ifdef EVEN
uniform sampler2D ground_normal;
out vec3 v_sunlight;           // on the lie of the land
out vec3 v_skylight;
#endif
#ifdef FORMED
uniform sampler2D ground_normal;
out vec3 v_form;               // rise to east and north, open sky
#endif
#if defined(COVERED) && defined(TOWN) && TOWN == 1
uniform sampler2D town_map;
uniform vec4 town_place;
out float v_inside;
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
#ifdef HDR
    float share = 1.0;   // the mountains' shadow is read per pixel, or its edge has the steps of the lattice
#else
    float share = textureLod(sun_map, relative.xy * map_place.xy + map_place.zw, 0.0).r;
#endif
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
#ifdef FORMED
    vec3 form = textureLod(ground_normal, relative.xy * map_place.xy + map_place.zw, 0.0).rgb;
    vec2 coded = (form.rg * 255.0 - 128.0) / 127.0;
    v_form = vec3(coded * abs(coded) * 4.0, form.b);
#endif
#if defined(COVERED) && defined(TOWN) && TOWN == 1
    vec2 at_town = relative.xy * town_place.xy + town_place.zw;
    vec2 rim = abs(at_town - 0.5);
    v_inside = textureLod(town_map, at_town, 1.0).a * clamp((0.5 - max(rim.x, rim.y)) * 12.0, 0.0, 1.0);
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
