// What a lamp adds to what the sky lights there already: the share of its light in that of the sky,
// for the picture is multiplied. Defines: LOG_DEPTH
#include "frame.glsl"
#include "behind.glsl"
flat in vec4 v_lamp;
out vec4 colour;

void main() {
    ivec2 px = ivec2(gl_FragCoord.xy);
    vec3 here = place_at(px);
    vec3 to = v_lamp.xyz - here;
    float away2 = dot(to, to), near = max(1.0 - away2 / (v_lamp.w * v_lamp.w), 0.0);
    vec3 beside = place_at(px + ivec2(1, 0)) - here, above = place_at(px + ivec2(0, 1)) - here;
    vec3 n = cross(beside, above);
    n *= inversesqrt(max(dot(n, n), 1e-12)) * -sign(dot(n, here));
    float facing = clamp(0.25 + 0.75 * dot(n, to) * inversesqrt(away2 + 1e-4), 0.0, 1.0);
    float sky = dot(ambient[0].rgb, vec3(0.2126, 0.7152, 0.0722)) + 0.03;
    float strength = near * near * facing * v_lamp.w * v_lamp.w / (v_lamp.w * v_lamp.w * 0.08 + away2);
    colour = vec4(vec3(1.0, 0.70, 0.40) * (clock.z * 0.060 * strength / sky), 0.0);
}
