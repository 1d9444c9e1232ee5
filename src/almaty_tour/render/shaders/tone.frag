// From the light buffer to the screen. Defines: BLOOM FXAA DITHER ADAPT GRADE, MAPPED (it is mapped already)
#include "tone.glsl"
uniform sampler2D light_buffer;
uniform vec2 texel;
in vec2 v_at;
flat in float v_gain;
out vec4 colour;

#ifdef BLOOM
// What is brighter than white spreads a little: averages of 8 to 64 pixels.
vec3 glow(vec2 at) {
    vec3 sum = vec3(0.0);
    for (int level = 3; level <= 6; level++)
        sum += max(textureLod(light_buffer, at, float(level)).rgb - 0.9, vec3(0.0));
    return min(sum * 0.07, vec3(1.0));
}
#endif

#ifdef MAPPED
vec3 screen(vec2 at) { return textureLod(light_buffer, at, 0.0).rgb; }
#else
vec3 screen(vec2 at) { return tone(textureLod(light_buffer, at, 0.0).rgb * v_gain); }
#endif

#ifdef FXAA
// Of a texel, which software reads faster than a place between texels.
float luma(ivec2 px) {
    vec3 light = texelFetch(light_buffer, px, 0).rgb;
#ifndef MAPPED
    light = tone(light * v_gain);
#endif
    return dot(light, vec3(0.299, 0.587, 0.114));
}

// Mean across an edge; light is mapped first, or one bright side would outshine the other.
float edge_mean(ivec2 px, ivec2 across) { return 0.5 * (luma(px) + luma(px + across)); }

// How far along an edge its contrast lasts, in texels; `mean` on the edge, `least` of a change.
int edge_length(ivec2 px, ivec2 across, ivec2 along, float mean, float least) {
    for (int reach = 1; reach <= 8; reach *= 2)
        if (abs(edge_mean(px + along * reach, across) - mean) >= least) return reach;
    return 12;
}

// A pixel is drawn towards what lies across its edge, by how near the edge ends, or as a thin
// thing by how far it is from the mean around it (after FXAA 3, Lottes 2011).
vec3 smoothed(vec2 at) {
    const ivec2 dx = ivec2(1, 0), dy = ivec2(0, 1);
    ivec2 px = clamp(ivec2(at / texel), ivec2(1), textureSize(light_buffer, 0) - 2);
    vec3 middle = screen(at);
    float m = luma(px), n = luma(px + dy), s = luma(px - dy), e = luma(px + dx), w = luma(px - dx);
    float range = max(m, max(max(n, s), max(e, w))) - min(m, min(min(n, s), min(e, w)));
    if (range < 0.03) return middle;
    float ne = luma(px + dx + dy), nw = luma(px - dx + dy), se = luma(px + dx - dy), sw = luma(px - dx - dy);
    float thin = clamp(abs((2.0 * (n + s + e + w) + ne + nw + se + sw) / 12.0 - m) / range, 0.0, 1.0);
    thin = thin * thin * (3.0 - 2.0 * thin);
    float level = abs(nw + sw - 2.0 * w) + 2.0 * abs(n + s - 2.0 * m) + abs(ne + se - 2.0 * e);
    float upright = abs(nw + ne - 2.0 * n) + 2.0 * abs(w + e - 2.0 * m) + abs(sw + se - 2.0 * s);
    bool lies = level >= upright;
    float below = lies ? s : w, above = lies ? n : e;
    bool up = abs(above - m) >= abs(below - m);
    float other = up ? above : below;
    ivec2 across = (lies ? dy : dx) * (up ? 1 : -1), along = lies ? dx : dy;
    float mean = 0.5 * (m + other), least = 0.25 * abs(other - m);
    int ahead = edge_length(px, across, along, mean, least);
    int back = edge_length(px, across, -along, mean, least);
    float end = edge_mean(px + (ahead < back ? along * ahead : along * -back), across) - mean;
    float share = (end < 0.0) != (m < mean) ? 0.5 - float(min(ahead, back)) / float(ahead + back) : 0.0;
    return mix(middle, screen(at + vec2(across) * texel), max(share, 0.5 * thin * thin));
}
#endif

#ifdef GRADE
// As film prints it: a steeper middle, shadows that lean to blue and lights that lean to yellow,
// and pale colours a little richer, while rich ones keep.
#ifdef MAPPED
const float STEEPER = 0.06;   // contrast is shimmer too
#else
const float STEEPER = 0.24;
#endif
vec3 graded(vec3 c) {
    c = clamp(c, 0.0, 1.0);
    c = mix(c, c * c * (3.0 - 2.0 * c), STEEPER);
    float grey = dot(c, vec3(0.2126, 0.7152, 0.0722));
    float spread = max(c.r, max(c.g, c.b)) - min(c.r, min(c.g, c.b));
#ifdef MAPPED
    c = mix(c, vec3(grey), 0.22 * clamp(3.0 * (c.g - max(c.r, c.b)), 0.0, 1.0));   // leaves are never neon
    c = mix(vec3(grey), c, 1.0 + 0.22 * (1.0 - spread) * (1.0 - spread));
#else
    // greens lean to olive, and neither shade nor a clear sky is as blue as the sums have it
    float leaf = clamp(3.0 * (c.g - max(c.r, c.b)), 0.0, 1.0), blue = clamp(2.5 * (c.b - c.r), 0.0, 1.0);
    c.r += 0.10 * leaf * grey;
    c = mix(c, vec3(grey), max(0.34 * leaf, blue * mix(0.34, 0.14, smoothstep(0.10, 0.55, grey))));
    c = mix(vec3(grey), c, 1.0 + 0.18 * (1.0 - spread) * (1.0 - spread));
#endif
    return c * mix(vec3(0.99, 1.0, 1.02), vec3(1.02, 1.0, 0.97), smoothstep(0.05, 0.85, grey));
}
#endif

void main() {
#ifdef FXAA
    vec3 middle = smoothed(v_at);
#else
    vec3 middle = screen(v_at);
#endif
#ifdef BLOOM
    vec3 bright = glow(v_at);
    middle = 1.0 - (1.0 - middle) * (1.0 - bright / (1.0 + bright));
#endif
#ifdef GRADE
    middle = graded(middle);
#ifndef MAPPED
    vec2 off = v_at - 0.5;   // corners of a lens are darker
    middle *= 1.0 - 0.12 * dot(off, off) * dot(off, off) * 4.0;
#endif
#endif
#ifdef DITHER
    middle += dither();
#endif
    colour = vec4(middle, 1.0);
}
