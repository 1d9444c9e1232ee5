// Object ids. Defines: LOG_DEPTH
#include "frame.glsl"
#include "depth.glsl"
flat in uint v_id;
out uint id;

void main() {
    id = v_id;
    write_depth();
}
