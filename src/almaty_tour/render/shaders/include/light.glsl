// Light that falls on a surface.

vec3 sky_light(vec3 n) {
    return max(ambient[0].rgb + ambient[1].rgb * n.x + ambient[2].rgb * n.y
        + ambient[3].rgb * n.z, ambient[0].rgb * 0.25);
}

#ifdef ROOM
const float POLISHED = 0.3;   // of what a mirror shows: walls of a room are darker than its light
#endif

// What a mirror shows in a direction: sky that is brighter towards the sun, the line of the
// mountains as it stands round the eye, with their haze and snow, sunlit land. No sun disc.
#ifdef PER_PIXEL
uniform sampler2D skyline;     // by direction: sine of the crest's height, km to it (scene.skyline)
#endif

vec3 mirrored_sky(vec3 ray, float height_m) {
    float up = ray.z;
#ifndef PER_PIXEL
    // per vertex a ridge would be missed, and land is as dark as what hides it
    vec3 sky = mix(horizon.rgb, zenith.rgb, sqrt(max(up, 0.0)));
    return mix(ambient[0].rgb * 0.45, sky, smoothstep(-0.12, 0.04, up));
#else
    float sunward = dot(ray.xy, sun.xy);
    vec3 above = mix(horizon.rgb * (1.05 + 0.35 * sunward), zenith.rgb, sqrt(clamp(up, 0.0, 1.0)));
    // the line is laid round a square that stands on its corner: no arc tangent
    float across = ray.x / max(abs(ray.x) + abs(ray.y), 1e-5);
    vec4 crest = textureLod(skyline, vec2(ray.y > 0.0 ? 0.25 * across : 0.5 - 0.25 * across, 0.5), 0.0);
    vec3 white = light_low.rgb * (max(light.z, 0.0) * 0.3183) + ambient[0].rgb + ambient[3].rgb;
    vec3 land = white * vec3(0.13, 0.13, 0.11);
    float snow = clamp((height_m + up * crest.g * 1000.0 - ground.y) / 500.0, 0.0, 1.0);
    float far = 1.0 - exp(crest.g * (-0.016 - 600.0 * haze.y * density.y));
    vec3 hills = mix(mix(land, white * 0.62, snow), mix(haze_glow.rgb, horizon.rgb, 0.5) * 0.9, far);
    vec3 seen = mix(hills, above, smoothstep(crest.r - 0.006, crest.r + 0.006, up));
    return mix(land, seen, smoothstep(-0.10, 0.0, up));
#endif
}

vec3 to_linear(vec3 c) {
    return c * (c * (c * 0.305306011 + 0.682171111) + 0.012522878);
}
