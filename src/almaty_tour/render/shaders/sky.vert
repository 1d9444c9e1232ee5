// One triangle over the picture. Defines: LOG_DEPTH
#include "frame.glsl"
uniform mat3 rays;   // columns: right and up half extents, forward
out vec3 v_ray;

void main() {
    vec2 corner = vec2(float((gl_VertexID << 1) & 2), float(gl_VertexID & 2)) * 2.0 - 1.0;
    v_ray = rays * vec3(corner, 1.0);
    gl_Position = vec4(corner, SKY_DEPTH, 1.0);
}
