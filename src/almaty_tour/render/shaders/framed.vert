// Pictures in their frames, an instance each. Defines: LOG_DEPTH CLOUD_SHADE
#include "frame.glsl"
#include "air.glsl"
#include "clouds.glsl"
layout(location = 0) in vec3 corner;   // side across, side up, depth in widths of the frame
layout(location = 1) in vec4 beyond;   // shares of passe-partout and frame; post: widths of the frame, share of its length
layout(location = 2) in vec4 facing;   // right, up, forward; 0 picture, 1 passe-partout, 2 frame
layout(location = 3) in vec3 centre;   // against the eye
layout(location = 4) in vec3 right;
layout(location = 5) in vec3 upward;
layout(location = 6) in vec4 widths;   // width, height, passe-partout, frame, metres
layout(location = 7) in vec3 more;     // length of the posts; light of its own; layer, negative for none
layout(location = 8) in vec4 paint;    // sRGB

out vec3 v_relative;
out vec3 v_normal;
out vec3 v_through;
out vec3 v_added;
out vec3 v_uv;
flat out vec3 v_paint;
flat out vec2 v_part;                  // part; light of its own
flat out float v_sun_share;
#ifdef LOG_DEPTH
out float v_w;
#endif

void main() {
    vec3 forward = cross(right, upward);
    vec2 half_m = 0.5 * widths.xy + beyond.x * widths.z + beyond.y * widths.w;
    vec2 at = corner.xy * half_m + vec2(beyond.z * widths.w, -beyond.w * more.x);
    vec3 relative = centre + right * at.x + upward * at.y + forward * (corner.z * widths.w);
    v_relative = relative;
    v_normal = right * facing.x + upward * facing.y + forward * facing.z;
    v_uv = vec3(corner.x * 0.5 + 0.5, 0.5 - corner.y * 0.5, more.z);
    v_paint = paint.rgb;
    v_part = vec2(facing.w, more.y);
    v_sun_share = 1.0;
#ifdef CLOUD_SHADE
    v_sun_share = cloud_shade(relative);
#endif
    air_between(relative, v_through, v_added);
    gl_Position = clip_position(relative);
#ifdef LOG_DEPTH
    v_w = gl_Position.w;
#endif
}
