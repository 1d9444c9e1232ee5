// Depth alone; CUT as in depth.vert.
#ifdef CUT
uniform sampler2DArray layers;
in vec3 v_uv;
flat in float v_cut;

void main() {
    if (texture(layers, v_uv).a < v_cut) discard;
}
#else
void main() {}
#endif
