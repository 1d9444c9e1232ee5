// The ground. Defines: SHADOWS SHADOW_TAPS SHADOW_SIZE DETAIL TOWN (1 beside the town, 2 all town) HDR LOG_DEPTH NIGHT
// PAINTED (1 one square, 2 two blended) SQUARES (how many)
// SNOWY (snow lies in the town, the carriageways are cleared)
#include "frame.glsl"
#include "air.glsl"
#include "light.glsl"
#include "shadow.glsl"
#include "tone.glsl"
#include "depth.glsl"

uniform sampler2D ground_colour;  // sRGB albedo
uniform sampler2D ground_normal;  // rise to east, north as signed roots; open sky
uniform sampler2D detail;         // grain: grass, rock, crowns, broad noise
uniform sampler2D town_map;       // sRGB over the ground; share in alpha

uniform vec4 map_place;           // eye-relative metres to map coordinates: scale, offset
uniform vec4 town_place;
#ifdef PAINTED
uniform sampler2DArray painted_map;      // sRGB; how paved in alpha
uniform vec4 square_place[SQUARES];      // eye-relative metres to each square
uniform vec4 squares;                    // metres a texel and reach of the finest; first in use; reach of all
#endif

in vec4 v_relative;               // and the share of the sun
in vec3 v_through;
in vec3 v_added;
out vec4 colour;

#ifdef PAINTED
vec4 painted(vec2 at, float level) {
    vec4 place = square_place[int(level)];
    return textureLod(painted_map, vec3(at * place.xy + place.zw, level), 0.0);
}

// What is painted at an eye-relative point, from the square whose texels are as large as a pixel.
vec4 painted_at(vec2 at, vec2 dx, vec2 dy) {
    float long_m = max(length(dx), length(dy));
    float short_m = max(min(length(dx), length(dy)), 1e-4);
    float wanted = log2(sqrt(long_m * short_m) / squares.x) + 0.25;
    float within = max(abs(at.x), abs(at.y)) / squares.y;
    float least = max(ceil(log2(max(within, 1e-4))), squares.z);
    float most = float(SQUARES - 1);
#if PAINTED > 1
    float level = clamp(wanted, least, most);
    float low = floor(level);
    return mix(painted(at, low), painted(at, min(low + 1.0, most)), level - low);
#else
    return painted(at, clamp(floor(wanted + 0.5), least, most));
#endif
}
#endif

#if defined(TOWN) && defined(NIGHT)
// Yards and doors of a town far away: points in cells that grow with the distance, so that they
// stay as large as a pixel or two. The pattern returns every 4,096 m, as `eye` does.
vec3 far_lights(vec3 relative, float away2) {
    float cells = away2 < 3.2e6 ? 256.0 : away2 < 1.3e7 ? 128.0 : away2 < 5.2e7 ? 64.0 : 32.0;
    vec2 at = (eye.xy + relative.xy) * (cells / 4096.0);
    uvec2 cell = uvec2(ivec2(floor(at))) & uint(cells - 1.0);
    uint h = cell.x * 73856093u ^ cell.y * 19349663u;
    h ^= h >> 16; h *= 0x7feb352du; h ^= h >> 15; h *= 0x846ca68bu; h ^= h >> 16;
    vec2 off = fract(at) - 0.5;
    float near = clamp(1.0 - dot(off, off) * 14.0, 0.0, 1.0);
    vec3 tint = mix(vec3(1.0, 0.55, 0.22), vec3(1.0, 0.90, 0.72), float((h >> 16) & 255u) / 255.0);
    return tint * ((h & 3u) == 0u ? near * float((h >> 8) & 255u) / 255.0 : 0.0);
}
#endif

void main() {
    vec3 relative = v_relative.xyz;
    vec2 at_map = relative.xy * map_place.xy + map_place.zw;
    vec4 form = texture(ground_normal, at_map);
    vec2 coded = (form.rg * 255.0 - 128.0) / 127.0;
    vec2 rise = coded * abs(coded) * 4.0;
    vec3 n = normalize(vec3(-rise, 1.0));
    float height = relative.z + haze.w;
#ifdef TOWN
    vec2 at_town = relative.xy * town_place.xy + town_place.zw;
    vec4 town = texture(town_map, at_town);
#if TOWN == 2
    float inside = 1.0;
    vec3 albedo = to_linear(town.rgb);
#else
    vec3 land = to_linear(texture(ground_colour, at_map).rgb);
    vec2 rim = abs(at_town - 0.5);
    float inside = town.a * clamp((0.5 - max(rim.x, rim.y)) * 12.0, 0.0, 1.0);
    vec3 albedo = mix(land, to_linear(town.rgb), inside);
#endif
#else
    vec3 albedo = to_linear(texture(ground_colour, at_map).rgb);
#endif
    float paved = 0.0;
#ifdef PAINTED
    float edge = max(abs(relative.x), abs(relative.y)) / squares.w;
    float shown = clamp((1.0 - edge) * 10.0, 0.0, 1.0);
    vec4 paint = painted_at(relative.xy, dFdx(relative.xy), dFdy(relative.xy));
    albedo = mix(albedo, to_linear(paint.rgb), shown);
    paved = paint.a * shown;
#endif
    float patchy = 0.0;
#ifdef DETAIL
    float far = dot(relative, relative);
    vec2 at = eye.xy + relative.xy;
    vec4 fine = texture(detail, at / 16.0);
    float near = 1.0 / (1.0 + far * 1.5e-6);
    float rock = clamp((0.86 - n.z) * 6.0, 0.0, 1.0);
    float grain = mix(fine.r, fine.g, rock) * 2.0 - 1.0;
#if DETAIL > 1
    vec4 broad = texture(detail, at / 512.0);
    vec4 trees = texture(detail, at / 160.0);
    float crowns = clamp(1.2 - dot(albedo, vec3(14.0)), 0.0, 1.0);
    float middle = 1.0 / (1.0 + far * 2.0e-8);
    grain += (trees.b * 2.0 - 1.0) * crowns * 1.1 * middle / max(near, 0.02) * 0.5;
    patchy = broad.a - 0.5;
    albedo *= 1.0 + 0.5 * patchy + 0.75 * (trees.b * 2.0 - 1.0) * crowns * middle;
    grain = mix(fine.r, fine.g, rock) * 2.0 - 1.0;
#else
    patchy = (fine.a - 0.5) * near;
#endif
    albedo *= 1.0 + 0.6 * grain * near * (1.0 - 0.75 * paved);
#endif
    float line = height - ground.y + n.y * 420.0 + patchy * 420.0;
    float snow = clamp(line / 420.0 + 0.5, 0.0, 1.0);
    snow *= smoothstep(0.40, 0.70, n.z + patchy * 0.25);
#if defined(TOWN) && (defined(NIGHT) || defined(SNOWY))
    // roads are the grey of the picture
    float road = clamp(1.0 - abs(town.r - town.b) * 16.0, 0.0, 1.0) * clamp((0.50 - town.g) * 8.0, 0.0, 1.0) * inside;
#ifdef PAINTED
    road = mix(road, clamp((paint.a - 0.6) * 4.0, 0.0, 1.0), shown);
#endif
#ifdef PAINTED
    road = mix(road, clamp((paint.a - 0.6) * 4.0, 0.0, 1.0), shown);
#endif
#ifdef SNOWY
    snow *= 1.0 - road;
    albedo *= 1.0 - 0.45 * road;   // wet
#endif
#endif
    albedo = mix(albedo, vec3(0.78, 0.81, 0.86), snow);
    float lit = shadow_at(light_space(relative + vec3(0.0, 0.0, 0.05))) * max(dot(n, light.xyz), 0.0);
    vec3 sunlight = light_colour(height) * (0.3183 * v_relative.w);
    float open = form.b;
    vec3 light_sum = albedo * (sunlight * lit + sky_light(n) * open);
#if defined(TOWN) && defined(NIGHT)
    // lamplight on the roads in pools; from afar the lamps themselves, which are not drawn there
    vec2 away = abs(fract((eye.xy + relative.xy) / 32.0) - 0.5) * 2.0;
    float pool = away.x * away.y;
    float away2 = dot(relative, relative);
    float remote = clamp(away2 * 2.0e-6 - 0.2, 0.0, 1.0);
    float lamps = (0.10 + 0.90 * pool * pool) * 1.7 * (albedo.g + 0.03) + remote * pool * pool * pool * 0.55;
    light_sum += vec3(1.0, 0.66, 0.34) * (road * lamps * clock.z);
    float farther = inside * clamp((away2 - 1.2e6) * 2.5e-7, 0.0, 1.0);
    if (farther > 0.0) light_sum += far_lights(relative, away2) * (farther * clock.z * 1.6);
#endif
    light_sum = light_sum * v_through + v_added;
    colour = output_colour(light_sum);
    write_depth();
}
