// A drop drawn long by its fall, or a puff of mist. Defines as in spray.vert
#include "frame.glsl"
#include "tone.glsl"
#include "depth.glsl"
in vec3 v_light;
in vec2 v_form;
out vec4 colour;

void main() {
    vec2 off = (gl_PointCoord * 2.0 - 1.0) * vec2(v_form.y, 1.0);
    float within = max(1.0 - dot(off, off), 0.0);
    float dense = v_form.x * within * within;
    colour = vec4(output_colour(v_light).rgb * dense, dense);
    write_depth();
}
