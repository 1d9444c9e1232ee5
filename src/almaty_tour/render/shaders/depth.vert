// Depth alone, for shadow maps. Defines: INSTANCED MOVING HIDE=n
#include "vertex.glsl"
uniform mat4 light_matrix;

void main() {
    vec3 relative, facing;
    uint id;
    place(relative, facing, id);
    gl_Position = light_matrix * vec4(relative, 1.0);
#ifdef HIDE
    if (is_hidden(id)) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
#endif
}
