// Drops and mist of fountains, a point each. Defines: LOG_DEPTH HDR NIGHT CLOUD_SHADE CEILING
// SHADOWS SHADOW_TAPS SHADOW_SIZE WET SNOWY SMOOTH
#include "frame.glsl"
#include "hash.glsl"
#include "air.glsl"
#include "light.glsl"
layout(location = 0) in vec4 drop;    // metres from the origin of the chunk; its number
uniform vec3 chunk_offset;
uniform float px_per_rad;             // pixels of what is one metre wide a metre away
uniform vec4 foot;                    // height of the pool against the eye m; colour of its lamps
out vec3 v_light;
out vec2 v_form;                      // how dense it is; how long it is drawn
#ifdef LOG_DEPTH
out float v_w;
#endif

void main() {
    uint h = hash(uint(drop.w));
    vec4 luck = vec4(float(h & 255u), float((h >> 8) & 255u), float((h >> 16) & 255u), float(h >> 24)) / 255.0;
    // thrown up a little and falling: half a second and more, again and again
    float share = fract(luck.x + clock.x * (1.1 + 0.6 * luck.y));
    float t = share * 0.62;
    bool mist = luck.w < 0.10;
    vec3 moved = vec3((luck.yz - 0.5) * t * (mist ? 1.6 : 0.5), 1.5 * t - 4.9 * t * t + 0.25);
    vec3 place = chunk_offset + drop.xyz + moved;
    float away = length(place);
    vec3 through, added;
    air_between(place, through, added);
    float size_m = mist ? 0.7 + 0.6 * luck.z : 0.045 + 0.09 * luck.z * luck.z;
    float size_px = size_m * px_per_rad / away;
    float seen = min(size_px, 1.5) / 1.5;             // what is smaller than a pixel is fainter
    float towards = max(dot(place / away, light.xyz), 0.0);
    float t4 = towards * towards * towards * towards;
    vec3 sky = ambient[0].rgb + 0.5 * ambient[3].rgb;
    vec3 lit = sky * 0.95 + light_colour(place.z + haze.w) * (0.14 + 0.5 * t4 * t4) * max(light.z + 0.15, 0.0);
#ifdef NIGHT
    float lift = max(place.z - foot.x, 0.0);
    lit += foot.yzw * (clock.z * 0.85 / (1.0 + 0.22 * lift * lift));
#endif
    v_light = lit * through + added;
    v_form = vec2((mist ? 0.03 : 0.50) * sin(share * PI) * seen * seen, mist ? 1.0 : 2.1);
    gl_PointSize = clamp(size_px * v_form.y, 1.5, 96.0);
    gl_Position = clip_position(place);
#ifdef LOG_DEPTH
    v_w = gl_Position.w;
#endif
}
