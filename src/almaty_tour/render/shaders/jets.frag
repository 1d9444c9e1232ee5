// A jet: a bright core that frays as it rises, streaks that fall back round it, mist. Drops are as
// long as they move while a shutter is open. Defines as in jets.vert
#define PER_PIXEL
#include "frame.glsl"
#include "hash.glsl"
#include "air.glsl"
#include "light.glsl"
#define FINE_RIPPLES
#include "ripples.glsl"
#include "tone.glsl"
#include "depth.glsl"
uniform vec3 lamps;               // colour of the lamps in the pool
in vec3 v_relative;
flat in vec4 v_foot;
flat in vec4 v_own;
flat in uint v_seed;
in vec3 v_through;
in vec3 v_added;
out vec4 colour;

// Streaks a cell long and a part of a cell wide; `wide` cells a pixel, where it is much only the
// mean is left.
float streaks(vec2 at, float wide, uint salt) {
    int column = int(floor(at.x));
    uint own = hash(uint(column + 4096) * 2654435761u + salt);
    float along = at.y * (0.8 + 0.5 * float(own & 255u) / 255.0) + float((own >> 8) & 1023u) * 0.37;
    int row = int(floor(along));
    uint drop = hash(own + uint(row + 65536) * 73856093u);
    vec2 off = vec2(fract(at.x) - 0.5 - 0.4 * (float(drop & 255u) / 255.0 - 0.5), fract(along));
    float bright = float((drop >> 8) & 255u) / 255.0;
    float seen = bright * bright * 2.6 * exp(-off.x * off.x * 26.0) * 4.0 * off.y * (1.0 - off.y);
    return mix(seen, 0.22, clamp(1.6 * wide - 0.4, 0.0, 1.0));
}

// How much water lies behind a point of the sheet: metres beside the axis and above the water.
float water(float x, float z, float pixel) {
    float tall = v_foot.w, s = z / tall;
    float sway = v_own.z + 0.5 * sin(clock.x * 1.7 + v_own.z * 20.0);
    x -= tall * 0.055 * sway * s * s;
    float fallen = sqrt(max(1.02 - s, 0.0));             // of the time from the top to the water
    float pace = sqrt(4.9 / tall) * clock.x;
    float frayed = smoothstep(0.25, 0.95, s);

    // up: a rope of threads that parts towards the top, and higher up lumps with gaps between them
    float core = 0.016 + 0.0025 * tall + 0.016 * tall * s * s;
    core *= 0.75 + 0.5 * streaks(vec2(0.0, (fallen + pace) * 17.0), 0.0, v_seed);
    float side = x / core;
    float broken = smoothstep(0.10, 0.70, s);
    float top = 0.80 + 0.16 * sin(clock.x * 2.3 + v_own.z * 31.0) + 0.10 * sin(clock.x * 5.1 + v_own.z * 17.0);
    float rope = exp(-side * side) * (1.0 - smoothstep(top - 0.35, top, s));
    float threads = streaks(vec2(side * 2.6 + 0.5, (fallen + pace) * 15.0), 2.6 * pixel / core, v_seed + 1u)
        + streaks(vec2(side * 4.4, (fallen + pace) * 27.0), 4.4 * pixel / core, v_seed + 2u);
    float lumps = streaks(vec2(0.5, (fallen + pace) * 9.0), 0.0, v_seed + 7u) + streaks(vec2(1.5, (fallen + pace) * 23.0), 0.0, v_seed + 8u);
    float sum = rope * mix(1.5, 0.10 + 0.9 * threads, frayed) * mix(1.0, min(1.6 * lumps, 1.4), broken);

    // drops thrown off the rope, larger ones apart from each other
    float flung = tall * (0.012 + 0.055 * s);
    float drop_at = x / flung;
    float drops = streaks(vec2(drop_at * 5.0, (fallen + 0.86 * pace) * 31.0), 5.0 * pixel / flung, v_seed + 9u);
    sum += 1.5 * max(drops - 0.55, 0.0) * exp(-drop_at * drop_at * 0.8) * smoothstep(1.12, 0.90, s) * smoothstep(0.08, 0.3, s);

    // down: each streak keeps its way out, so that the veil widens as it falls
    float wide = tall * (0.016 + 0.088 * fallen);
    float out_at = (x - tall * 0.030 * (1.0 - s) * sway) / wide;
    float veil = exp(-out_at * out_at * 1.5) * smoothstep(1.06, 0.92, s);
    float thin = pixel / wide;
    float rain = streaks(vec2(out_at * 9.0, (fallen - pace) * 13.0), 9.0 * thin, v_seed + 3u)
        + 0.8 * streaks(vec2(out_at * 15.0 + 0.3, (fallen - pace * 1.04) * 22.0), 15.0 * thin, v_seed + 4u)
        + 0.6 * streaks(vec2(out_at * 27.0 + 0.7, (fallen - pace * 0.97) * 37.0), 27.0 * thin, v_seed + 5u);
    sum += veil * max(rain - 0.12, 0.0) * mix(0.55, 0.95, smoothstep(0.35, 1.0, s)) * smoothstep(-0.02, 0.10, s - 0.05 * out_at * out_at);

    // mist that hangs about the upper half, and what is thrown up where it lands
    sum += (0.05 + 0.10 * lumps) * exp(-out_at * out_at * 0.5) * smoothstep(0.10, 0.8, s) * smoothstep(1.10, 0.85, s);
    float splash = exp(-x * x / (0.02 + 0.004 * tall * tall)) * exp(-z * 5.0) * smoothstep(0.0, 0.12, z + 0.06 * streaks(vec2(x * 23.0, 0.0), 0.0, v_seed));
    return sum + splash * (0.22 + 0.5 * streaks(vec2(x * 38.0, z * 9.0 - clock.x * 3.0), 38.0 * pixel, v_seed + 6u));
}

void main() {
    vec3 away = vec3(v_own.xy, 0.0), place = v_relative;
    float share = 1.0;
    if (v_own.w > 0.5) {
        vec3 ray = normalize(v_relative);
        vec3 n = rippled(vec3(0.0, 0.0, 1.0), eye.xy + v_relative.xy, dot(v_relative, v_relative));
        vec3 back = reflect(ray, n);
        float grazing = 1.0 - clamp(-dot(n, ray), 0.0, 1.0), g2 = grazing * grazing;
        share = 0.02 + 0.98 * g2 * g2 * grazing;
        place += back * (dot(v_foot.xyz - place, away) / max(dot(back, away), 0.05));
    }
    vec3 from = place - v_foot.xyz;
    float x = dot(from.xy, vec2(away.y, -away.x));
    if (from.z < 0.02 || from.z > 1.09 * v_foot.w) discard;
    float pixel = fwidth(dot(v_relative.xy, vec2(away.y, -away.x)));
    float dense = 1.0 - exp(-water(x, from.z, pixel));
    float towards = max(dot(normalize(place), light.xyz), 0.0);
    float t4 = towards * towards * towards * towards;
    vec3 lit = (ambient[0].rgb + 0.5 * ambient[3].rgb) * 0.95
        + light_colour(place.z + haze.w) * (0.14 + 0.5 * t4 * t4) * max(light.z + 0.15, 0.0);
#ifdef NIGHT
    // lamps in the water shine up the jet, which leads their light as glass does
    lit += lamps * (clock.z * (1.9 * exp(-0.9 * from.z) + 0.75 * exp(-0.22 * from.z)));
#endif
    vec3 seen = output_colour(lit * v_through + v_added).rgb * dense;
    colour = vec4(seen * share, v_own.w > 0.5 ? 0.0 : 0.92 * dense);
    write_depth();
}
