// The layer of cumulus, as the sky shows it and as it shades what is below. Defines: CLOUD_SHADE
uniform sampler2D cloud_noise;   // tileable: density, streaks
const float CLOUD_TILE_M = 11000.0, CLOUD_DEPTH_M = 900.0;

// How dense the noise must be for a cloud at a place of the pattern.
float cloud_need(vec2 at) {
    return 1.02 - 0.62 * clouds.w - 0.34 * textureLod(cloud_noise, at * 0.3125, 0.0).r;
}

#ifdef CLOUD_SHADE
// Share of the sun that the clouds leave an eye-relative point: what the sky shows where the way
// to the sun meets the layer. The penumbra of a low sun is wide. Per vertex.
float cloud_shade(vec3 relative) {
    float rise = max(clouds.z + 150.0 - relative.z, 0.0);
    vec2 at = clouds.xy + (relative.xy + light.xy * (rise / max(light.z, 0.1))) / CLOUD_TILE_M;
    float dense = textureLod(cloud_noise, at, 0.0).r - cloud_need(at);
    return 1.0 - density.w * smoothstep(-0.01, 0.13, dense) * min(rise * 0.01, 1.0);
}
#endif
