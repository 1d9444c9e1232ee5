// Tiles of the ground. Defines: LOG_DEPTH CLOUD_SHADE (clouds throw shadows)
#include "frame.glsl"
#include "air.glsl"
#include "clouds.glsl"
layout(location = 0) in vec3 position;
uniform vec3 chunk_offset;     // origin of the tile against the eye
uniform vec4 map_place;        // eye-relative metres to map coordinates: scale, offset
uniform sampler2D sun_map;     // share of the sun that the mountains let through

out vec4 v_relative;           // and the share of the sun
out vec3 v_through;
out vec3 v_added;
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
    gl_Position = clip_position(relative);
#ifdef LOG_DEPTH
    v_w = gl_Position.w;
#endif
}
