// Painting the ground from straight above. Defines: LAND, FILL or STROKE
layout(location = 0) in vec2 place;   // LAND, STROKE: corner -1..1; FILL: metres from the middle
uniform vec2 scale;                   // metres to clip (LAND: clip to metres); metres a texel
#ifdef FILL
layout(location = 1) in vec4 paint;
flat out vec4 v_paint;
#endif
#ifdef STROKE
layout(location = 1) in vec4 line;    // from, to: metres from the middle
layout(location = 2) in vec4 shape;   // half width, dash, gap, phase
layout(location = 3) in vec4 paint;
layout(location = 4) in float end;
flat out vec4 v_paint;
flat out vec4 v_shape;
flat out vec2 v_line;                 // length; how far square ends go on
out vec2 v_at;                        // along from the first point, across
#endif
out vec2 v_place;                     // metres from the middle

void main() {
#ifdef LAND
    v_place = place * scale.x;
    gl_Position = vec4(place, 0.0, 1.0);
#endif
#ifdef FILL
    v_paint = paint;
    v_place = place;
    gl_Position = vec4(place * scale.x, 0.0, 1.0);
#endif
#ifdef STROKE
    vec2 way = line.zw - line.xy;
    float far = length(way);
    vec2 along = far > 1e-4 ? way / far : vec2(1.0, 0.0);
    float on = end == 1.0 ? 0.0 : shape.x;
    float rim = scale.y;
    v_at = vec2(mix(-on - rim, far + on + rim, place.x * 0.5 + 0.5), place.y * (shape.x + rim));
    vec2 at = line.xy + along * v_at.x + vec2(-along.y, along.x) * v_at.y;
    v_place = at;
    v_paint = paint;
    v_shape = shape;
    v_line = vec2(far, end == 2.0 ? shape.x : (end == 1.0 ? 0.0 : -1.0));
    gl_Position = vec4(at * scale.x, 0.0, 1.0);
#endif
}
