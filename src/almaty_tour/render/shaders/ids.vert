// Object ids, for picking. Defines: INSTANCED MOVING HIDE=n LEVEL LOG_DEPTH
#include "frame.glsl"
#include "vertex.glsl"
flat out uint v_id;
#ifdef LOG_DEPTH
out float v_w;
#endif

void main() {
    vec3 relative, facing;
    place(relative, facing, v_id);
    gl_Position = clip_position(relative);
#ifdef HIDE
    if (is_hidden(v_id)) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
#endif
#ifdef LOG_DEPTH
    v_w = gl_Position.w;
#endif
}
