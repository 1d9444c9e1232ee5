// Lamps at the foot of a landmark shine up its walls by night. Defines: PER_PIXEL
uniform vec4 chunk_light = vec4(1.0, 0.0, 0.0, 0.0);   // share of the sun behind mountains; floodlight, its foot (m against the eye), height m
uniform vec3 flood_colours[2];   // at the foot and at the top

// Light that a white wall sends on; `place` against the origin of the chunk.
vec3 floodlit(vec3 place, float up_m, vec3 n) {
    float lift = clamp(up_m / max(chunk_light.w, 4.0), 0.0, 1.0);
    float low = 1.0 - lift;
    float tall = smoothstep(40.0, 90.0, chunk_light.w) * (1.0 - smoothstep(150.0, 220.0, chunk_light.w));   // masts have lamps on the way
    float reached = mix(0.24 + 0.95 * low * low * low, 0.13 + 1.10 * low * low * low * low, tall);
    float strength = reached * (0.28 + 0.72 * clamp(1.0 - abs(n.z + 0.25), 0.0, 1.0));
#ifdef PER_PIXEL
    // a lamp every 6 m: cones near the foot, one sheet of light above; level ground gets little
    float along = (place.y * n.x - place.x * n.y) * inversesqrt(max(dot(n.xy, n.xy), 0.01));
    strength *= 1.3 + 0.45 * cos(along * 1.0472) * exp(max(up_m, 0.0) * mix(-0.11, -0.035, tall));
    strength *= mix(0.30, 1.0, clamp(up_m - 0.2, 0.0, 1.0));
#endif
    return mix(flood_colours[0], flood_colours[1], lift) * (chunk_light.y * clock.z * strength * 0.95);
}
