// Rain and snow. Defines: RAIN or SNOW, NIGHT HDR LOG_DEPTH
#include "frame.glsl"
#include "tone.glsl"
#include "depth.glsl"

in vec2 v_at;
in float v_cover;
out vec4 colour;

void main() {
#ifdef RAIN
    float shape = (1.0 - v_at.x * v_at.x) * (1.0 - v_at.y * v_at.y);
    vec3 light_sum = mix(horizon.rgb, zenith.rgb, 0.35) * 1.1;
#else
    float shape = clamp((1.0 - dot(v_at, v_at)) * 2.5, 0.0, 1.0);
    vec3 light_sum = ambient[0].rgb * 0.85 + ambient[3].rgb * 0.3;
#endif
#ifdef NIGHT
    light_sum += vec3(1.0, 0.78, 0.50) * (0.05 * clock.z);
#endif
    colour = vec4(output_colour(light_sum).rgb, v_cover * shape);
    write_depth();
}
