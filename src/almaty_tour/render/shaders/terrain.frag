// The ground. Defines: DETAIL (the least level of grain that is not looked at) RELIEF (how many looks at what the lattice lacks) SNOW (where it may lie) SHADOWS SHADOW_TAPS SHADOW_SIZE TOWN (1 beside the town, 2 all town) HDR LOG_DEPTH NIGHT
// PAINTED (1 one square, 2 two blended) SQUARES (how many) COVERED (nothing but paint is seen)
// FAR_SHADOW (see shadow.glsl) EVEN (light is worked out per vertex) FORMED (the lie of the land is read there)
// LITTER (fallen leaves lie in the town) MEADOW (dandelions bloom in the grass)
// SNOWY (snow lies in the town, the carriageways are cleared) WET (it has rained)
// SMOOTH (with RELIEF 2: steep slopes show rock from their sides; with HDR snow drifts and has tracks)
#ifdef HDR
#define PER_PIXEL   // what mirror.frag takes back
#endif
#include "frame.glsl"
#include "hash.glsl"
#include "air.glsl"
#include "light.glsl"
#ifdef HDR
#define FINE_RIPPLES
#include "ripples.glsl"
uniform sampler2D sun_map;        // share of the sun that the mountains let through
#endif
#include "shadow.glsl"
#if defined(LITTER) || defined(MEADOW)
#include "litter.glsl"
#endif
#include "tone.glsl"
#include "depth.glsl"

uniform sampler2D ground_colour;  // sRGB albedo
uniform sampler2D ground_normal;  // rise to east, north as signed roots; open sky
uniform sampler2D near_grain;     // every 4 m: lawn, loose ground, asphalt, slabs; 0.5 is neutral
uniform sampler2D relief;         // every 256 m: slope to east and north, height, crowns
uniform sampler2D town_map;       // sRGB over the ground; share in alpha

uniform vec4 map_place;           // eye-relative metres to map coordinates: scale, offset
uniform vec4 town_place;
#if defined(SMOOTH) && RELIEF > 1
#include "slopes.glsl"
#if defined(SNOW) && defined(HDR)
#include "drifts.glsl"
#endif
#endif

#ifdef PAINTED
uniform sampler2DArray painted_map;      // sRGB; how paved in alpha
uniform vec4 square_place[SQUARES];      // eye-relative metres to each square
uniform vec4 squares;                    // metres a texel and reach of the finest; first in use; reach of all
#endif

in vec4 v_relative;               // and the share of the sun
in vec3 v_through;
in vec3 v_added;
#ifdef EVEN
in vec3 v_sunlight;
in vec3 v_skylight;
#endif
#ifdef FORMED
in vec3 v_form;
#endif
#if defined(COVERED) && defined(TOWN) && TOWN == 1
in float v_inside;
#endif
#ifdef SHADOW_PLACES
in vec4 v_far_place;
#ifndef FAR_SHADOW
in vec3 v_near_place;
#endif
#endif
out vec4 colour;

float lit_here(vec3 relative) {
#if defined(SHADOW_PLACES) && defined(FAR_SHADOW)
    return far_shadow(v_far_place);
#elif defined(SHADOW_PLACES)
    return near_shadow(v_near_place, v_far_place);
#else
    return shadow_at(light_space(relative + vec3(0.0, 0.0, 0.05)));
#endif
}

#ifdef PAINTED
vec4 painted(vec2 at, float level) {
    vec4 place = square_place[int(level)];
    return textureLod(painted_map, vec3(at * place.xy + place.zw, level), 0.0);
}

// What is painted at an eye-relative point, from the square whose texels are as large as a pixel.
vec4 painted_at(vec2 at, float pixel) {
    float wanted = pixel - log2(squares.x) + 0.1;
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
// stay as large as a pixel or two (`fine`, 0 for a wide lens: a long one would show discs). The
// pattern returns every 4,096 m, as `eye` does.
vec3 far_lights(vec3 relative, float away2, float fine) {
    float cells = away2 < 3.2e6 ? 256.0 : away2 < 1.3e7 ? 128.0 : away2 < 5.2e7 ? 64.0 : 32.0;
    vec2 at = (eye.xy + relative.xy) * (cells / 4096.0);
    uvec2 cell = uvec2(ivec2(floor(at))) & uint(cells - 1.0);
    uint h = hash(cell.x * 73856093u ^ cell.y * 19349663u);
    vec2 off = fract(at) - 0.5;
    float sharp = clamp(fine / (cells * cells), 14.0, 90.0);
    float near = clamp(1.0 - dot(off, off) * sharp, 0.0, 1.0);
    vec3 tint = mix(vec3(1.0, 0.55, 0.22), vec3(1.0, 0.90, 0.72), float((h >> 16) & 255u) / 255.0);
    vec3 points = tint * ((h & 3u) == 0u ? near * float((h >> 8) & 255u) / 255.0 : 0.0);
#ifdef HDR
    // the yard round a lamp is lit by it, most where snow lies; near by only that is left
    float yard = (h & 1u) == 0u ? exp(-13.0 * dot(off, off)) * float((h >> 8) & 255u) / 255.0 : 0.0;
    points = points * smoothstep(5.0e5, 1.4e6, away2) + tint * vec3(1.0, 0.85, 0.62) * (0.24 * yard);
#endif
#ifdef SMOOTH
    vec2 wide = fwidth(at);   // where cells are as flat as pixels their mean is left
    points = mix(points, vec3(0.014, 0.010, 0.0066), clamp(2.0 * max(wide.x, wide.y) - 0.5, 0.0, 1.0));
#endif
    return points;
}
#endif

// Logarithm of a pixel's size on the ground in metres, the mean of its long and its short side.
float pixel_size(vec2 at) {
    vec2 dx = dFdx(at), dy = dFdy(at);
    float long_m = max(length(dx), length(dy));
    float short_m = max(min(length(dx), length(dy)), 1e-4);
    return 0.5 * log2(long_m * short_m);
}

// How much of a colour is grass, green or straw.
float grass_of(vec3 c) {
    return clamp((0.5 * max(c.r, c.g) - c.b) * 60.0, 0.0, 1.0) * clamp((1.3 * c.g - c.r) * 45.0, 0.0, 1.0);
}

// Grass through the year: fresh, then straw where nobody waters it, `dry` 0 to 1.
vec3 grown(vec3 c, float grass, float dry) {
    float light_of = dot(c, vec3(0.25, 0.65, 0.10));
    vec3 fresh = c * vec3(0.83, 0.98, 0.74) + light_of * vec3(0.072, 0.085, 0.064);
    return mix(c, mix(fresh, light_of * vec3(1.62, 1.22, 0.56), dry), grass);
}

void main() {
    vec3 relative = v_relative.xyz;
    vec2 at_map = relative.xy * map_place.xy + map_place.zw;
#ifdef FORMED
    vec4 form = vec4(v_form, 0.0);
    vec2 rise = v_form.xy;
#elif !defined(EVEN)
    vec4 form = texture(ground_normal, at_map);
    vec2 coded = (form.rg * 255.0 - 128.0) / 127.0;
    vec2 rise = coded * abs(coded) * 4.0;
#endif
    vec2 at = eye.xy + relative.xy;
#if defined(PAINTED) || defined(DETAIL) || RELIEF > 1
    float pixel = pixel_size(relative.xy);
#endif
    float tone = 0.0;
#ifdef RELIEF
    float steep = length(rise);
#if RELIEF > 1
    vec4 small = textureLod(relief, at / 256.0, pixel + 1.2);
#else
    vec4 small = texture(relief, at / 256.0);
#endif
    vec2 bump = small.rg - 0.5;
    tone = small.b - 0.5;
    float crowns = small.a - 0.5;
#if RELIEF > 1
    // the same again 5.7 times as wide and turned by 45 degrees
    vec4 large = textureLod(relief, vec2(at.x + at.y, at.y - at.x) / 2048.0, pixel - 1.3);
    bump += vec2(large.r - large.g, large.r + large.g - 1.0) * 0.9;
    tone = 0.5 * tone + 0.8 * (large.b - 0.5);
#endif
    rise += bump * (1.3 * clamp(steep * (0.75 + steep), 0.03, 1.0));
    steep += bump.y * steep;
#if defined(SMOOTH) && defined(HDR) && RELIEF > 1
    // a crest is level between two steep sides, and would be a square of turf on the rock
    vec3 side = cross(dFdx(relative), dFdy(relative));
    steep = max(steep, min(0.8 * length(side.xy) / max(abs(side.z), 1e-6), 1.2));
#endif
#endif
#ifndef EVEN
    vec3 n = normalize(vec3(-rise, 1.0));
#endif
    float height = relative.z + haze.w;
#ifdef COVERED
#if defined(TOWN) && TOWN == 1
    float inside = v_inside;
#elif defined(TOWN)
    float inside = 1.0;
#endif
    vec3 albedo = vec3(0.0);
#if defined(NIGHT) || defined(SNOWY)
    vec4 town = vec4(0.0);
#endif
#elif defined(TOWN)
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
    vec4 paint = painted_at(relative.xy, pixel);
#ifdef COVERED
    float shown = 1.0;
    albedo = to_linear(paint.rgb);
#else
    float edge = max(abs(relative.x), abs(relative.y)) / squares.w;
    float shown = clamp((1.0 - edge) * 10.0, 0.0, 1.0);
    albedo = mix(albedo, to_linear(paint.rgb), shown);
#endif
    paved = paint.a * shown;
#endif
#ifdef TOWN
    float wild = 1.0 - inside;
#else
    float wild = 1.0;
#endif
    float soft = clamp(1.0 - paved * 2.5, 0.0, 1.0);
    float grass = grass_of(albedo) * soft;
#ifdef RELIEF
    tone *= clamp(0.4 + steep * 3.0, 0.0, 1.0);
    wild = max(wild, clamp(steep * 5.0 - 0.6, 0.0, 1.0));   // slopes within the town
    // woods in the distance, stone with its beds where it is steep, paler backs and darker hollows
    float woods = clamp(1.6 - dot(albedo, vec3(10.0)), 0.0, 1.0) * soft;
    albedo *= 1.0 + soft * (0.65 * tone + 1.3 * crowns * woods + (bump.x + bump.y) * min(steep, 0.5));
#if RELIEF > 1
    // shrubs in the hollows of open slopes
#if !(defined(SMOOTH) && defined(HDR))
    float shrubs = clamp(crowns * 6.0 - 0.6 - 9.0 * tone - 3.0 * form.b, 0.0, 1.0) * clamp(steep * 4.0 - 0.5, 0.0, 1.0);
    albedo *= 1.0 - vec3(0.62, 0.45, 0.60) * (shrubs * grass * clamp((2500.0 - height) / 400.0, 0.0, 1.0));
#endif
#endif
    float stone = clamp((steep - 0.66 + 0.7 * tone) * 4.0, 0.0, 1.0) * clamp((height - 1300.0) / 900.0, 0.0, 1.0) * (1.0 - woods);
    float shade = 1.0 + 1.4 * tone;
#if defined(SMOOTH) && RELIEF > 1
#ifdef HDR
    vec4 grit = vec4(0.0);
    float open_slope = clamp(max(steep * 4.0 - 0.7, (height - 2200.0) / 300.0), 0.0, 1.0) * wild;   // all of it on the heights
    if (open_slope > 0.0 && pixel < FAR_GRIT) grit = grit_on(at, height, rise, pixel) * (1.6 * wild * clamp(2.0 * (FAR_GRIT - pixel), 0.0, 1.0));
    float cavity = 1.0, rill = 0.0;
    Face crag = Face(vec3(0.0), 0.0, 0.0);
    if (steep > 0.25) {
        float run = smoothstep(0.25, 0.55, steep) * wild;
        vec3 down = rills(at, height, squarely(rise), pixel) * run;
        rill = down.z;
        n = normalize(n + vec3(down.xy * 1.1, 0.0));
        cavity = clamp(1.0 + 0.9 * rill, 0.5, 1.2);
    }
#else
    Face crag = Face(vec3(0.0), 0.0);
#endif
    if (steep > 0.40) {
        float bare = smoothstep(0.40, 0.70, steep);
        crag = rock_face(at, height, rise, pixel);
        crag.tone *= bare;
        crag.bump *= bare;
#ifdef HDR
        crag.ledge *= bare;
        tone = mix(tone, 0.4 * crag.tone, smoothstep(0.75, 1.25, steep));   // from above it is drawn out there
        // outcrops with edges, not stains
        float crags = smoothstep(-0.06, 0.06, steep - 0.84 + 0.35 * tone + 0.80 * crag.tone + 0.22 * grit.g);
        stone = crags * clamp((height - 1250.0) / 400.0, 0.0, 1.0) * (1.0 - 0.6 * woods);
        shade = clamp(1.05 + 0.4 * tone + 1.3 * crag.tone + 0.35 * grit.g, 0.3, 2.2);
        cavity *= clamp(1.0 + 0.8 * crag.tone + 0.2 * grit.g, 0.35, 1.25);
        n = normalize(n + crag.bump * (0.35 + 1.5 * stone));
        float slide = clamp((steep - 0.50) * 5.0, 0.0, 1.0) * smoothstep(0.02, 0.20, 0.10 - 0.5 * tone - 0.9 * rill - 0.35 * crag.tone + 0.10 * grit.g);
        float scree = 0.85 * slide * clamp((height - 2400.0) / 500.0, 0.0, 1.0) * (1.0 - woods);
        albedo = mix(albedo, vec3(0.205, 0.190, 0.174) * (1.0 + 0.4 * crag.tone + 0.6 * grit.g + 0.4 * rill), scree);
#else
        float crags = clamp((steep - 0.74 + 0.7 * tone + 0.95 * crag.tone) * 7.0, 0.0, 1.0);
        stone = crags * clamp((height - 1250.0) / 500.0, 0.0, 1.0) * (1.0 - woods);
        shade = 1.15 + 1.2 * tone + 1.7 * crag.tone;
        n = normalize(n + crag.bump * (0.35 + 0.9 * stone));
        // scree lies below the crags and in their gullies
        float scree = clamp((steep - 0.45) * 5.0, 0.0, 1.0) * clamp(0.25 - 2.2 * tone - 1.1 * crag.tone, 0.0, 0.75);
        scree *= clamp((height - 2400.0) / 500.0, 0.0, 1.0) * (1.0 - woods);
        albedo = mix(albedo, vec3(0.27, 0.25, 0.23) * (1.0 + 0.5 * crag.tone), scree);
#endif
        grass *= 1.0 - scree;
    }
#ifdef HDR
    albedo = grown_over(albedo, grass, grit, (1.0 - stone) * open_slope, cushions_of(height, 2.2 * crowns - 1.8 * tone - 0.9 * rill, grit.g), woods);
    albedo *= 0.86 + 0.6 * rill * (1.0 - stone);
#endif
#endif
#if RELIEF > 1 && !(defined(SMOOTH) && defined(HDR))
    float bed = sin(height * 0.16 + relative.x * 0.004 + 8.0 * tone) + 0.7 * sin(height * 0.47 + 17.0 * tone);
    shade += 0.16 * bed / (1.0 + dot(relative, relative) * 2e-8);
#endif
#if defined(SMOOTH) && defined(HDR) && RELIEF > 1
    albedo = mix(albedo, vec3(0.165, 0.148, 0.132) * shade, stone * 0.85);
#else
    albedo = mix(albedo, vec3(0.225, 0.196, 0.168) * shade, stone * 0.7);
#endif
    grass *= 1.0 - stone;
#endif
#if defined(TOWN) && TOWN == 2 && !defined(RELIEF)
    float dry = 0.2 * density.z;
#else
    // slopes to the sun are dry first, heights last
    float dry = density.z * (0.2 + 0.8 * wild) + wild * (0.25 + 0.5 * rise.y + 0.9 * tone - clamp((height - 1000.0) / 2000.0, 0.0, 0.5));
    dry = clamp(dry, 0.0, 1.0);
#endif
#if defined(SMOOTH) && defined(HDR) && RELIEF > 1
    dry = clamp(dry + (0.35 * grit.r + 0.30 * grit.g) * open_slope, 0.0, 1.0);
    albedo = thinned(grown(albedo, grass, dry), grass * wild, height);
#else
    albedo = grown(albedo, grass, dry);
#endif
#ifdef DETAIL
    float level = pixel + 7.4;     // of `near_grain`, whose texels are 1/128 m
    if (level < DETAIL) {
        vec4 grains = textureLod(near_grain, at / 4.0, level) * 2.0 - 1.0;
        float road = clamp(paved * 5.0 - 3.2, 0.0, 1.0);
        float flags = clamp(1.0 - abs(paved - 0.5) * 8.0, 0.0, 1.0);
        float grain = dot(grains, vec4(0.85 * grass, 0.62 * (soft - grass), 0.42 * road, 0.40 * flags));
        albedo *= 1.0 + grain * vec3(1.0 + 0.10 * grass, 1.0, 1.0 - 0.30 * grass);
    }
#endif
#if defined(MEADOW) && defined(DETAIL)
    albedo = meadow(albedo, at, grass * (1.0 - 0.6 * dry) * clamp((1700.0 - height) / 300.0, 0.0, 1.0), pixel);
#endif
#if defined(LITTER) && defined(TOWN)
    float strewn = grass + 0.16 * paved;
#ifdef HDR
    // along kerbs they lie thick, see painting.frag
    strewn += 0.75 * clamp((0.99 - paved) * 18.0, 0.0, 1.0) * clamp((paved - 0.84) * 14.0, 0.0, 1.0);
#endif
    albedo = littered(albedo, at, strewn * (1.0 - wild));
#endif
#ifdef SNOW
    // snow stays longest in the shade and in narrow gullies, and slides off walls of rock but for a dusting
    float line = height - ground.y + n.y * 420.0 + tone * 500.0 + (0.88 - form.b) * 900.0;
    float snow = clamp(line / 300.0 + 0.5, 0.0, 1.0);
    snow *= 0.3 + 0.7 * smoothstep(0.50, 0.76, n.z - tone * 0.35 + (0.88 - form.b) * 0.6);
#if defined(SMOOTH) && RELIEF > 1
#ifdef HDR
    float thicket = 0.35 * crowns + 0.5 * grit.r + 0.35 * grit.g - 0.9 * tone;
    snow = clamp(snow - 1.1 * rill, 0.0, 1.0 + min(snow, 0.0)) * step(0.001, snow);
    snow = held(snow, steep, stone, 0.75 * crag.ledge + 0.10 * grit.g, thicket * clamp((3000.0 - height) / 500.0, 0.0, 1.0));
#else
    // crags and their edges stay bare, and shrubs and tall grass stand out of it on the slopes
    snow *= 1.0 - 0.75 * smoothstep(0.12, 0.45, crag.tone + 0.5 * (steep - 0.85)) * smoothstep(0.55, 0.85, steep);
    float tufts = clamp(crowns * 5.0 - 0.9 - 4.0 * tone, 0.0, 1.0) * clamp(0.6 * pixel + 0.6, 0.0, 1.0);
#if defined(SNOWY) && defined(HDR)
    if (pixel < 0.5 && steep > 0.3) {   // one by one near the eye
        float herbs = textureLod(relief, (at + 57.0) / 64.0, pixel + 3.0).a - 0.5;
        tufts = max(tufts, clamp(herbs * 6.0 - 0.8 - 3.0 * tone + crag.tone, 0.0, 1.0) * clamp(0.7 - pixel, 0.0, 1.0));
    }
#endif
    snow *= 1.0 - tufts * clamp(steep * 3.0 - 0.9, 0.0, 1.0) * clamp((3000.0 - height) / 500.0, 0.0, 0.75);
#endif
#endif
#endif
#if defined(TOWN) && (defined(NIGHT) || defined(SNOWY))
    // roads are the grey of the picture
    float road = clamp(1.0 - abs(town.r - town.b) * 16.0, 0.0, 1.0) * clamp((0.50 - town.g) * 8.0, 0.0, 1.0) * inside;
#ifdef PAINTED
    road = mix(road, clamp((paint.a - 0.6) * 4.0, 0.0, 1.0), shown);
#endif
#ifdef SNOWY
#ifdef SNOW
    snow *= 1.0 - road * clamp(0.92 - 0.6 * tone, 0.7, 1.0);   // but for slush
#endif
    albedo *= 1.0 - 0.45 * road;   // wet
#endif
#endif
#ifdef SNOW
#if defined(SMOOTH) && defined(HDR) && RELIEF > 1
    if (snow > 0.0) {
        Drift lie = Drift(vec2(0.0), 0.0, 0.0);
        if (pixel < 1.5) lie = drifted(at, pixel, clamp(paved * 4.0 - 1.0, 0.0, 1.0), wild);
        // the wind has packed it on backs and filled hollows, where it is bluer
        lie.bump += bump * (0.30 * wild);
        n = normalize(n + vec3(lie.bump * snow, 0.0));
        albedo = mix(albedo, snow_colour(lie, wild * (0.8 * tone + 0.5 * crowns)), snow * (1.0 - 0.25 * lie.trodden));
    }
#else
    albedo = mix(albedo, vec3(0.78, 0.81, 0.86), snow);
#endif
#endif
#ifdef WET
    albedo *= 1.0 - ground.w * (0.18 + 0.32 * paved);
#endif
#ifdef EVEN
    vec3 light_sum = albedo * (v_sunlight * lit_here(relative) + v_skylight);
#else
    float lit = lit_here(relative) * max(dot(n, light.xyz), 0.0);
    vec3 sunlight = light_colour(height) * (0.3183 * v_relative.w);
#ifdef HDR
    sunlight *= textureLod(sun_map, at_map, 0.0).r;
#endif
    float open = form.b;
#if defined(SMOOTH) && defined(HDR) && RELIEF > 1
    open *= cavity;
#endif
    vec3 light_sum = albedo * (sunlight * lit + sky_light(n) * open);
#endif
#if defined(TOWN) && defined(NIGHT)
    // lamplight on the roads in pools; from afar the lamps themselves, which are not drawn there
    vec2 away = abs(fract((eye.xy + relative.xy) / 32.0) - 0.5) * 2.0;
    float pool = away.x * away.y;
    float away2 = dot(relative, relative);
    float remote = clamp(away2 * 2.0e-6 - 0.2, 0.0, 1.0);
#ifdef HDR
    const vec2 STREET = vec2(2.6, 3.2);   // light on the road; a row of lamps seen from afar
#else
    const vec2 STREET = vec2(1.7, 0.9);
#endif
    float lamps = (0.10 + 0.90 * pool * pool) * STREET.x * (albedo.g + 0.03) + remote * pool * pool * pool * STREET.y;
    light_sum += vec3(1.0, 0.66, 0.34) * (road * lamps * clock.z);
#if RELIEF > 1
    float fine = 1.2e7 * exp2(-2.0 * pixel);
    const float DOORS = 4.6;
#else
    const float DOORS = 2.4;
    float fine = 0.0;
#endif
#ifdef HDR
    float farther = inside * clamp((away2 - 8.0e4) * 2.5e-6, 0.0, 1.0) * (1.0 - 0.8 * road);
#else
    float farther = inside * clamp((away2 - 1.2e6) * 2.5e-7, 0.0, 1.0);
#endif
#ifndef EVEN
    farther *= clamp(n.z * 25.0 - 23.5, 0.0, 1.0);   // nobody lives on slopes
#endif
    if (farther > 0.0) light_sum += far_lights(relative, away2, fine) * (farther * clock.z * DOORS);
#endif
    float mirror = 0.0;   // see mirror.frag
#if defined(HDR) && defined(PAINTED)
    // painted water is bluer than anything else that is not paved
    float still = clamp((paint.b - paint.r - 0.04) * 25.0, 0.0, 1.0) * soft * shown;
    vec3 ahead = normalize(relative);
    vec3 face = rippled(vec3(0.0, 0.0, 1.0), at, dot(relative, relative));
    float glance = 1.0 - clamp(-dot(face, ahead), 0.0, 1.0);
    float g2 = glance * glance;
    still *= 0.025 + 0.9 * g2 * g2 * glance;
    light_sum = mix(light_sum, mirrored_sky(reflect(ahead, face), height), still);
#endif
#ifdef WET
    // standing water on what is paved, deepest in its dips, mirrors the sky
    vec3 back = normalize(-relative);
    float puddle = clamp(0.35 + 3.0 * tone + 0.5 * sin((eye.x + relative.x) * 0.21) * sin((eye.y + relative.y) * 0.17), 0.1, 1.0);
    float bend = pow(1.0 - clamp(back.z, 0.0, 1.0), 5.0);
    mirror = ground.w * paved * puddle * (0.03 + 0.75 * bend);
    light_sum += mirrored_sky(reflect(-back, vec3(0.0, 0.0, 1.0)), height) * mirror;
#endif
    light_sum = light_sum * v_through + v_added;
    colour = output_colour(light_sum);
#ifdef HDR
    if (mirror > 0.0) colour.a = -mirror;
#ifdef PAINTED
    if (still > 0.004) colour.a = 1.0 + still;
#endif
#endif
    write_depth();
}
