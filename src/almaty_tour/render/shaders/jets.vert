// Upright jets of fountains and what the basin mirrors of them, a sheet each that turns to the eye.
// Defines: LOG_DEPTH HDR NIGHT CLOUD_SHADE CEILING WET SNOWY SMOOTH
#include "frame.glsl"
#include "hash.glsl"
#include "air.glsl"
#include "light.glsl"
layout(location = 0) in vec2 corner;   // -1 to 1 across, 0 to 1 up
layout(location = 1) in vec4 jet;      // its foot, metres from the origin of the chunk; height, below 0 mirrored
uniform vec3 chunk_offset;
out vec3 v_relative;
flat out vec4 v_foot;                  // against the eye; height, metres
flat out vec4 v_own;                   // direction away from the eye; which way it leans; 1 mirrored
flat out uint v_seed;
out vec3 v_through;
out vec3 v_added;
#ifdef LOG_DEPTH
out float v_w;
#endif

void main() {
    vec3 foot = chunk_offset + jet.xyz;
    float tall = abs(jet.w), wide = 0.15 * tall + 0.25;
    bool mirrored = jet.w < 0.0;
    v_seed = hash(uint(gl_InstanceID / 2) + 77u);
    vec2 away = foot.xy * inversesqrt(max(dot(foot.xy, foot.xy), 1e-6));
    vec3 aside = vec3(away.y, -away.x, 0.0);
    vec3 place = foot + aside * (corner.x * wide);
    if (mirrored) {
        // where the way to the picture under the water meets the water
        place = foot + aside * (corner.x * (wide + 0.25 * tall)) + vec3(0.0, 0.0, 0.1 - corner.y * (1.3 * tall + 0.5));
        float level = foot.z + 0.075;   // feet of models are a little under water
        place *= level < -0.1 ? min(level / place.z, 1.0) : -1.0;
    } else {
        place.z += corner.y * tall * 1.1;
    }
    air_between(foot, v_through, v_added);
    v_relative = place;
    v_foot = vec4(foot, tall);
    v_own = vec4(away, float(v_seed & 255u) / 255.0 - 0.5, mirrored ? 1.0 : 0.0);
    gl_Position = clip_position(place);
#ifdef LOG_DEPTH
    v_w = gl_Position.w;
#endif
}
