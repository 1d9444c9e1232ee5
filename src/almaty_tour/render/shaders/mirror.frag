// What lies flat and mirrors shows what stands behind it in the picture. Defines: LOOKS (along
// a ray) LOG_DEPTH PER_PIXEL (always) ROOM (polished floors: no ripples)
// MARKED (a picture of 8 bits that is mapped to the display already: its alpha is 1 less the share)
// Alpha of the light says how much of it is mirrored: 1 plus the share on water, minus the share
// on a wet street; 0 to 1 mean nothing, so edges may blend and leaves may cut. The share of the sky that stood for the rest of the world is taken back.
#define PER_PIXEL
#include "frame.glsl"
#include "air.glsl"
#include "light.glsl"
#ifndef MARKED
#define FINE_RIPPLES
#endif
#include "ripples.glsl"
#include "behind.glsl"
uniform sampler2D light_buffer;  // the picture before this pass
uniform mat3 turn;               // columns: right, up and ahead of the eye, in the world
out vec4 colour;

const float SKY_M = 1e6;
const float MOST = 6.0;          // a lamp in the mirror does not outshine the lamp

ivec2 pixel_of(vec2 seen) { return ivec2((seen / lens.xy * 0.5 + 0.5) * picture.xy); }

#ifdef MARKED
#include "tone.glsl"
// The light that `tone` shows so.
vec3 light_of(vec3 shown) {
    vec3 y = min(shown, vec3(0.9)), a = 2.284 - 2.468 * y, b = 0.496 + 0.332 * y;
    vec3 s = (sqrt(b * b + 4.0 * a * y) - b) / (2.0 * a);
    return s * s;
}
#else
vec3 light_of(vec3 light) { return light; }
#endif

vec3 light_at(vec2 seen) {
    return min(light_of(textureLod(light_buffer, seen / lens.xy * 0.5 + 0.5, 0.0).rgb), vec3(MOST));
}

// Light that comes along a ray from a point, both as right, up, ahead; alpha is 1 where
// it is known.
// On the screen the ray runs straight to the point where all its parallels meet, and the inverse
// of its distance falls evenly.
vec4 along(vec3 from, vec3 ray) {
    if (ray.z < 0.05) return vec4(0.0);
    vec2 middle = vec2(0.0, lens.z), start = from.xy / from.z - middle, end = ray.xy / ray.z - middle;
    // a ray that would leave by little ends at the rim, or a strip there would show plain sky
    if (abs(end.x) < 1.2 * lens.x) end.x = clamp(end.x, -0.998 * lens.x, 0.998 * lens.x);
    vec2 way = end - start;
    vec2 to = mix(vec2(-1.0), vec2(1.0), greaterThanEqual(way, vec2(0.0)));   // sign(0) is no side
    vec2 rim = (to * lens.xy - start) / (to * max(abs(way), vec2(1e-6)));
    float most = min(min(rim.x, rim.y), 1.0);
    if (most <= 0.0) return vec4(0.0);
    float near = 0.0, far = 0.0, step_share = most / float(LOOKS);
    bool hit = false;
    for (int i = 1; i <= LOOKS && !hit; i++) {
        far = near + step_share;
        float here = distance_at(pixel_of(start + way * min(far, most * 0.999)));
        float at = from.z / max(1.0 - far, 1e-5), before = from.z / max(1.0 - near, 1e-5);
        hit = here < at && here > before * 0.90 - 1.0 && here < SKY_M;
        if (!hit) near = far;
    }
    if (!hit) {   // open sky where the parallels meet; at the rim what lies beyond goes on outside
        vec2 seen = start + way * most * 0.999;
        float at = from.z / max(1.0 - most * 0.999, 1e-5);
        bool beyond = distance_at(pixel_of(seen)) >= (most < 1.0 ? min(at, SKY_M) : SKY_M);
        return beyond ? vec4(light_at(seen), 1.0) : vec4(0.0);
    }
    for (int i = 0; i < 5; i++) {
        float half_way = 0.5 * (near + far);
        bool beyond = distance_at(pixel_of(start + way * half_way)) < from.z / max(1.0 - half_way, 1e-5);
        if (beyond) far = half_way; else near = half_way;
    }
    return vec4(light_at(start + way * far), 1.0);
}

void main() {
    ivec2 px = ivec2(gl_FragCoord.xy);
    vec4 here = texelFetch(light_buffer, px, 0);
    float marked = here.a;
#ifdef MARKED
    float share = 1.0 - marked - 0.02;   // the floor at one's feet is not worth a search
#else
    float share = marked > 0.5 ? marked - 1.0 : -marked;
#endif
    if (share < 0.004) discard;
    vec3 from = place_at(px), relative = turn * from;
    vec3 n = vec3(0.0, 0.0, 1.0);
#ifndef ROOM
    if (marked > 0.5) n = rippled(n, eye.xy + relative.xy, dot(relative, relative));
#endif
    vec3 mirrored = reflect(normalize(relative), n);
    mirrored.z = max(mirrored.z, 0.01);
    vec4 seen = along(from, mirrored * turn);
    vec3 through, added;
    air_between(relative, through, added);
    vec3 sky = mirrored_sky(mirrored, relative.z + haze.w);
#ifdef ROOM
    sky *= POLISHED;
#endif
    vec3 more = (seen.rgb - sky) * (seen.a * min(share, 1.0)) * through;
#ifdef MARKED
    colour = vec4(tone(max(light_of(here.rgb) + more, 0.0)), 1.0);
#else
    colour = vec4(more, 0.0);
#endif
}
