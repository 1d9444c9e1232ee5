// Kerbs and rims of aryks. Defines: SHADOWS SHADOW_TAPS SHADOW_SIZE HDR LOG_DEPTH SNOWY
#include "frame.glsl"
#include "air.glsl"
#include "light.glsl"
#include "shadow.glsl"
#include "tone.glsl"
#include "depth.glsl"

uniform sampler2D near_grain;

in vec3 v_relative;
in vec3 v_normal;
in vec3 v_through;
in vec3 v_added;
flat in vec3 v_paint;
flat in float v_sun_share;
out vec4 colour;

void main() {
    vec3 n = normalize(v_normal);
    vec2 at = eye.xy + v_relative.xy;
    float grain = texture(near_grain, at / 4.0 + v_relative.z * 0.25).b * 2.0 - 1.0;
    vec3 albedo = to_linear(v_paint) * (1.0 + 0.28 * grain) * mix(0.80, 1.0, n.z);
#ifdef SNOWY
    albedo = mix(albedo, vec3(0.78, 0.81, 0.86), 0.85 * n.z);
#endif
    float lit = shadow_at(light_space(v_relative + n * 0.04)) * max(dot(n, light.xyz), 0.0);
    vec3 sunlight = light_colour(v_relative.z + haze.w) * (0.3183 * v_sun_share);
    float bounced = 0.10 * (1.0 - n.z) * light.z;      // from the sunlit road
    vec3 light_sum = albedo * (sunlight * (lit + bounced) + sky_light(normalize(n + vec3(0.0, 0.0, 0.7))));
    colour = output_colour(light_sum * v_through + v_added);
    write_depth();
}
