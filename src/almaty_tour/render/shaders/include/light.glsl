// Light that falls on a surface.

vec3 sky_light(vec3 n) {
    return max(ambient[0].rgb + ambient[1].rgb * n.x + ambient[2].rgb * n.y
        + ambient[3].rgb * n.z, ambient[0].rgb * 0.25);
}

// What a mirror shows in a direction: sky that is brighter towards the sun, the hazy wall of the
// mountains in the south (all round, and higher, between them), sunlit land. No sun disc.
vec3 mirrored_sky(vec3 ray, float height_m) {
    float up = ray.z;
#ifndef PER_PIXEL
    // per vertex a ridge would be missed, and land is as dark as what hides it
    vec3 sky = mix(horizon.rgb, zenith.rgb, sqrt(max(up, 0.0)));
    return mix(ambient[0].rgb * 0.45, sky, smoothstep(-0.12, 0.04, up));
#else
    float sunward = dot(ray.xy, sun.xy);
    vec3 above = mix(horizon.rgb * (1.05 + 0.35 * sunward), zenith.rgb, sqrt(clamp(up, 0.0, 1.0)));
    float among = clamp((height_m - 1300.0) / 900.0, 0.0, 1.0);
    float ridge = max(0.11 * max(-ray.y, 0.0), 0.26 * among) * (1.0 + 0.18 * sin(ray.x * 11.0 + 1.3 * ray.y));
    vec3 land = (light_low.rgb * (max(light.z, 0.0) * 0.3183) + ambient[0].rgb + ambient[3].rgb) * vec3(0.13, 0.13, 0.11);
    vec3 hills = mix(haze_glow.rgb * 0.8, land, 0.35 + 0.5 * among);
    float soft = 0.015 + 0.12 * among;
    vec3 seen = mix(hills, above, smoothstep(ridge - soft, ridge + soft, up));
    return mix(land, seen, smoothstep(-0.10, 0.0, up));
#endif
}

vec3 to_linear(vec3 c) {
    return c * (c * (c * 0.305306011 + 0.682171111) + 0.012522878);
}
