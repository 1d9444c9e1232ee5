// From the light buffer to the screen. Defines: BLOOM FXAA DITHER ADAPT
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

vec3 screen(vec2 at) { return tone(textureLod(light_buffer, at, 0.0).rgb * v_gain); }

void main() {
    vec3 middle = screen(v_at);
#ifdef FXAA
    // Short FXAA: blend along the edge where the contrast is high.
    vec3 luma = vec3(0.299, 0.587, 0.114);
    float nw = dot(screen(v_at + texel * vec2(-1.0, 1.0)), luma);
    float ne = dot(screen(v_at + texel * vec2(1.0, 1.0)), luma);
    float sw = dot(screen(v_at + texel * vec2(-1.0, -1.0)), luma);
    float se = dot(screen(v_at + texel * vec2(1.0, -1.0)), luma);
    float m = dot(middle, luma);
    float low = min(m, min(min(nw, ne), min(sw, se)));
    float high = max(m, max(max(nw, ne), max(sw, se)));
    vec2 along = vec2(sw + se - nw - ne, nw + sw - ne - se);
    float small = max((nw + ne + sw + se) * 0.03125, 0.0078125);
    along = clamp(along / (min(abs(along.x), abs(along.y)) + small), -8.0, 8.0) * texel;
    vec3 two = 0.5 * (screen(v_at - along / 6.0) + screen(v_at + along / 6.0));
    vec3 four = 0.5 * two + 0.25 * (screen(v_at - along * 0.5) + screen(v_at + along * 0.5));
    float l = dot(four, luma);
    middle = l < low || l > high ? two : four;
#endif
#ifdef BLOOM
    vec3 bright = glow(v_at);
    middle = 1.0 - (1.0 - middle) * (1.0 - bright / (1.0 + bright));
#endif
#ifdef DITHER
    middle += dither();
#endif
    colour = vec4(middle, 1.0);
}
