// Glass cases, an instance each. Defines: LOG_DEPTH PANES (glass, else metal)
#include "frame.glsl"
layout(location = 0) in vec3 corner;   // in half sizes; height from 0 to 1
layout(location = 1) in vec3 off;      // widths of the metal
layout(location = 2) in vec3 facing;
layout(location = 3) in vec2 thick;    // of the metal, in its widths
layout(location = 4) in vec3 foot;     // against the eye
layout(location = 5) in vec2 turned;   // cosine and sine
layout(location = 6) in vec3 half_m;   // half width, half depth, height
layout(location = 7) in float layer;

out vec3 v_relative;
out vec3 v_normal;
flat out float v_layer;
#ifndef PANES
uniform float px_per_rad;              // pixels of what is one metre wide a metre away
flat out float v_share;                // of a pixel's width that the metal takes
#endif
#ifdef LOG_DEPTH
out float v_w;
#endif

const float METAL_M = 0.007;

vec3 placed(vec3 at) { return vec3(at.x * turned.x - at.y * turned.y, at.x * turned.y + at.y * turned.x, at.z); }

void main() {
    vec3 moved = off * METAL_M;
#ifndef PANES
    // metal thinner than a pixel is drawn as wide as one, and as much fainter
    float wide_px = METAL_M * px_per_rad / max(length(foot), 0.1);
    float wider = max(1.0, 1.1 / wide_px);
    moved *= wider;
    v_share = 1.0 / wider;
#endif
    v_relative = foot + placed(corner * half_m + moved);
    v_normal = placed(facing);
    v_layer = layer;
    gl_Position = clip_position(v_relative);
#ifdef LOG_DEPTH
    v_w = gl_Position.w;
#endif
}
