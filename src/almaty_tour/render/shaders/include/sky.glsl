// Radiance of the sky from its table, the discs of sun and moon, stars, clouds.
uniform sampler2D sky_table;

vec3 sky_radiance(vec3 ray) {
    vec2 towards = sun.xy * inversesqrt(max(dot(sun.xy, sun.xy), 1e-6));
    float level = inversesqrt(max(dot(ray.xy, ray.xy), 1e-6));
    float cosine = dot(ray.xy, towards) * level;
    float u = sqrt(clamp(0.5 - 0.5 * cosine, 0.0, 1.0));
    float v = 0.5 + 0.5 * sign(ray.z) * sqrt(abs(ray.z));
    return textureLod(sky_table, vec2(u, v), 0.0).rgb * haze_glow.a;
}

// The disc and its aureole: drops of haze throw most light a few degrees ahead. Two lobes, as
// one Henyey-Greenstein lobe (which the table holds) is too flat there (Nishita 1993).
vec3 sun_disc(vec3 ray) {
    float off = 1.0 - dot(ray, sun.xyz);
    if (off > 0.15) return vec3(0.0);
    float disc = smoothstep(4.0e-5, 2.4e-5, off);
    float near = 1.0 / (1.0 + off * 3500.0), wide = 1.0 / (1.0 + off * 160.0);
    return light_low.rgb * ((1.0 - clock.w) * (disc * 20.0 + 0.55 * near * near + 0.025 * wide * wide));
}

#ifdef NIGHT
// Few bright stars and many faint ones, from bluish to yellowish; haze takes the low ones.
vec3 stars(vec3 ray) {
    vec3 at = ray * 150.0;
    uvec3 cell = uvec3(ivec3(floor(at)) + 4096);
    uint h = hash(cell.x * 73856093u ^ cell.y * 19349663u ^ cell.z * 83492791u);
    vec3 inside = fract(at) - 0.5;
    float near = 1.0 - clamp(dot(inside, inside) * 16.0, 0.0, 1.0);
    float bright = (h & 15u) == 0u ? float((h >> 8) & 255u) / 255.0 : 0.0;
    float b2 = bright * bright;
    vec3 tint = mix(vec3(1.0, 0.86, 0.70), vec3(0.75, 0.86, 1.0), float((h >> 16) & 255u) / 255.0);
    float dark = clamp((-sun.w - 0.105) * 8.0, 0.0, 1.0);   // from 6 to 13 degrees under the horizon
    return tint * (near * near * (0.10 * bright + 1.5 * b2 * b2 * b2) * dark * clamp(ray.z * 3.0, 0.0, 1.0));
}

// The disc of the moon, a ball in the light of the sun, so its phase is true.
vec3 moon_disc(vec3 ray) {
    float ahead = dot(ray, moon.xyz);
    if (ahead < 0.98) return vec3(0.0);
    vec3 beside = (ray - moon.xyz * ahead) / 0.0052;
    float out2 = dot(beside, beside);
    vec3 facing = beside - moon.xyz * sqrt(max(1.0 - out2, 0.0));
    float lit = smoothstep(-0.05, 0.25, dot(facing, sun.xyz)) + 0.02;
    float disc = smoothstep(1.05, 0.90, out2);
    float ring = 1.0 / (1.0 + (1.0 - ahead) * 2500.0);
    return vec3(1.0, 0.97, 0.90) * clock.y * (disc * lit * 1.6 + moon.w * 0.22 * ring * ring);
}
#endif

#ifdef STREAKS
// High thin cloud that the sun under the horizon still lights from below, gold towards it, rose where
// it has gone; above it the sky deepens.
vec3 with_streaks(vec3 behind, vec3 ray) {
    float dusk = smoothstep(-0.15, -0.07, sun.w) * smoothstep(0.06, -0.01, sun.w);
    float up = max(ray.z, 0.0);
    vec2 at = clouds.xy + ray.xy * (1.6 / (up + 0.045));   // bands grow narrower towards the horizon
    float long_way = textureLod(cloud_noise, at * vec2(0.055, 0.30) + 0.3, 0.0).g;
    float torn = textureLod(cloud_noise, at * vec2(0.21, 0.85), 0.0).r;
    float veil = smoothstep(0.40, 0.85, 0.62 * long_way + 0.38 * torn) * smoothstep(0.02, 0.07, up);
    float sunward = dot(ray.xy, sun.xy) * inversesqrt(max(dot(ray.xy, ray.xy) * dot(sun.xy, sun.xy), 1e-6));
    vec3 ember = mix(vec3(1.40, 0.70, 0.64), vec3(2.3, 1.0, 0.42), smoothstep(-0.3, 0.9, sunward));
    behind *= mix(vec3(1.0), vec3(0.62, 0.78, 1.00), dusk * smoothstep(0.07, 0.30, up));
    return mix(behind, behind * 0.5 + ember * dot(horizon.rgb, vec3(0.30, 0.55, 0.15)), veil * dusk * 0.7);
}
#endif

#ifdef CLOUDS
// Fair-weather cumulus: a layer with a flat base; its top is higher the denser the noise. Met
// by CLOUDS levels from below, so flanks and bases part as the eye turns; one level in `low`.
// Metres along a ray to a shell `clouds.z` above the eye over the round Earth.
float cloud_distance(vec3 ray) {
    return 2.0 * clouds.z / (ray.z + sqrt(ray.z * ray.z + clouds.z * 3.14e-7));
}

// What changes slowly, at the corners of the grid: how dense the noise must be for a cloud in
// this region, and the share of its light that the air lets through.
vec2 cloud_region(vec3 ray) {
    float away = cloud_distance(vec3(ray.xy, max(ray.z, 0.0)));
    vec2 at = clouds.xy + ray.xy * (away / CLOUD_TILE_M);
    return vec2(cloud_need(at), exp(away * -2.4e-5));
}

#if CLOUDS > 1
// How dense the layer is at a share of its depth: hills and hollows of the large noise, eaten at by
// the same noise five and seventeen times as fine. Five slices of the first lie over each other, or
// flanks would be curtains. Bases are nearly level, tops are domes.
float cloud_density(vec2 at, float need, float high) {
    float dense = textureLod(cloud_noise, at, 0.0).r - need - 0.20 * high * high;
    if (dense < -0.10) return dense;
    float slice = floor(high * 5.0);
    vec2 aside = slice * vec2(0.37, 0.61), next = aside + vec2(0.37, 0.61);
    float fine = mix(textureLod(cloud_noise, at * 5.3 + aside, 0.0).r,
        textureLod(cloud_noise, at * 5.3 + next, 0.0).r, high * 5.0 - slice);
    float finest = textureLod(cloud_noise, at * 17.1 - aside, 0.0).r;
    float eaten = 0.24 * abs(2.0 * fine - 1.0) + 0.05 * abs(2.0 * finest - 1.0) - 0.10;
    return dense - eaten * (0.4 + 0.6 * high);
}

// Cumulus by steps through the layer. `grain` shifts the steps, so that they do not show as edges.
vec3 with_clouds(vec3 behind, vec3 ray, vec2 region, float grain) {
    if (ray.z < 0.004 || clouds.z < 200.0) return behind;
    vec2 step_uv = ray.xy * (cloud_distance(ray) / CLOUD_TILE_M);
    float need = region.x, clear = region.y;
    vec3 sunlit = light_high.rgb;
    float towards = max(dot(ray, light.xyz), 0.0);
    float t4 = towards * towards * towards * towards;
    vec3 shade = ambient[0].rgb * 0.78 + sunlit * 0.045;
    vec3 bright = ambient[0].rgb * 0.55 + sunlit * (0.26 + 0.30 * t4 * t4);
    // a flat ray is followed for 250 m a step, not through the whole layer
    float deep = min(CLOUD_DEPTH_M, 250.0 * float(CLOUDS) * ray.z) / clouds.z;
    vec3 sum = vec3(0.0);
    float left = 1.0;
    for (int level = 0; level < CLOUDS && left > 0.02; level++) {
        float high = (float(level) + grain) / float(CLOUDS);
        vec2 at = clouds.xy + step_uv * (1.0 + high * deep);
        float dense = cloud_density(at, need, high);
        if (dense > 0.0) {
            float cover = smoothstep(0.0, 0.09, dense) * (1.0 - pow(0.012, 1.0 / float(CLOUDS)));
            float before = max(cloud_density(at + light.xy * 0.026, need, min(high + 0.22, 1.0)), 0.0);
            float lit = exp(-9.0 * before) * (0.38 + 0.62 * high);
            sum += mix(shade, bright, clamp(lit * 1.3, 0.0, 1.0)) * (cover * left);
            left *= 1.0 - cover;
        }
    }
    float streak = textureLod(cloud_noise, (clouds.xy + step_uv * 1.9) * vec2(0.5, 0.125), 0.0).g;
    float thin = smoothstep(0.50, 1.0, streak) * 0.30 * clear;
    behind = mix(behind, behind + sunlit * 0.16, thin);
    return mix(behind, behind * left + sum, clear);
}
#else
// The same met once, along a ray of any length.
vec3 with_clouds(vec3 behind, vec3 ray, vec2 region, float grain) {
    if (ray.z < 0.004 || clouds.z < 200.0) return behind;
    float away = 2.0 * clouds.z / (ray.z + sqrt(ray.z * ray.z + dot(ray, ray) * (clouds.z * 3.14e-7)));
    vec2 step_uv = ray.xy * (away / CLOUD_TILE_M);
    vec3 sunlit = light_high.rgb;
    vec3 shade = ambient[0].rgb * 0.80 + sunlit * 0.055;
    vec3 bright = ambient[0].rgb * 0.55 + sunlit * 0.26;
    vec2 at = clouds.xy + step_uv * (1.0 + grain * CLOUD_DEPTH_M / clouds.z);
    float dense = textureLod(cloud_noise, at, 0.0).r - region.x - 0.16 * grain;
    float cover = clamp(dense * 5.5, 0.0, 1.0);
    vec3 light_here = mix(bright, shade, clamp(dense * 4.5 - 0.15, 0.0, 0.85));
    return mix(behind, behind * (1.0 - cover) + light_here * cover, region.y);
}
#endif
#endif
