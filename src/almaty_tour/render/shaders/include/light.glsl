// Light that falls on a surface.

vec3 sky_light(vec3 n) {
    return max(ambient[0].rgb + ambient[1].rgb * n.x + ambient[2].rgb * n.y
        + ambient[3].rgb * n.z, ambient[0].rgb * 0.25);
}

// Sky in the direction of a mirrored ray: soft, no sun disc.
vec3 mirrored_sky(vec3 ray) {
    float up = clamp(ray.z, -1.0, 1.0);
    vec3 above = mix(horizon.rgb, zenith.rgb, sqrt(max(up, 0.0)));
    vec3 below = ambient[0].rgb * 0.55;
    return mix(below, above, smoothstep(-0.12, 0.04, up));
}

vec3 to_linear(vec3 c) {
    return c * (c * (c * 0.305306011 + 0.682171111) + 0.012522878);
}
