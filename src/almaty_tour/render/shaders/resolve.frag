// The mean of the samples of a pixel, as the screen will show them: a lit window of a hundred
// times the light around it would win every pixel that it touches, and flicker as it leaves it
// (weights after Karis, High Quality Temporal Supersampling, 2014). Defines: SAMPLES=n
uniform sampler2DMS samples;
out vec4 colour;

void main() {
    ivec2 px = ivec2(gl_FragCoord.xy);
    vec3 sum = vec3(0.0);
    float weights = 0.0, mark = 0.0;   // what mirrors, for the pass that looks for it
    for (int one = 0; one < SAMPLES; one++) {
        vec4 light = texelFetch(samples, px, one);
        float weight = 1.0 / (1.0 + max(light.r, max(light.g, light.b)));
        sum += light.rgb * weight;
        weights += weight;
        mark += light.a;
    }
    colour = vec4(sum / weights, mark / float(SAMPLES));
}
