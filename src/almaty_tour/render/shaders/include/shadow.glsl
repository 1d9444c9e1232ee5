// Shadow maps: nearest comparison, averaged here, the same on every driver.
// Where two maps are looked at once a pixel (`low`), a vertex finds its place in them: a pixel
// then only chooses. FAR_SHADOW: what lies beyond the nearer map. NEAR_SHADOW:
// within it. One map (SHADOWS 1) holds all of a room.
#if defined(SHADOWS) && SHADOW_TAPS == 1 && !defined(PER_PIXEL)
#define SHADOW_PLACES
#endif
#ifdef SHADOWS
uniform sampler2DArrayShadow shadow_map;

float shadow_layer(int cascade) { return cascade_offset[cascade].w; }

// Above 0 beyond the used part of a map, -0.05 where its shadows begin to fade.
float beyond(vec3 at, int cascade) {
    vec2 off = abs(at.xy - cascade_part[cascade].xy) - cascade_part[cascade].zw;
    return max(off.x, off.y);
}

float shadow_tap(vec3 at, float layer) {
    return texture(shadow_map, vec4(at.xy, layer, at.z));
}

// 1 in the light. `place` is in light space relative to the eye.
float shadow_at(vec3 place) {
    vec3 c0 = place * cascade_scale[0].xyz + cascade_offset[0].xyz;
    vec3 c1 = place * cascade_scale[1].xyz + cascade_offset[1].xyz;
    bool near = beyond(c0, 0) < 0.0;
    vec3 at = near ? c0 : c1;
    float layer = shadow_layer(near ? 0 : 1);
    float edge = beyond(c1, 1);
#if SHADOWS > 2
    vec3 c2 = place * cascade_scale[2].xyz + cascade_offset[2].xyz;
    if (!near && edge > 0.0) {
        at = c2;
        layer = shadow_layer(2);
        edge = beyond(c2, 2);
    }
#endif
    float outside = near ? 0.0 : clamp((edge + 0.05) * 20.0, 0.0, 1.0);
    float texel = 1.0 / SHADOW_SIZE;
#if SHADOW_TAPS == 1
    float lit = shadow_tap(at, layer);
#elif SHADOW_TAPS == 4
    vec2 cell = fract(at.xy * SHADOW_SIZE - 0.5);
    at.xy -= 0.5 * texel;
    vec4 s = vec4(shadow_tap(at, layer), shadow_tap(at + vec3(texel, 0.0, 0.0), layer),
        shadow_tap(at + vec3(0.0, texel, 0.0), layer), shadow_tap(at + vec3(texel, texel, 0.0), layer));
    float lit = mix(mix(s.x, s.y, cell.x), mix(s.z, s.w, cell.x), cell.y);
#else
    // 3 x 3 cells with bilinear weights at the rim
    vec2 cell = fract(at.xy * SHADOW_SIZE - 0.5);
    at.xy -= 0.5 * texel;
    float lit = 0.0;
    for (int y = -1; y <= 2; y++) {
        float wy = y == -1 ? 1.0 - cell.y : (y == 2 ? cell.y : 1.0);
        for (int x = -1; x <= 2; x++) {
            float wx = x == -1 ? 1.0 - cell.x : (x == 2 ? cell.x : 1.0);
            lit += wx * wy * shadow_tap(at + vec3(float(x) * texel, float(y) * texel, 0.0), layer);
        }
    }
    lit /= 9.0;
#endif
    return mix(1.0, mix(lit, 1.0, outside), light.w);
}

vec3 light_space(vec3 relative) {
    return light_turn[0].xyz * relative.x + light_turn[1].xyz * relative.y
        + light_turn[2].xyz * relative.z;
}

#ifdef SHADOW_PLACES
vec3 near_place(vec3 place) { return place * cascade_scale[0].xyz + cascade_offset[0].xyz; }

// And how far the shadows have faded there, 0 to 1 between two vertices.
vec4 far_place(vec3 place) {
    vec3 at = place * cascade_scale[1].xyz + cascade_offset[1].xyz;
    return vec4(at, (beyond(at, 1) + 0.05) * 20.0);
}

float far_shadow(vec4 place) {
    return mix(1.0, max(shadow_tap(place.xyz, shadow_layer(1)), clamp(place.w, 0.0, 1.0)), light.w);
}

float whole_shadow(vec3 at) { return mix(1.0, shadow_tap(at, shadow_layer(0)), light.w); }

float near_shadow(vec3 near_at, vec4 far_at) {
    bool near = beyond(near_at, 0) < 0.0;
    float lit = shadow_tap(near ? near_at : far_at.xyz, shadow_layer(near ? 0 : 1));
    return mix(1.0, near ? lit : max(lit, clamp(far_at.w, 0.0, 1.0)), light.w);
}
#endif
#else
float shadow_at(vec3 place) { return 1.0; }
vec3 light_space(vec3 relative) { return vec3(0.0); }
#endif
