// A map looked at between its texels along curves, not along straight lines, whose ends show as the
// squares of the lattice: cubic B-splines in four looks (Sigg and Hadwiger 2005). Farther off, where
// texels are as small as pixels, one look.
vec4 bent(sampler2D map, vec2 at) {
    vec2 size = vec2(textureSize(map, 0)), wide = fwidth(at) * size;
    if (max(wide.x, wide.y) > 0.5) return texture(map, at);
    vec2 place = at * size - 0.5, f = fract(place), g = 1.0 - f;
    vec2 first = g * g * g / 6.0, last = f * f * f / 6.0;
    vec2 second = 2.0 / 3.0 - 0.5 * f * f * (2.0 - f), third = 1.0 - first - second - last;
    vec2 low = first + second, high = third + last;
    vec2 under = (place - f - 0.5 + second / low) / size, over = (place - f + 1.5 + last / high) / size;
    return low.y * (low.x * textureLod(map, under, 0.0) + high.x * textureLod(map, vec2(over.x, under.y), 0.0))
        + high.y * (low.x * textureLod(map, vec2(under.x, over.y), 0.0) + high.x * textureLod(map, over, 0.0));
}
