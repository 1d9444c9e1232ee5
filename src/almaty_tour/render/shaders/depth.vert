// Depth alone, for shadow maps. Defines: INSTANCED MOVING HIDE=n, CUT (leaves have holes)
#include "hash.glsl"
#include "vertex.glsl"
uniform mat4 light_matrix;
#ifdef CUT
uniform sampler2D materials;   // three texels a row, see render.materials
out vec3 v_uv;
flat out float v_cut;

// What of a texture is no leaf; the body of a crown lets spots of light through.
float cut_of(float class_number, float cut) {
    if (class_number < 4.5 || class_number > 5.5) return cut;
    int phase = 8;
#ifdef INSTANCED
    phase = int(hash(instance_seed) >> 28);
#endif
    float leaves = texelFetch(materials, ivec2(3 + phase, int(material)), 0).a;
    return mix(cut > 0.0 ? 0.8 : 0.6, cut > 0.0 ? cut : 0.36, leaves);
}
#endif

void main() {
    vec3 relative, facing;
    uint id;
    place(relative, facing, id);
    gl_Position = light_matrix * vec4(relative, 1.0);
#ifdef CUT
    vec4 row2 = texelFetch(materials, ivec2(2, int(material)), 0);
    v_uv = vec3(uv * row2.y, row2.x);
    float cut = row2.w < 1.0 ? row2.w : 0.0;   // from 1 on it counts coats
    v_cut = cut_of(texelFetch(materials, ivec2(0, int(material)), 0).a, cut);
#endif
#ifdef HIDE
    if (is_hidden(id)) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
#endif
}
