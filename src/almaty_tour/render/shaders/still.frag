// Defines as in still.vert
#include "frame.glsl"
#include "depth.glsl"
#ifdef FLAT
flat in vec3 v_colour;
#else
in vec3 v_colour;
#endif
out vec4 colour;

void main() {
    colour = vec4(v_colour, 1.0);
    write_depth();
}
