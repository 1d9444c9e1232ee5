// Rain and snow: a quad for each number. Defines: RAIN or SNOW, LOG_DEPTH
#include "frame.glsl"
#include "hash.glsl"
uniform vec4 box;     // how far it has moved against the eye, in boxes; metres along a side
uniform vec3 velocity;   // metres a second
uniform vec4 piece;   // half width, half length, sway in metres; how much a piece covers

out vec2 v_at;
out float v_cover;
#ifdef LOG_DEPTH
out float v_w;
#endif

vec3 unit(uint h) { return vec3(float(h & 1023u), float((h >> 10) & 1023u), float((h >> 20) & 1023u)) / 1023.0; }

void main() {
    const vec2 CORNERS[6] = vec2[](vec2(-1, -1), vec2(1, -1), vec2(1, 1), vec2(-1, -1), vec2(1, 1), vec2(-1, 1));
    vec2 corner = CORNERS[gl_VertexID];
    vec3 luck = unit(hash(uint(gl_InstanceID) * 2u + 1u));
    vec3 own = unit(hash(uint(gl_InstanceID) * 2u + 7u));
    vec3 middle = (fract(luck + box.xyz) - 0.5) * box.w;
    middle.xy += sin(clock.x * (0.6 + own.xy) + own.z * 6.28) * piece.z;
    float away = length(middle);
#ifdef RAIN
    vec3 along = normalize(velocity);
#else
    vec3 along = normalize(cross(vec3(middle.y, -middle.x, 0.0), middle) + vec3(0.0, 0.0, 1e-3));
#endif
    vec3 beside = normalize(cross(along, middle) + vec3(1e-4, 0.0, 0.0));
    float pixel_m = away * picture.w * 0.6;   // half a pixel at 60 degrees: narrower it would flicker
    float half_m = max(piece.x, pixel_m);
    vec3 relative = middle + beside * (corner.x * half_m) + along * (corner.y * max(piece.y, half_m));
    v_at = corner;
    v_cover = piece.w * min(piece.x / half_m + 0.12, 1.0) * clamp(away - 0.5, 0.0, 1.0) * clamp((box.w * 0.5 - away) * 0.4, 0.0, 1.0);
    gl_Position = clip_position(relative);
#ifdef LOG_DEPTH
    v_w = gl_Position.w;
#endif
}
