// Painting the ground from straight above: sRGB, and how paved it is in alpha.
// Defines: LAND COVER, FILL or STROKE
layout(location = 0, index = 0) out vec4 colour;
uniform vec2 scale;
#ifdef LAND
uniform sampler2D ground_colour;
uniform sampler2D town_map;       // yards and lawns without streets; share in alpha
uniform sampler2D detail;
uniform vec4 map_place;
uniform vec4 town_place;
uniform vec2 pattern;
in vec2 v_at;

void main() {
    vec3 land = texture(ground_colour, v_at * map_place.xy + map_place.zw).rgb;
#ifdef COVER
    vec2 at_town = v_at * town_place.xy + town_place.zw;
    vec4 town = texture(town_map, at_town);
    vec2 rim = abs(at_town - 0.5);
    land = mix(land, town.rgb, town.a * clamp((0.5 - max(rim.x, rim.y)) * 12.0, 0.0, 1.0));
#endif
    vec4 patches = texture(detail, (pattern + v_at) / 64.0);
    colour = vec4(land * (0.94 + 0.12 * patches.a), 0.0);
}
#else
layout(location = 0, index = 1) out vec4 cover;
flat in vec4 v_paint;
#ifdef STROKE
flat in vec4 v_shape;
flat in vec2 v_line;
in vec2 v_at;

// Share of a texel at x that the span from low to high covers.
float covered(float low, float high, float x, float texel) {
    return clamp((min(high, x + texel * 0.5) - max(low, x - texel * 0.5)) / texel, 0.0, 1.0);
}
#endif

void main() {
    float share = 1.0;
#ifdef STROKE
    float texel = scale.y;
    float half_width = v_shape.x;
    if (v_line.y < 0.0) {
        float beyond = max(max(-v_at.x, v_at.x - v_line.x), 0.0);
        share = covered(-half_width, half_width, length(vec2(beyond, v_at.y)), texel);
    } else {
        share = covered(-half_width, half_width, v_at.y, texel)
              * covered(-v_line.y, v_line.x + v_line.y, v_at.x, texel);
    }
    if (v_shape.y > 0.0) {
        float period = v_shape.y + v_shape.z;
        float in_period = mod(v_at.x + v_shape.w, period);
        float dashed = covered(0.0, v_shape.y, in_period, texel) + covered(period, period + v_shape.y, in_period, texel);
        share *= texel > period * 0.5 ? v_shape.y / period : min(dashed, 1.0);
    }
#endif
    colour = v_paint;
    cover = vec4(share);
}
#endif
