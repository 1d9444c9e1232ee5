// Red lights for aircraft, a point each. Defines: LOG_DEPTH HDR NIGHT CLOUD_SHADE WET SNOWY
#include "frame.glsl"
#include "air.glsl"
layout(location = 0) in vec3 place;   // against the eye
out vec3 v_light;
#ifdef LOG_DEPTH
out float v_w;
#endif

void main() {
    float away = length(place);
    vec3 through, added;
    air_between(place, through, added);
    // all together, a breath every three seconds; none is ever dark
    float breath = 0.65 + 0.35 * cos(clock.x * 2.0944);
    float size_px = max(0.9 * picture.y / away, 4.5);   // 0.6 m and its glow
    v_light = vec3(1.0, 0.10, 0.05) * through * (breath * clock.z * 1.6);
    gl_PointSize = size_px;
    gl_Position = clip_position(place - place * min(2.0 / away, 0.5));   // before its own lantern
#ifdef LOG_DEPTH
    v_w = gl_Position.w;
#endif
}
