// A bright middle and its glow. Defines: HDR LOG_DEPTH
#include "frame.glsl"
#include "tone.glsl"
#include "depth.glsl"
in vec3 v_light;
out vec4 colour;

void main() {
    vec2 off = gl_PointCoord * 2.0 - 1.0;
    float within = max(1.0 - dot(off, off), 0.0);
    vec3 light = v_light * (within * within * (0.35 + 2.0 * within * within * within));
#ifdef HDR
    colour = vec4(light, 0.0);
#else
    colour = vec4(min(light, vec3(1.0)), 0.0);
#endif
    write_depth();
}
