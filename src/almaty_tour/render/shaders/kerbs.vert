// Kerbs and rims of aryks: bars on the ground, an instance each. Defines: LOG_DEPTH CLOUD_SHADE
#include "frame.glsl"
#include "air.glsl"
#include "clouds.glsl"
layout(location = 0) in vec3 corner;   // along 0..1, across -1..1, up 0..1
layout(location = 1) in vec3 facing;   // in the same frame
layout(location = 2) in vec3 from;     // metres from the anchor
layout(location = 3) in vec3 to;
layout(location = 4) in vec2 size;     // half width, height
layout(location = 5) in vec4 paint;    // sRGB
uniform vec3 chunk_offset;             // the anchor against the eye
uniform vec2 reach_and_share;          // metres from the eye where they lie flat; share of the sun

out vec3 v_relative;
out vec3 v_normal;
out vec3 v_through;
out vec3 v_added;
flat out vec3 v_paint;
flat out float v_sun_share;
#ifdef LOG_DEPTH
out float v_w;
#endif

void main() {
    vec2 ahead = normalize(to.xy - from.xy);
    vec2 left = vec2(-ahead.y, ahead.x);
    vec3 relative = mix(from, to, corner.x) + chunk_offset;
    float upright = clamp((reach_and_share.x - length(relative.xy)) * 0.1, 0.0, 1.0);
    relative.xy += left * (corner.y * size.x) + ahead * ((corner.x - 0.5) * 0.12);
    relative.z += size.y * corner.z * upright;
    v_relative = relative;
    v_normal = vec3(ahead * facing.x + left * facing.y, facing.z);
    v_paint = paint.rgb;
    v_sun_share = reach_and_share.y;
#ifdef CLOUD_SHADE
    v_sun_share *= cloud_shade(relative);
#endif
    air_between(relative, v_through, v_added);
    gl_Position = clip_position(relative);
#ifdef LOG_DEPTH
    v_w = gl_Position.w;
#endif
}
