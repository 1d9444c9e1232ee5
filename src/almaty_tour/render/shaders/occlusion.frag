// Light of the sky that near things keep away. Defines: GATHER (looks), SMOOTH or APPLY; LOG_DEPTH
// GATHER and SMOOTH fill a texture of half the size: the open share, and the distance in two
// bytes of its logarithm, by which SMOOTH and APPLY keep within edges.
#include "behind.glsl"
uniform sampler2D occluded;
out vec4 colour;

const float REACH_M = 1200.0;    // farther away nothing is darkened
const float SHARE = 0.80;        // of the light goes where all is closed

float code_of(float away) { return log2(1.0 + away) / 22.0; }
float code_of(vec4 texel) { return texel.g + texel.b / 255.0; }
vec2 bytes_of(float code) { return vec2(floor(code * 255.0) / 255.0, fract(code * 255.0)); }

// 1 for the same distance, 0 for one that differs by 4 %.
float alike(float code, float other) { return max(1.0 - abs(code - other) * 390.0, 0.0); }

#ifdef GATHER
vec3 facing(ivec2 px, vec3 p) {
    vec3 right = place_at(px + ivec2(1, 0)) - p, left = p - place_at(px - ivec2(1, 0));
    vec3 above = place_at(px + ivec2(0, 1)) - p, below = p - place_at(px - ivec2(0, 1));
    vec3 across = abs(right.z) < abs(left.z) ? right : left;
    vec3 up = abs(above.z) < abs(below.z) ? above : below;
    vec3 n = normalize(cross(across, up));
    return dot(n, p) > 0.0 ? -n : n;
}

// How much of the half space over a point is closed by what is near: the sine of each thing's
// height over the surface, which counts less the farther it is (after Bavoil 2008).
float closed(ivec2 px, vec3 p) {
    vec3 n = facing(px, p);
    float reach = clamp(p.z * 0.06, 0.8, 7.0);
    float reach_px = min(reach / (p.z * lens.y) * 0.5 * float(textureSize(scene_depth, 0).y), 90.0);
    ivec2 cell = ivec2(gl_FragCoord.xy) & 3;
    float first = float(cell.x * 4 + cell.y) / 16.0;
    float sum = 0.0;
    for (int i = 0; i < GATHER; i++) {
        float out_share = (float(i) + first) / float(GATHER);
        float turn = (float(i) + first) * 2.3999632 + first * 6.2831853;
        vec2 off = vec2(cos(turn), sin(turn)) * (1.5 + out_share * out_share * reach_px);
        vec3 v = place_at(px + ivec2(off)) - p;
        float far2 = dot(v, v);
        float near = max(1.0 - far2 / (reach * reach), 0.0);
        sum += near * max(dot(v, n) * inversesqrt(far2 + 1e-6) - 0.10, 0.0);
    }
    return min(sum * 3.2 / float(GATHER), 1.0);
}

void main() {
    ivec2 px = ivec2(gl_FragCoord.xy) * 2;
    vec3 p = place_at(px);
    float open = 1.0;
    if (p.z < REACH_M) open -= closed(px, p) * (1.0 - smoothstep(0.3 * REACH_M, REACH_M, p.z));
    colour = vec4(open, bytes_of(code_of(p.z)), 1.0);
}
#endif

#ifdef SMOOTH
void main() {
    ivec2 px = ivec2(gl_FragCoord.xy), most = textureSize(occluded, 0) - 1;
    vec4 here = texelFetch(occluded, px, 0);
    float code = code_of(here), sum = 0.0, weights = 0.0;
    for (int y = -2; y < 2; y++) for (int x = -2; x < 2; x++) {
        vec4 other = texelFetch(occluded, clamp(px + ivec2(x, y), ivec2(0), most), 0);
        float weight = alike(code, code_of(other)) + 1e-4;
        sum += other.r * weight;
        weights += weight;
    }
    colour = vec4(sum / weights, here.gba);
}
#endif

#ifdef APPLY
void main() {
    ivec2 px = ivec2(gl_FragCoord.xy), most = textureSize(occluded, 0) - 1;
    float code = code_of(distance_at(px));
    ivec2 low = px / 2, step_to = (px & 1);
    float sum = 0.0, weights = 0.0;
    for (int y = 0; y < 2; y++) for (int x = 0; x < 2; x++) {
        vec4 other = texelFetch(occluded, min(low + ivec2(x, y) * step_to, most), 0);
        float weight = alike(code, code_of(other)) + 1e-4;
        sum += other.r * weight;
        weights += weight;
    }
    float open = 1.0 - SHARE * (1.0 - sum / weights);
    colour = vec4(open, open, open, 1.0);
}
#endif
