// Lamps of the town from near to far, a point each with its glow. Defines: as in beacons.vert
#include "frame.glsl"
#include "air.glsl"
layout(location = 0) in vec4 lamp;   // against the eye; how far it shines, metres
out vec3 v_light;
#ifdef LOG_DEPTH
out float v_w;
#endif

void main() {
    float away = length(lamp.xyz);
    vec3 through, added;
    air_between(lamp.xyz, through, added);
    float size_px = lamp.w * 0.14 * picture.y / away;
    gl_PointSize = clamp(size_px, 4.0, 72.0);
    float near = clamp(away / 60.0, 0.15, 1.0);   // at hand the lamp itself is seen
    v_light = vec3(1.0, 0.62, 0.28) * through * (clock.z * 0.42 * near * min(size_px / 4.0, 1.0));
    gl_Position = clip_position(lamp.xyz - lamp.xyz * min(1.0 / away, 0.5));
#ifdef LOG_DEPTH
    v_w = gl_Position.w;
#endif
}
