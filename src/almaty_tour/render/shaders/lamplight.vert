// A square round what each lamp near the eye lights. Defines: LOG_DEPTH
#include "frame.glsl"
layout(location = 0) in vec2 corner;
layout(location = 1) in vec4 lamp;   // right, up, ahead of the eye; how far it reaches, metres
uniform vec3 lens;
flat out vec4 v_lamp;

void main() {
    v_lamp = lamp;
    float away2 = dot(lamp.xyz, lamp.xyz), reach2 = lamp.w * lamp.w;
    // seen from within the whole picture may be lit; the near half of the ball may be behind the eye
    bool within = lamp.z < lamp.w * 1.05;
    float wide = lamp.w * sqrt(away2 / max(away2 - reach2, 1e-3));
    vec2 at = ((lamp.xy + corner * wide) / max(lamp.z, 1e-3) - vec2(0.0, lens.z)) / lens.xy;
    gl_Position = vec4(within ? corner : at, 0.0, 1.0);
    if (lamp.z < -lamp.w) gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
}
