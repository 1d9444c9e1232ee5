// Radiance of the sky from its table, the disc of the sun, stars.
uniform sampler2D sky_table;

vec3 sky_radiance(vec3 ray) {
    vec2 towards = sun.xy * inversesqrt(max(dot(sun.xy, sun.xy), 1e-6));
    float level = inversesqrt(max(dot(ray.xy, ray.xy), 1e-6));
    float cosine = dot(ray.xy, towards) * level;
    float u = sqrt(clamp(0.5 - 0.5 * cosine, 0.0, 1.0));
    float v = 0.5 + 0.5 * sign(ray.z) * sqrt(abs(ray.z));
    return textureLod(sky_table, vec2(u, v), 0.0).rgb * haze_glow.a;
}

vec3 sun_disc(vec3 ray) {
    float cosine = dot(ray, sun.xyz);
    float disc = smoothstep(0.999955, 0.999972, cosine);
    float far = clamp((1.0 - cosine) * 900.0, 0.0, 1.0);
    float halo = (1.0 - far) * (1.0 - far);
    vec3 glare = light_low.rgb * (1.0 - clock.w);
    return glare * (disc * 12.0 + halo * halo * 0.25);
}

#ifdef NIGHT
uint star_hash(uvec3 c) {
    uint h = c.x * 73856093u ^ c.y * 19349663u ^ c.z * 83492791u;
    h ^= h >> 16; h *= 0x7feb352du; h ^= h >> 15; h *= 0x846ca68bu; h ^= h >> 16;
    return h;
}
vec3 stars(vec3 ray) {
    vec3 at = ray * 130.0;
    uint h = star_hash(uvec3(ivec3(floor(at)) + 4096));
    vec3 inside = fract(at) - 0.5;
    float near = 1.0 - clamp(dot(inside, inside) * 14.0, 0.0, 1.0);
    float bright = (h & 63u) == 0u ? float((h >> 8) & 255u) / 255.0 : 0.0;
    return vec3(0.85, 0.92, 1.0) * (near * bright * bright * clock.y * clamp(ray.z * 4.0, 0.0, 1.0));
}
#endif

#ifdef CLOUDS
uniform sampler2D cloud_noise;   // tileable, density in red
vec3 with_clouds(vec3 behind, vec3 ray) {
    float up = max(ray.z, 0.01);
    vec2 at = ray.xy / (up + 0.06) * 0.055 + eye.xy * 1e-6 + clock.x * vec2(2e-5, 1e-5);
    float fine = texture(cloud_noise, at * vec2(3.1, 1.3)).r;
    float broad = texture(cloud_noise, at * vec2(0.7, 0.5) + 0.37).r;
    float cover = smoothstep(0.62 - 0.3 * eye.z, 0.95, broad * 0.75 + fine * 0.4);
    cover *= smoothstep(0.02, 0.22, ray.z) * (0.30 + 0.65 * eye.z);
    float towards = max(dot(ray, light.xyz), 0.0);
    vec3 sunlit = light_high.rgb * (0.10 + 0.25 * towards * towards * towards * towards);
    return mix(behind, sunlit + ambient[0].rgb * 0.9, cover);
}
#endif
