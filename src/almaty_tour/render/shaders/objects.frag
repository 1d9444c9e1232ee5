// Defines as in objects.vert, LITTER (fallen leaves lie on lawns), and SHADOW_TAPS SHADOW_SIZE HDR, SMOOTH (what is finer than a pixel
// fades to its mean) COVERED (the alpha of leaves is the share of a pixel's samples that they take)
#include "frame.glsl"
#include "hash.glsl"
#include "air.glsl"
#include "light.glsl"
#include "shadow.glsl"
#ifdef HDR
#define FINE_RIPPLES
#endif
#include "ripples.glsl"
#if defined(HDR) && defined(PER_PIXEL) && !defined(INSTANCED) && !defined(ROOM) && !defined(SNOWY)
#define GUSTS   // lakes are landmarks
#include "soft_noise.glsl"
#include "gusts.glsl"
#ifndef PLAIN
#define FLOORS   // landmarks stand on slabs and lawns
#include "floors.glsl"
#endif
#endif
#include "surface.glsl"
#if defined(NIGHT) && defined(PER_PIXEL)
#include "flood.glsl"
uniform vec3 chunk_offset;
#endif
#if defined(LITTER) && defined(PER_PIXEL)
#include "litter.glsl"
#endif
#if defined(SNOWY) && defined(HDR) && defined(PER_PIXEL) && !defined(INSTANCED)
#define DRIFTS   // snow on the grounds of landmarks
uniform sampler2D relief;
uniform sampler2D near_grain;
#include "drifts.glsl"
#endif
#include "tone.glsl"
#include "depth.glsl"
#ifdef FADE
#include "fade.glsl"
#endif

uniform sampler2DArray layers;   // modulation, 0.5 is neutral; height in alpha

#if !defined(PLAIN) && !defined(BARE)
in vec3 v_uv;
#endif
#if defined(CUT) && !defined(PLAIN)
flat in float v_cut;
#endif
#if defined(SHADOW_PLACES) && (defined(PLAIN) || defined(CUT)) && !defined(FACADE) && !defined(NIGHT) && !defined(HDR)
#define EARLY   // see objects.vert
#endif
#if !defined(SHADOW_PLACES) && !defined(TONED)
in vec3 v_light_place;
#elif defined(SHADOWS) && !defined(EARLY)
#if SHADOWS > 1 && !defined(NEAR_SHADOW)
in vec4 v_far_place;
#endif
#ifndef FAR_SHADOW
in vec3 v_near_place;
#endif
#endif
#ifdef EARLY
in vec3 v_screen;
#elif defined(TONED)
in vec3 v_lit;
#ifdef SHADOWS
in vec3 v_unlit;
#endif
#else
in vec3 v_through;
in vec3 v_added;
#endif
#ifdef PER_PIXEL
in vec3 v_relative;
in vec3 v_normal;
in vec4 v_albedo;
flat in vec4 v_params;
flat in int v_class;
flat in float v_sun_share;
#elif !defined(EARLY) && !defined(TONED)
in vec3 v_direct;
in vec3 v_base;
#endif
#if defined(NIGHT) || defined(FACADE)
flat in uint v_room;
in vec3 v_pane;
#endif
out vec4 colour;

#ifdef PER_PIXEL
// Normal of a surface whose height is a texture (Mikkelsen 2010).
vec3 bumped(vec3 n, float height) {
    vec3 dx = dFdx(v_relative), dy = dFdy(v_relative);
    vec3 r1 = cross(dy, n), r2 = cross(n, dx);
    float det = dot(dx, r1);
    vec3 slope = sign(det) * (dFdx(height) * r1 + dFdy(height) * r2);
    float size = abs(det);
    return size < 1e-9 ? n : normalize(size * n - slope);
}
#endif

#ifdef PER_PIXEL
// Beds and hedges of landmarks are smooth bodies: near the eye they are heads and leaves, a hand wide,
// with the dark between them.
vec3 leafy(vec3 albedo) {
    vec3 at = v_relative + vec3(eye.xy, haze.w);
    vec3 cell = at * 7.0;
    vec3 wide = fwidth(cell);
    uvec3 number = uvec3(ivec3(floor(cell)) + 65536);
    uint h = hash(number.x * 73856093u ^ number.y * 19349663u ^ number.z * 83492791u);
    vec3 off = fract(cell) - 0.5 - (vec3(float(h & 255u), float((h >> 8) & 255u), float((h >> 16) & 255u)) / 255.0 - 0.5) * 0.45;
    float head = smoothstep(0.30, 0.10, dot(off, off)) * (0.75 + 0.5 * float(h >> 24) / 255.0);
    vec3 dark = mix(vec3(0.030, 0.065, 0.018), albedo * 0.3, 0.35);
    float fine = clamp(1.5 - 1.2 * max(wide.x, max(wide.y, wide.z)), 0.0, 1.0);
    return mix(albedo, mix(dark, albedo * 1.35, clamp(head, 0.0, 1.0)), fine);
}

// The sky in windows that a texture paints: flat panes by Fresnel's law (Schlick 1994).
vec3 painted_panes(float green) {
    vec3 ray = normalize(v_relative), n = normalize(v_normal);
    float grazing = 1.0 - clamp(-dot(n, ray), 0.0, 1.0);
    float g2 = grazing * grazing;
    float share = 0.12 + 0.80 * g2 * g2 * grazing;
    return mirrored_sky(reflect(ray, n), v_relative.z + haze.w) * (share * clamp(2.0 - 5.0 * green, 0.0, 1.0));
}
#endif

#if defined(CUT) && defined(PER_PIXEL)
// A card that is seen from its edge would be a torn sheet: its leaves grow fewer as it turns away.
// Not so branches of needles, which are flat and have a cut of their own.
float edgewise() {
    vec3 face = cross(dFdx(v_relative), dFdy(v_relative));
    float turned = abs(dot(face, v_relative)) * inversesqrt(max(dot(face, face) * dot(v_relative, v_relative), 1e-20));
    return 0.64 * (1.0 - smoothstep(0.26, 0.64, turned));
}
#endif

#if defined(INSTANCED) && defined(PER_PIXEL) && !defined(PLAIN)
// Behind the panes of cars, whose uv are metres of the car: seats, dark before the panes beyond.
#ifdef HDR
const float SCREEN_FROM = 8.0, SIDE_FROM = 14.0;   // panes of kit.props._bodywork, about its SCREEN_U and SIDE_U
const float SCREEN_U = 10.0, SIDE_U = 22.0;        // where the metres of their middles begin

// Of a car at hand: the light of the panes beyond, the dark of the dashboard, heads and their rests.
vec3 cabin_at_hand() {
    bool side = v_uv.x > SIDE_FROM;
    float across = side ? (fract((v_uv.x - SIDE_U + 0.12) / 0.92) - 0.5) * 0.92 : abs(v_uv.x - SCREEN_U) - 0.37;
    float high = v_uv.y;
    float soft = 0.02 + fwidth(v_uv.x);
    float wide = high < 0.40 ? 0.22 : high < 0.50 ? 0.16 : 0.105 * sqrt(clamp((0.72 - high) * 9.0, 0.0, 1.0));
    float seat = wide > 0.0 ? smoothstep(wide + soft, wide - soft, abs(across)) : 0.0;
    float dash = 1.0 - smoothstep(0.08, 0.26, high);
    float roof = smoothstep(0.66, 0.92, high);
    float beyond = (1.0 - max(0.8 * seat, max(dash, 0.85 * roof))) * (side ? 0.9 : 0.42);
    return mix(ambient[0].rgb * 0.016, horizon.rgb * 0.060, beyond);
}
#endif

vec3 cabin(vec3 n) {
#ifdef HDR
    if (v_uv.x > SCREEN_FROM) return cabin_at_hand();
#endif
    bool screen = n.z > 0.55;
    float off = screen ? abs(abs(v_uv.y) - 0.37) : abs(fract((v_uv.x + 0.12) / 0.92) - 0.5) * 0.92;
    float wide = screen || v_uv.y < 1.16 ? 0.20 : 0.12;
    float seat = smoothstep(wide + 0.05, wide - 0.05, off);
    return mix(horizon.rgb * 0.035, ambient[0].rgb * 0.015, screen ? 0.60 + 0.40 * seat : max(seat, 0.25));
}
#endif

#ifdef FACADE
// 1 on a pane: windows of 1.5 m every 3 m, sills at 0.9 m.
#ifdef SMOOTH
// How much of a pane lies before each place, from its first cell on.
vec2 panes_before(vec2 at) {
    return floor(at) * vec2(0.52, 0.48) + clamp(fract(at) - vec2(0.24, 0.29), vec2(0.0), vec2(0.52, 0.48));
}

float on_pane() {
    vec2 at = v_pane.xy / 3.0;
    vec2 wide = max(fwidth(at), vec2(1e-3));
    vec2 inside = (panes_before(at + 0.5 * wide) - panes_before(at - 0.5 * wide)) / wide;
    return v_room == 0u ? 0.0 : inside.x * inside.y;
}
#else
float on_pane() {
    vec2 cell = abs(fract(v_pane.xy / vec2(3.0, 3.0)) - vec2(0.5, 0.53));
    vec2 inside = step(cell, vec2(0.26, 0.24));
    return v_room == 0u ? 0.0 : mix(0.24, inside.x * inside.y, v_pane.z);
}
#endif
#endif

#ifdef NIGHT
#if defined(HDR) && defined(INSTANCED) && (defined(FACADE) || !defined(PLAIN))
#define SPREAD   // lit windows of houses are never smaller than two pixels
#endif
#if defined(HDR) && defined(INSTANCED)
const float ROOM = 4.2, FAR_TONE = 0.28;
#elif defined(SMOOTH)
const float ROOM = 1.75, FAR_TONE = 0.5;
#else
const float ROOM = 1.20, FAR_TONE = 0.5;
#endif

uint number_of(ivec2 room) { return hash(v_room + uint(room.x) * 73856093u + uint(room.y) * 19349663u); }

// How many rooms of a house are lit: one house is awake, the next asleep.
float lit_share() {
#if defined(HDR) && defined(INSTANCED)
    const vec2 AWAKE = vec2(0.15, 1.7);
#else
    const vec2 AWAKE = vec2(0.45, 1.1);
#endif
    float share = haze_tint.a * (AWAKE.x + AWAKE.y * float((v_room >> 5) & 255u) / 255.0);
#if defined(HDR) && defined(INSTANCED)
    share *= 1.3;   // at supper
#endif
#if defined(PER_PIXEL) && !defined(INSTANCED)
    share *= 1.0 + 1.3 * chunk_light.y;   // landmarks are open in the evening
#endif
    return share;
}

float lamps_on(uint number) {
    float bright = float((number >> 8) & 255u) / 255.0;
    return 0.20 + 0.80 * bright * bright;
}

// Light of the lamps of a room, `lit` so far; `fine` is 1 where rooms are as small as a pixel.
vec3 lamplight(uint number, ivec2 room, float lit, float fine) {
    float tone = mix(float((number >> 16) & 255u) / 255.0, FAR_TONE, fine);
    vec3 warm = mix(vec3(1.0, 0.55, 0.20), vec3(1.0, 0.82, 0.55), tone);
    if ((v_room & 0x6000u) == 0u) warm = mix(warm, vec3(0.80, 0.92, 1.0), 0.75);   // offices burn colder lamps
#ifdef HDR
    // each household has lamps of its own, from embers to daylight, and one burns more of them than the next
#ifdef INSTANCED
    uint home = hash(v_room + uint(room.x >> 1) * 83492791u + uint(room.y) * 2654435761u);   // two rooms wide
    const vec2 BURNS = vec2(0.20, 2.25);
#else
    uint home = v_room;
    const vec2 BURNS = vec2(0.45, 1.5);
#endif
    float own = float((home >> 16) & 255u) / 255.0, hue = float((home >> 24) & 255u) / 255.0;
    lit *= BURNS.x + BURNS.y * own * own;
#ifdef INSTANCED
    warm *= hue < 0.30 ? vec3(1.20, 0.72, 0.40) : hue > 0.95 ? vec3(0.30, 0.62, 2.2)   // embers; a screen
        : hue > 0.78 ? vec3(0.82, 1.10, 1.9) : vec3(1.0);
#else
    warm *= hue < 0.35 ? vec3(1.15, 0.80, 0.50) : hue > 0.90 ? vec3(0.70, 0.95, 1.5) : vec3(1.0);
#endif
#endif
    return v_room == 0u ? vec3(0.0) : warm * (lit * clock.z * ROOM);
}

#if !defined(SPREAD) || !defined(FACADE)
vec3 room_light() {
#ifdef FACADE
    vec2 room = vec2(3.0, 3.0);
#else
    vec2 room = v_pane.z > 0.0 ? vec2(3.0) : vec2(3.6, 3.2);
#endif
    ivec2 cell = ivec2(floor(v_pane.xy / room));
    uint number = number_of(cell);
    float share = lit_share();
    float lit = float(number & 255u) < 255.0 * share ? lamps_on(number) : 0.008;
#if defined(PER_PIXEL) && !defined(INSTANCED)
    // chandeliers of halls outshine the floodlight on the walls, and their ceilings are brightest
    lit *= 1.0 + chunk_light.y * (0.55 + 0.9 * fract(v_pane.y / room.y));
#endif
    float fine = 0.0;
#ifdef SMOOTH
    // rooms as small as a pixel shine with the mean of a house: twice 0.2 + 0.8 / 3 of what are lit
    vec2 wide = fwidth(v_pane.xy / room);
    fine = clamp(2.0 * max(wide.x, wide.y) - 1.0, 0.0, 1.0);
    lit = mix(lit, 0.9 * min(share, 1.0), fine);   // a lens blooms
#endif
    return lamplight(number, cell, lit, fine);
}
#endif

#ifdef SPREAD
// Light of the windows of rooms of 3 m within two pixels, or within a room where that is less.
// It is weighed as resolve.frag weighs samples, or a window would outshine the wall round it the
// more, the fewer pixels it is seen in. `wall` is the light of the wall, `px` how much of a room a pixel is.
vec3 lit_windows(float wall, vec2 px) {
    const vec2 FROM = vec2(0.24, 0.29), TO = vec2(0.76, 0.77);
    vec2 wide = clamp(2.0 * px, vec2(1e-3), vec2(1.0));
    vec2 low = v_pane.xy / 3.0 - 0.5 * wide, cell = floor(low), high = low + wide - cell;
    low -= cell;
    vec2 here = max(min(high, TO) - max(low, FROM), 0.0) / wide;
    vec2 next = max(min(high - 1.0, TO) - FROM, 0.0) / wide;
    vec4 shares = vec4(here.x, next.x, here.x, next.x) * vec4(here.yy, next.yy);
    float fine = clamp(2.0 * max(px.x, px.y) - 1.0, 0.0, 1.0), share = lit_share();
    vec3 sum = vec3(0.0);
    float weights = 0.0, dark = 1.0;
    for (int one = 0; one < 4; one++) {
        ivec2 room = ivec2(cell) + ivec2(one & 1, one >> 1);
        uint number = number_of(room);
        float lit = shares[one] * mix(float(float(number & 255u) < 255.0 * share), min(2.1 * share, 1.0), fine);
        vec3 light = lamplight(number, room, mix(lamps_on(number), 0.8, fine), fine) * v_through;   // a lens blooms
        float weight = lit / (1.0 + wall + max(light.r, max(light.g, light.b)));
        sum += light * weight;
        weights += weight;
        dark -= lit;
    }
    return sum / (weights + max(dark, 0.0) / (1.0 + wall));
}
#endif
#endif

#if !defined(EARLY) && (defined(SHADOWS) || !defined(TONED))
// 1 in the light that throws shadows.
float shade() {
#ifndef SHADOW_PLACES
    return shadow_at(v_light_place);
#elif SHADOWS == 1 || defined(NEAR_SHADOW)
    return whole_shadow(v_near_place);
#elif defined(FAR_SHADOW)
    return far_shadow(v_far_place);
#else
    return near_shadow(v_near_place, v_far_place);
#endif
}
#endif

#if defined(EARLY) || defined(TONED)
// What grain does to a colour that is shown: about its root, as the tone curve of middle greys has it.
vec3 shown_grain(vec3 texel) { return 0.25 + texel * (1.8 - 0.6 * texel); }
#endif

#ifdef EARLY
void main() {
#ifdef FADE
    if (faded()) discard;
#endif
#if defined(CUT) && !defined(PLAIN)
    vec4 texel = texture(layers, v_uv);
    if (texel.a < v_cut) discard;
    colour = vec4(v_screen * shown_grain(texel.rgb), 1.0);
#else
    colour = vec4(v_screen, 1.0);
#endif
    write_depth();
}
#elif defined(TONED)
void main() {
#ifdef FADE
    if (faded()) discard;
#endif
    vec3 shown = v_lit;
#ifdef SHADOWS
    shown = mix(v_unlit, v_lit, shade());
#endif
#ifndef BARE
    shown *= shown_grain(texture(layers, v_uv).rgb);
#endif
    colour = vec4(shown, 1.0);
    write_depth();
}
#else
void main() {
#ifdef FADE
    if (faded()) discard;
#endif
#ifdef PLAIN
    vec4 texel = vec4(0.5);
#else
    vec4 texel = texture(layers, v_uv);
#endif
#if defined(CUT) && !defined(PLAIN)
    float cut = v_cut;
#ifdef PER_PIXEL
    if (cut > 0.35) cut += edgewise() * smoothstep(0.80, 0.65, cut);   // twigs are round
#endif
#ifdef COVERED
    float cover = clamp((texel.a - cut) / max(fwidth(texel.a), 1e-3) + 0.5, 0.0, 1.0);
    cover = cut > 0.0 ? cover : 1.0;
#else
    if (texel.a < cut) discard;
#endif
#endif
    vec3 grain = texel.rgb * 2.0;
    float lit = shade();
#ifdef PER_PIXEL
#ifdef SNOWY
    // snow lies over the grain
    grain = mix(grain, vec3(1.0), clamp(4.0 * min(v_albedo.r, v_albedo.b) - 2.2, 0.0, 0.9));
#endif
    float near = clamp(1.0 - dot(v_relative, v_relative) / 90000.0, 0.0, 1.0);
    vec3 albedo = v_albedo.rgb * grain;
    vec4 params = v_params;
#ifdef FLOORS
    if ((v_class & 15) == GROUND && v_normal.z > 0.97) albedo = underfoot(v_albedo.rgb, grain, v_uv.xy, params.x);
#endif
#ifndef INSTANCED
    if ((v_class & 15) == FOLIAGE) albedo = leafy(albedo);
#ifdef LITTER
    if ((v_class & 15) == GROUND && v_normal.z > 0.9)
        albedo = littered(albedo, eye.xy + v_relative.xy, albedo.g > 1.25 * albedo.r ? 1.0 : 0.10);
#endif
#endif
    vec3 n = bumped(normalize(v_normal), texel.a * v_params.z * 0.05 * near);
    float open = v_albedo.a;
#ifdef DRIFTS
    vec3 spread = fwidth(v_relative);
    bool on_foot = (v_class & 15) == GROUND;
    float snowed = smoothstep(0.55, 0.80, v_normal.z) * smoothstep(on_foot ? 0.25 : 0.50, on_foot ? 0.50 : 0.72, min(v_albedo.r, v_albedo.b));
    if (snowed > 0.0) {
        float fine = log2(max(0.7 * max(spread.x, spread.y), 1e-3));
        if (v_normal.z > 0.97) {
            // lawns are left alone, what is paved is walked on
            float walked = on_foot && v_params.x < 0.95 ? 0.85 : 0.0;
            Drift lie = drifted(eye.xy + v_relative.xy, fine, walked, 0.3);
            n = normalize(n + vec3(lie.bump * snowed, 0.0));
            if (on_foot && walked == 0.0) open = max(open, 0.9);   // snow fills lawns to their kerbs
            albedo = mix(albedo, snow_colour(lie, 0.3 - 0.2 * lie.trodden), snowed);
        } else {
            albedo *= mix(1.0, slid(eye.xy + v_relative.xy, v_relative.z + haze.w, v_normal, fine), snowed);
        }
    }
#endif
#if defined(INSTANCED) && defined(HDR)
    if ((v_class & 15) == METAL && params.y < 0.5 && params.x < 0.46) params.x = 0.16;   // paint under clear coat
#endif
    Light s = surface_light(albedo, open, n, v_relative, params, v_class & 15, v_sun_share);
#if defined(INSTANCED) && !defined(PLAIN)
#ifdef HDR
    // what a pane mirrors: sky above, crowns and walls below, with a border that is not even
    if (v_uv.x > SCREEN_FROM) s.gloss *= 0.30 + 1.15 * smoothstep(0.25, 0.85, v_uv.y + 0.16 * sin(v_uv.x * 2.6 + float(v_class)));
#endif
    if ((v_class & 15) == WATER && v_params.x < 0.1) s.gloss += cabin(normalize(v_normal));
#endif
    if (v_class >= WINDOWED) s.gloss += painted_panes(texel.g) * v_albedo.a;
#ifdef NIGHT
    int kind = v_class & 15;
    if (kind != FOLIAGE && (kind != WATER || v_params.x >= 0.3))   // spray is lit
        s.base += albedo * (0.4 + 0.6 * v_albedo.a) * floodlit(v_relative - chunk_offset, v_relative.z - chunk_light.z, normalize(v_normal));
#endif
    vec3 light_sum = (s.direct * lit + s.base + s.gloss) * v_through + v_added;
#else
    vec3 light_sum = (v_direct * lit + v_base) * grain + v_added;
#endif
#ifdef FACADE
    float pane = on_pane();
    light_sum = mix(light_sum, light_sum * vec3(0.32, 0.36, 0.42) + horizon.rgb * 0.06, pane);
#endif
#ifdef NIGHT
#ifdef SPREAD
    float wall = max(light_sum.r, max(light_sum.g, light_sum.b));
    vec2 room_px = fwidth(v_pane.xy / 3.0);
    vec3 rooms = lit_windows(wall, room_px);
#ifndef FACADE
    // where windows are many pixels wide they are those of the texture: glass is what is dark
    float near_by = 1.0 - smoothstep(0.08, 0.16, max(room_px.x, room_px.y));
    float glass = mix(1.0, clamp(2.0 - 5.0 * texel.g, 0.0, 1.0), v_pane.z);
    rooms = mix(rooms, room_light() * v_through * glass, max(near_by, 1.0 - v_pane.z));
#endif
#else
    vec3 rooms = room_light() * v_through;
#ifdef FACADE
    rooms *= pane;
#elif !defined(PLAIN)
    rooms *= mix(1.0, clamp(2.0 - 5.0 * texel.g, 0.0, 1.0), v_pane.z);   // glass is what is dark
#endif
#endif
    light_sum += rooms;
#endif
    colour = output_colour(light_sum);
#if defined(HDR) && defined(PER_PIXEL)
    if (v_normal.z > 0.95 && s.share > 0.0) colour.a = 1.0 + s.share;   // see mirror.frag
#endif
#if defined(MARKED) && defined(PER_PIXEL)
    if (v_normal.z > 0.95 && s.share > 0.0) colour.a = 1.0 - min(s.share, 1.0);   // see mirror.frag
#endif
#if defined(COVERED) && defined(CUT) && !defined(PLAIN)
    colour.a = cover;
#endif
    write_depth();
}
#endif
