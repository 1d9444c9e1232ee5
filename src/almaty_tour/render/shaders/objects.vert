// Buildings, landmarks, props. Defines: INSTANCED MOVING HIDE=n HIGHLIGHT PER_PIXEL NIGHT CUT
// ROOM (polished floors mirror) TONED (a pixel chooses by its shadow between two colours as
// they are shown) BARE (of those: no grain)
// SHADOWS=n SHADOW_TAPS FAR_SHADOW NEAR_SHADOW (see shadow.glsl) LOG_DEPTH PLAIN (far props: no grain, no gloss)
// CLOUD_SHADE (clouds throw shadows) SUNLIT (copies lie in the shadow of mountains)
// FADE a (drawn in a share of the pixels; a: the band of distances in which copies fade)
// SPRAY (the material `left_out` is drawn by another pass)
// SNOWY (the town is under snow) FACADE (far houses: rows of windows drawn by numbers)
#include "frame.glsl"
#include "hash.glsl"
#include "vertex.glsl"
#include "air.glsl"
#include "clouds.glsl"
#include "light.glsl"
#include "shadow.glsl"
#include "ripples.glsl"
#include "surface.glsl"

uniform sampler2D materials;   // three texels a row and the coats or phases of leaves, see render.materials
#ifdef SUNLIT
uniform sampler2D sun_map;     // share of the sun that the mountains let through
uniform vec4 map_place;        // eye-relative metres to its coordinates: scale, offset
#endif
#include "flood.glsl"
#ifdef HIGHLIGHT
uniform uint highlighted_id;
#endif
#ifdef SPRAY
uniform uint left_out;
#endif

#ifdef HDR
const float THIN_M = 0.75;     // where texels of shadow are as fine as sprays of leaves
#else
const float THIN_M = 1.2;
#endif
#ifdef HDR
const float BLOOM_M = 220.0;   // nearer than this a crown in blossom is twigs and clumps
#else
const float BLOOM_M = 70.0;
#endif
const float MANY_COATS = 12.0; // of the paint of cars; nothing else of metal has as many
#if defined(PLAIN) && defined(HDR)
const float FROST = 0.28;
#elif defined(PLAIN)
const float FROST = 0.42;      // a far crown is solid, where twigs would show the snow behind
#else
const float FROST = 0.20;
#endif
#if !defined(PLAIN) && !defined(BARE)
out vec3 v_uv;                 // texture coordinates and layer
#endif
#if defined(CUT) && !defined(PLAIN)
flat out float v_cut;          // texels below it are holes
#endif
#ifdef FADE
flat out float v_share;        // of the pixels, see scene.fading
#ifndef INSTANCED
layout(location = 6) in float fade_share;   // of each draw, see render.fades
#endif
#endif
#if defined(SHADOW_PLACES) && (defined(PLAIN) || defined(CUT)) && !defined(FACADE) && !defined(NIGHT) && !defined(HDR)
#define EARLY   // trees: shadow and tone curve are taken here, a pixel has little left to do
#endif
#if !defined(SHADOW_PLACES) && !defined(TONED)
out vec3 v_light_place;
#elif defined(SHADOWS) && !defined(EARLY)
#if SHADOWS > 1 && !defined(NEAR_SHADOW)
out vec4 v_far_place;
#endif
#ifndef FAR_SHADOW
out vec3 v_near_place;
#endif
#endif
#if defined(EARLY) || defined(TONED)
#include "tone.glsl"
vec3 v_through, v_added, v_direct, v_base;
#endif
#ifdef EARLY
out vec3 v_screen;             // as it is shown
#elif defined(TONED)
out vec3 v_lit;                // as it is shown in the light that throws shadows, and out of it
#ifdef SHADOWS
out vec3 v_unlit;
#endif
#else
out vec3 v_through;
out vec3 v_added;
#endif
#ifdef PER_PIXEL
out vec3 v_relative;
out vec3 v_normal;
out vec4 v_albedo;             // and ambient occlusion
flat out vec4 v_params;        // roughness, metallic, relief, emission
flat out int v_class;
flat out float v_sun_share;
#elif !defined(EARLY) && !defined(TONED)
out vec3 v_direct;             // light of the sun that the surface sends on
out vec3 v_base;               // light of the sky
#endif
#if defined(NIGHT) || defined(FACADE)
flat out uint v_room;          // seed of the rooms behind a pane, 0 where there is none
out vec3 v_pane;               // metres on the surface, share of the windows that are painted
#endif
#ifdef LOG_DEPTH
out float v_w;
#endif

void main() {
    vec3 relative, facing;
    uint id;
    place(relative, facing, id);
    facing = normalize(facing);
    vec4 row0 = texelFetch(materials, ivec2(0, int(material)), 0);
    vec4 row1 = texelFetch(materials, ivec2(1, int(material)), 0);
    vec4 row2 = texelFetch(materials, ivec2(2, int(material)), 0);
    int kind = int(row0.a + 0.5);
    vec3 albedo = row0.rgb * to_linear(tint.rgb);
    int phase = 8;
#ifdef INSTANCED
    uint h = hash(instance_seed);
    vec3 variety = vec3(float(h & 255u), float((h >> 8) & 255u), float((h >> 16) & 255u)) / 255.0;
    if (row2.w >= 1.0) {   // each copy has one of the coats of its material
        int coat = int(hash(instance_seed + material * 2654435761u) % uint(row2.w));
        albedo *= texelFetch(materials, ivec2(3 + coat, int(material)), 0).rgb;
    }
    phase = int(h >> 28);
#ifdef HDR
    if (kind == METAL && row2.w > MANY_COATS) {   // cars: few are red, blue or a taxi, beside the coats of most
        vec3 coat = variety.x < 0.08 ? vec3(0.72, 0.40, 0.02) : variety.x < 0.15 ? vec3(0.40, 0.018, 0.016)
            : variety.x < 0.22 ? vec3(0.020, 0.085, 0.34) : vec3(-1.0);
        albedo = coat.r < 0.0 ? albedo * (0.82 + 0.30 * variety.y) : coat * to_linear(tint.rgb);
    }
#endif
#endif
    float leaves = 1.0;
#if defined(INSTANCED) && defined(HDR)
    float blossom_gaps = 0.0;
#endif
    if (kind == FOLIAGE) {
        vec4 worn = texelFetch(materials, ivec2(3 + phase, int(material)), 0);
#ifdef INSTANCED
#ifdef HDR
        // one crown is full below, the next above, a third is drawn in at its waist
        vec2 axis = instance_position.xy + chunk_offset.xy;
        float up = position.z * 0.06;
        float girth = 1.0 + 0.8 * (variety.x - 0.5) * (0.7 - up) + 0.30 * (variety.z - 0.3) * sin(up * 9.0 + 6.3 * variety.y);
        relative.xy = axis + (relative.xy - axis) * clamp(girth, 0.65, 1.4);
#ifndef PLAIN
        // in blossom the heart draws back, so that twigs and sky are seen between clumps, and no two are as tall
        float open_crown = clamp(worn.b * 0.5 - 1.5, 0.0, 1.0) * clamp(2.0 * worn.a, 0.0, 1.0);   // bare twigs are grey too
        if (row2.w <= 0.0) relative.xy = mix(relative.xy, axis, 0.72 * open_crown);
        blossom_gaps = 0.21 * open_crown;
        float root = instance_position.z + chunk_offset.z;
        relative.z = root + (relative.z - root) * (1.0 + open_crown * (0.42 * variety.z - 0.08 - (row2.w <= 0.0 ? 0.08 : 0.0)));
        relative.xy += (variety.xz - 0.5) * (open_crown * 0.07 * position.z);
#endif
#endif
        // no two trees are alike; blossom differs in brightness alone
#ifdef HDR
        const vec2 BRIGHT = vec2(0.68, 0.64);
#else
        const vec2 BRIGHT = vec2(0.78, 0.44);
#endif
        vec3 vary = (BRIGHT.x + BRIGHT.y * variety.y) * vec3(0.90 + 0.18 * variety.x, 1.0, 0.84 + 0.30 * variety.z);
        albedo *= mix(vary, vary.ggg, clamp(worn.b * 0.15 - 0.3, 0.0, 1.0));
#endif
        albedo *= worn.rgb;
        leaves = worn.a;
#if defined(INSTANCED) && defined(PER_PIXEL)
        // in blossom the heart of a near crown is twigs, and some of its clumps are buds or young leaves
        float blooms = clamp(worn.b * 0.5 - 1.5, 0.0, 1.0) * clamp(2.0 * worn.a, 0.0, 1.0) * smoothstep(BLOOM_M, BLOOM_M - 40.0, length(relative));
        float clump = float(hash(uint(gl_VertexID) / 4u) & 255u) / 255.0;
#ifdef HDR
        // some clumps are still in bud, some hang in the shade of others
        vec3 other = clump < 0.07 ? vec3(0.40, 0.24, 0.22) : clump < 0.32 ? albedo * vec3(0.80, 0.66, 0.70) : clump > 0.75
#else
        vec3 other = clump < 0.12 ? vec3(0.34, 0.40, 0.15) : clump > 0.75
#endif
            ? albedo * vec3(1.0, 0.74, 0.80) : albedo;
        albedo = mix(albedo, row2.w > 0.0 ? other : albedo * 0.25 + vec3(0.06, 0.045, 0.03), blooms);
#endif
    }
#if defined(CUT) && !defined(PLAIN)
    // without leaves only twigs are left, and the body of a crown lets the sky through
    v_cut = row2.w < 1.0 ? mix(row2.w > 0.0 ? 0.8 : 0.55, row2.w, leaves) : 0.0;
#if defined(INSTANCED) && defined(HDR)
    v_cut += row2.w > 0.0 && row2.w < 1.0 && kind == FOLIAGE ? blossom_gaps : 0.0;
#endif
#endif
#if defined(INSTANCED) && defined(SNOWY) && defined(HDR)
    vec3 snowless = albedo;
#endif
    albedo = seasonal(albedo, kind, facing, relative.z + haze.w, leaves);
#if defined(INSTANCED) && defined(SNOWY) && defined(HDR)
    // warm attics shed snow: one roof in three, and the slopes that the noon sun reaches before the others
    if (kind == ROOF && facing.z < 0.98) {
        float shed = clamp(variety.z * 2.6 - 1.25 - 0.35 * facing.y, 0.0, 1.0);
        vec3 bare = variety.x < 0.30 ? vec3(0.27, 0.070, 0.045) : variety.x < 0.48 ? vec3(0.06, 0.15, 0.10) : snowless;
        albedo = mix(albedo, bare, 0.88 * shed);
    }
#endif
#if defined(SNOWY) && !defined(INSTANCED)
    // beds and hedges of landmarks lie under snow, or flowers would bloom in it
    if (kind == FOLIAGE) albedo = mix(albedo, vec3(0.72, 0.75, 0.80), 0.35 + 0.55 * smoothstep(-0.1, 0.4, facing.z));
#endif
#if defined(INSTANCED) && defined(SNOWY) && defined(SMOOTH)
    // snow on the boughs of what keeps its needles: more on one tree than on the next, by clumps
    if (kind == FOLIAGE && leaves <= 0.5) {   // and hoarfrost on bare twigs
#ifdef HDR
        // hoar on the outer twigs, the most on what looks up, and dark wood within
        float hoar = FROST * (0.4 + 2.4 * variety.y * variety.y) * (0.35 + 1.3 * smoothstep(-0.4, 0.6, facing.z)) * smoothstep(0.2, 0.8, tint.a);
        albedo = mix(albedo * 0.70, vec3(0.74, 0.79, 0.88), min(hoar, 0.85));
#else
        albedo = mix(albedo, vec3(0.60, 0.63, 0.69), FROST * (0.5 + variety.y));
#endif
    } else if (kind == FOLIAGE) {
        uint clump = hash(instance_seed + uint(int(floor(position.z * 0.9)) * 7 + int(floor(position.x)) * 13 + int(floor(position.y)) * 29 + 4096));
#ifdef HDR
        // most of it has slid off and left dark needles; what stands in the shade keeps more
        if (snowless.r < snowless.g) albedo = mix(snowless * 0.72, albedo, 0.10 + 0.25 * variety.x * variety.x);
        float load = 0.55 * variety.x * variety.x - 0.12 + 0.7 * (float(clump & 255u) / 255.0 - 0.5);
#else
        float load = 0.05 + 0.75 * variety.x + 0.9 * (float(clump & 255u) / 255.0 - 0.5);
#endif
        load *= smoothstep(-0.1, 0.55, facing.z) * smoothstep(0.25, 0.75, tint.a);
        albedo = mix(albedo, vec3(0.80, 0.83, 0.88), clamp(load, 0.0, 0.85) * clamp((relative.z + haze.w - ground.y) / 300.0, 0.0, 1.0));
    }
#endif
    float sun_share = chunk_light.x;
#ifdef SUNLIT
    sun_share *= textureLod(sun_map, instance_position.xy * map_place.xy + map_place.zw, 0.0).r;
#endif
#if defined(CLOUD_SHADE) && defined(INSTANCED)
    sun_share *= cloud_shade(instance_position);
#elif defined(CLOUD_SHADE)
    sun_share *= cloud_shade(chunk_offset);
#endif
    float open = 0.35 + 0.65 * tint.a;   // baked occlusion sees no light that walls throw back
#if defined(TONED) && defined(ROOM)
    v_through = vec3(1.0);   // a room is full of clear air
    v_added = vec3(0.0);
#else
    air_between(relative, v_through, v_added);
#endif
#if !defined(PLAIN) && !defined(BARE)
    v_uv = vec3(uv * row2.y, row2.x);
#endif
    vec3 shaded = relative + facing * 0.04;
#ifdef INSTANCED
    if (kind == FOLIAGE) shaded += light.xyz * THIN_M;   // the first leaves shade nothing: crowns are not solid
#endif
#if !defined(SHADOW_PLACES) && !defined(TONED)
    v_light_place = light_space(shaded);
#elif defined(SHADOWS) && !defined(EARLY)
#if SHADOWS > 1 && !defined(NEAR_SHADOW)
    v_far_place = far_place(light_space(shaded));
#endif
#ifndef FAR_SHADOW
    v_near_place = near_place(light_space(shaded));
#endif
#endif
#ifdef HIGHLIGHT
    bool chosen = id == highlighted_id;
    v_added += chosen ? v_through * vec3(0.50, 0.34, 0.14) : vec3(0.0);
#endif
#if defined(NIGHT) && !defined(PER_PIXEL)
    if (kind != FOLIAGE && (kind != WATER || row1.x >= 0.3))   // spray is lit
        v_added += v_through * albedo * (0.4 + 0.6 * open) * floodlit(relative - chunk_offset, relative.z - chunk_light.z, facing);
#endif
#ifdef PER_PIXEL
    v_relative = relative;
    v_normal = facing;
    v_albedo = vec4(albedo, open);
    v_params = row1;
    v_class = kind + (row2.z > 0.0 ? WINDOWED : 0);
    v_sun_share = sun_share;
#else
    Light light = surface_light(albedo, open, facing, relative, row1, kind, sun_share);
    v_direct = light.direct * v_through;
    v_base = light.base * v_through;
    v_added += light.gloss * v_through;
#endif
#ifdef EARLY
    vec3 spot = light_space(shaded);
    v_screen = tone(v_direct * near_shadow(near_place(spot), far_place(spot)) + v_base + v_added);
#elif defined(TONED)
    v_lit = tone(v_direct + v_base + v_added);
#ifdef SHADOWS
    v_unlit = tone(v_base + v_added);
#endif
#endif
#if defined(NIGHT) || defined(FACADE)
    v_room = kind == GLAZING ? hash(id * 747796405u + 17u) | 1u : 0u;
    v_pane = vec3(uv, 0.0);
#ifndef FACADE
    if (row2.z > 0.0) {   // windows of the texture, a room to a cell of 3 m
#ifdef INSTANCED
        v_room = hash(instance_seed) | 1u;
#else
        v_room = hash(id) | 1u;
#endif
        v_pane.z = 1.0;
    }
#else
    bool storeys = kind == WALL && abs(facing.z) < 0.3;
    v_room = storeys || kind == GLAZING ? hash(instance_seed) | 1u : 0u;
    v_pane = vec3(uv * vec2(instance_scale.x, instance_scale.y), clamp(1.3 - length(relative) / 1500.0, 0.0, 1.0));
#endif
#endif
#ifdef FADE
#ifdef INSTANCED
    uint told = floatBitsToUint(instance_scale.y);
    float end_m = exp2(float(told & 511u) / 32.0);
    float share = clamp((end_m / max(length(instance_position + chunk_offset), 1.0) - 1.0) / FADE, 0.0, 1.0);
    v_share = (told & 512u) != 0u ? -max(share, 0.001) : share;
#else
    v_share = fade_share;
#endif
#endif
    gl_Position = clip_position(relative);
#ifdef HIDE
    if (is_hidden(id)) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
#endif
#ifdef SPRAY
    if (material == left_out) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
#endif
#if defined(CUT) && defined(PLAIN)
    if (row2.w > 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);   // a card without its holes is a plate
#endif
#ifdef LOG_DEPTH
    v_w = gl_Position.w;
#endif
}
