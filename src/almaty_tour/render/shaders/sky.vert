// A grid over the picture; the smooth part of the sky is worked out at its corners.
// Defines: SKY_DEPTH LOG_DEPTH
#include "frame.glsl"
#include "air.glsl"
#include "sky.glsl"
uniform mat3 rays;       // columns: right and up half extents, forward
out vec3 v_ray;
out vec3 v_sky;

const int COLUMNS = 48, ROWS = 32;

void main() {
    int quad = gl_VertexID / 6, corner = gl_VertexID - quad * 6;
    int x = quad % COLUMNS + (corner == 1 || corner == 2 || corner == 4 ? 1 : 0);
    int y = quad / COLUMNS + (corner == 2 || corner == 4 || corner == 5 ? 1 : 0);
    vec2 place = vec2(float(x) / float(COLUMNS), float(y) / float(ROWS)) * 2.0 - 1.0;
    v_ray = rays * vec3(place, 1.0);
    v_sky = sky_radiance(normalize(v_ray));
    gl_Position = vec4(place, SKY_DEPTH, 1.0);
}
