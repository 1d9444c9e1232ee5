// Stills: corners bring their light. Defines: FLAT (a triangle has one colour) HIDE=n LEVEL LOG_DEPTH
#include "frame.glsl"
#include "vertex.glsl"
#ifdef FLAT
flat out vec3 v_colour;
#else
out vec3 v_colour;
#endif
#ifdef LOG_DEPTH
out float v_w;
#endif

void main() {
    v_colour = tint.rgb;
    gl_Position = clip_position(position + chunk_offset);
#ifdef HIDE
    if (is_hidden(object_id)) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
#endif
#ifdef LOG_DEPTH
    v_w = gl_Position.w;
#endif
}
