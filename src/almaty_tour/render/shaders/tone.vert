// One triangle over the picture. Defines: ADAPT (the picture sets its own exposure, within bounds)
layout(location = 0) in vec2 corner;
out vec2 v_at;
flat out float v_gain;

#ifdef ADAPT
#include "frame.glsl"
uniform sampler2D light_buffer;
// Middle of the logarithms of light that eyes are at home with, by day and by night; how far they
// follow, and bounds.
const float HOME = -2.0, HOME_BY_NIGHT = -3.4, FOLLOW = 0.30, LEAST = -0.32, MOST = 0.30;

// What the picture is multiplied by. Mean logarithm of 12 x 8 places, each a mean of 16 pixels;
// a lamp or the sun counts no more than white. The same picture has the same gain: nothing is
// remembered, and as the eye turns the mean goes along smoothly.
float gain() {
    float sum = 0.0, weights = 0.0;
    for (int y = 0; y < 8; y++) for (int x = 0; x < 12; x++) {
        vec2 at = (vec2(x, y) + 0.5) / vec2(12.0, 8.0);
        vec2 off = (at - 0.5) * 2.0;
        float weight = 1.2 - 0.5 * dot(off, off);
        vec3 light = min(textureLod(light_buffer, at, 4.0).rgb, vec3(1.0));
        sum += weight * log2(dot(light, vec3(0.2126, 0.7152, 0.0722)) + 0.004);
        weights += weight;
    }
    return exp2(clamp((mix(HOME, HOME_BY_NIGHT, clock.y) - sum / weights) * FOLLOW, LEAST, MOST));
}
#endif

void main() {
    v_at = corner * 0.5 + 0.5;
#ifdef ADAPT
    v_gain = gain();
#else
    v_gain = 1.0;
#endif
    gl_Position = vec4(corner, 0.0, 1.0);
}
