// Pictures in their frames. Defines: SHADOWS SHADOW_TAPS SHADOW_SIZE HDR LOG_DEPTH
#include "frame.glsl"
#include "air.glsl"
#include "light.glsl"
#include "shadow.glsl"
#include "tone.glsl"
#include "depth.glsl"

uniform sampler2DArray framed_pictures;   // sRGB

in vec3 v_relative;
in vec3 v_normal;
in vec3 v_through;
in vec3 v_added;
in vec3 v_uv;
flat in vec3 v_paint;
flat in vec2 v_part;
flat in float v_sun_share;
out vec4 colour;

void main() {
    vec3 n = normalize(v_normal);
    vec3 texel = texture(framed_pictures, vec3(v_uv.xy, max(v_uv.z, 0.0))).rgb;
    vec3 paper = vec3(0.78, 0.75, 0.69);
    vec3 albedo = v_part.x > 1.5 ? to_linear(v_paint) : paper;
    float glow = v_part.x > 1.5 ? 0.0 : v_part.y;
    if (v_part.x < 0.5) albedo = v_uv.z < 0.0 ? paper * 0.6 : texel;
    float lit = shadow_at(light_space(v_relative + n * 0.03)) * max(dot(n, light.xyz), 0.0);
    vec3 sunlight = light_colour(v_relative.z + haze.w) * (0.3183 * v_sun_share);
    vec3 fallen = sunlight * lit + sky_light(n);
    // a lamp of its own shows a picture about as it is, whatever the light
    vec3 light_sum = albedo * mix(fallen, max(fallen, vec3(1.1)), glow);
    if (v_part.x > 1.5) {   // a waxed frame
        vec3 half_way = normalize(light.xyz - normalize(v_relative));
        light_sum += sunlight * lit * 0.35 * pow(max(dot(n, half_way), 0.0), 24.0);
    }
    colour = output_colour(light_sum * v_through + v_added);
    write_depth();
}
