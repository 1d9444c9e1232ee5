// Tiles of the ground. Defines: LOG_DEPTH SHADOWS=n IDS
#include "frame.glsl"
#include "air.glsl"
#include "shadow.glsl"
layout(location = 0) in vec3 position;
uniform vec3 chunk_offset;     // origin of the tile against the eye
uniform vec4 map_place;        // world metres to map coordinates: scale x, y, offset of the tile
uniform vec4 town_place;

uniform sampler2D sun_map;     // share of the sun that the mountains let through

out vec2 v_map;
out vec2 v_town;
out vec3 v_relative;
out vec3 v_light_place;
out vec3 v_through;
out vec3 v_added;
out vec3 v_sunlight;
#ifdef LOG_DEPTH
out float v_w;
#endif

void main() {
    vec3 relative = position + chunk_offset;
    v_relative = relative;
    v_map = position.xy * map_place.xy + map_place.zw;
    v_town = position.xy * town_place.xy + town_place.zw;
    air_between(relative, v_through, v_added);
    v_light_place = light_space(relative + vec3(0.0, 0.0, 0.05));
    float share = textureLod(sun_map, v_map, 0.0).r;
    v_sunlight = light_colour(position.z) * (0.3183 * share);
    gl_Position = clip_position(relative);
#ifdef LOG_DEPTH
    v_w = gl_Position.w;
#endif
}
