// Painting the ground from straight above: sRGB, and how paved it is in alpha.
// Defines: LAND COVER, FILL or STROKE
// What is laid down is mottled here, by what it is, so that it costs nothing while the eye rests.
layout(location = 0, index = 0) out vec4 colour;
uniform vec2 scale;
uniform sampler2D relief;         // every 256 m: slopes, height, crowns
uniform vec2 pattern;             // the middle of the square in metres, so that patterns lie still
in vec2 v_place;                  // metres from the middle

// Tones of several sizes, -1 to 1: patches of 64 m, 16 m and 3 m.
vec3 tones() {
    vec2 at = pattern + v_place;
    return vec3(texture(relief, at / 256.0).b, texture(relief, at.yx / 64.0).b, texture(relief, at / 16.0).b) * 2.0 - 1.0;
}

// Lawns between deep green and pale, asphalt with stains and cracks, worn slabs.
vec3 mottled(vec3 paint, float paved, float tracks) {
    vec3 t = tones();
    if (paved < 0.3) {
        float mix_of = 0.30 * t.x + 0.35 * t.y + 0.45 * t.z;
        return paint * (1.0 + mix_of * vec3(0.20, 0.13, 0.10));
    }
    float amount = paved > 0.7 ? 1.0 : 0.7;
    float stain = 0.07 * t.x + 0.08 * t.y + 0.06 * t.z;
    float near = clamp(2.0 - scale.y * 8.0, 0.0, 1.0);
    float crack = clamp(1.0 - abs(t.y - 0.12) * 26.0, 0.0, 1.0) * clamp(t.x * 3.0 + 0.3, 0.0, 1.0) * near;
    return paint * (1.0 + amount * stain - 0.16 * amount * crack - tracks);
}
#ifdef LAND
uniform sampler2D ground_colour;
uniform sampler2D town_map;       // yards and lawns without streets; share in alpha
uniform vec4 map_place;
uniform vec4 town_place;

void main() {
    vec3 land = texture(ground_colour, v_place * map_place.xy + map_place.zw).rgb;
#ifdef COVER
    vec2 at_town = v_place * town_place.xy + town_place.zw;
    vec4 town = texture(town_map, at_town);
    vec2 rim = abs(at_town - 0.5);
    land = mix(land, town.rgb, town.a * clamp((0.5 - max(rim.x, rim.y)) * 12.0, 0.0, 1.0));
#endif
    colour = vec4(mottled(land, 0.0, 0.0), 0.0);
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
    float tracks = 0.0, paved = v_paint.a;
#ifdef STROKE
    float bright = v_paint.g;
    if (v_paint.a > 0.9 && half_width > 2.6 && bright < 0.5) {
        // wheels run 0.82 m beside the middle of lanes of 3.3 m
        tracks = (0.5 - 0.5 * cos(v_at.y * 3.808)) * clamp((half_width - abs(v_at.y)) * 2.0, 0.0, 1.0) * 0.10 - 0.05;
        tracks += 0.14 * clamp(1.0 - (half_width - abs(v_at.y)) * 2.2, 0.0, 1.0);   // dust at the kerb
        // a little less paved there, which tells the ground where leaves drift together
        if (scale.y < 0.2) paved -= 0.07 * clamp(1.6 - (half_width - abs(v_at.y)) * 1.3, 0.0, 1.0);
    }
    if (v_paint.a > 0.9 && bright > 0.6) {   // worn paint: in patches, from near in chips, the most at its edges
        if (scale.y < 0.1) {
            float chips = texture(relief, (pattern + v_place) / 3.0).b * 2.0 - 1.0;
            float rim = clamp(1.0 - (half_width - abs(v_at.y)) * 16.0, 0.0, 1.0);
            share *= 1.0 - 0.8 * clamp(1.8 * chips + 0.9 * tones().z - 0.75 + 0.45 * rim, 0.0, 1.0);
        } else {
            share *= 1.0 - 0.75 * clamp(tones().z * 1.6 - 0.35, 0.0, 1.0);
        }
    }
#endif
    colour = vec4(mottled(v_paint.rgb, v_paint.a, tracks), paved);
    cover = vec4(share);
}
#endif
