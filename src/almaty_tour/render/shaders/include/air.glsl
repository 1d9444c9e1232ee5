// What the air between the eye and a point takes away and adds. Per vertex.
// `through` is the share of light that arrives, `added` the light of the air itself.

#ifdef SMOOTH
const float VALLEY_MIST = 4.0;   // of the haze's own share, seen from within the mountains
#endif

float mean_density(float start, float r) {
    // mean of exp(-h / H) along a straight line that begins with density `start` and rises
    // `r` scale heights: start * (1 - exp(-r)) / r, by the first terms of its reciprocal
    float r2 = r * r;
    return start / max(1.0 + r * 0.5 + r2 * (0.0833333 - r2 * 0.0013889 / (1.0 + 0.02 * r2)), 0.04);
}

float haze_phase(float cosine) {
    float k = 1.5184 - 1.44 * cosine;                    // g = 0.72
    return 0.4816 / (4.0 * PI * k * sqrt(k));
}

vec3 light_colour(float height_m) {
    return mix(light_low.rgb, light_high.rgb, clamp((height_m - 700.0) / 4000.0, 0.0, 1.0));
}

void air_between(vec3 relative, out vec3 through, out vec3 added) {
    float far = length(relative);
    vec3 ray = relative / max(far, 1e-3);
    float thin = mean_density(density.x, relative.z * rayleigh.w) * far;
    float dust = mean_density(density.y, relative.z * haze.z) * far;
#ifdef SMOOTH
    // valleys of the mountains hold mist, which a haze by height alone knows nothing of
    float valley = smoothstep(1500.0, 2400.0, haze.w) * smoothstep(1500.0, 2200.0, haze.w + relative.z);
    dust *= 1.0 + VALLEY_MIST * valley * smoothstep(600.0, -300.0, relative.z);
#endif
    vec3 molecules = rayleigh.rgb * thin;
    vec3 haze_dust = haze_tint.rgb * dust;
    vec3 depth = molecules + haze.y * haze_dust;
    through = exp(-depth);
    float cosine = dot(ray, light.xyz);
    vec3 lit = light_colour(haze.w + 0.5 * relative.z + 600.0) * (1.0 - 0.8 * clock.w);
    vec3 gain = molecules * (0.0596831 * (1.0 + cosine * cosine)) * lit
        + haze.x * haze_dust * (haze_phase(cosine) * lit)
        + (molecules + haze.x * haze_dust) * haze_glow.rgb;
    added = (1.0 - through) * gain / max(depth, vec3(1e-7));
#ifdef CEILING
    // mountains vanish in a closed cloud with a ragged base, which is as bright as the sky beside
    vec2 at = eye.xy + relative.xy;
    float ragged = 110.0 * sin(at.x * 0.0021 + 1.7 * sin(at.y * 0.0013)) + 60.0 * sin(at.y * 0.0047 + at.x * 0.0011);
    float hidden = smoothstep(0.0, 1.0, (relative.z + haze.w - ground.z + ragged) / 420.0);
    through *= 1.0 - hidden;
    float base = exp(-2.4e-5 * max(clouds.z, 0.0) / max(ray.z, 0.02));   // as `cloud_region` has it
    added = mix(added, mix(horizon.rgb * (1.0 + 2.0 * max(ray.z, 0.0)), ambient[0].rgb * 0.78, base), hidden);
#endif
}
