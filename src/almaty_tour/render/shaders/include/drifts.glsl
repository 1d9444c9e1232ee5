// Snow near the eye: drifts, ripples of the wind, what feet have trodden. Needs hash.glsl and the
// samplers `relief` and `near_grain`.

struct Drift {
    vec2 bump;     // how the normal turns, east and north
    float tone;    // of the snow's brightness, about 0
    float trodden; // 0 to 1
};

// How deep single walkers have trod who went about along `way`, -0.3 on the rims of prints to 1 in
// them; a groove where prints are smaller than a pixel.
float tracks(vec2 at, float pixel, vec2 way, float salt) {
    const float LANE_M = 13.0, STEP_M = 0.74;
    float along = dot(at, way);
    float aside = dot(at, vec2(-way.y, way.x)) + 2.4 * sin(along * 0.121 + salt) + 0.8 * sin(along * 0.37 + 2.0 * salt);
    float lane = aside / LANE_M;
    uint h = hash(uint(int(floor(lane)) + 65536) * 2654435761u + uint(salt * 64.0));
    float off = (fract(lane) - 0.3 - 0.4 * float(h & 255u) / 255.0) * LANE_M;
    if ((h & 0x300u) == 0u || abs(off) > 0.6) return 0.0;   // nobody went there
    float pace = along / STEP_M, left = mod(floor(pace), 2.0) * 2.0 - 1.0;
    vec2 from = vec2((fract(pace) - 0.5) * STEP_M, off - 0.12 * left) / vec2(0.21, 0.095);
    float r2 = dot(from, from);
    float print = smoothstep(1.25, 0.55, r2) - 0.3 * (smoothstep(3.2, 1.6, r2) - smoothstep(1.6, 0.9, r2));
    float groove = 0.42 * exp(-10.0 * off * off) * clamp(1.2 - 0.6 * (pixel + 2.0), 0.0, 1.0);
    return mix(groove, print, smoothstep(-2.6, -4.2, pixel));
}

// `pixel`: logarithm of its metres; `walked`: share of the ground where people walk; `wild`: the
// wind has its way. `at` repeats every 4,096 m, as `eye` does.
Drift drifted(vec2 at, float pixel, float walked, float wild) {
    Drift lie;
    vec3 broad = textureLod(relief, at / 64.0, pixel + 3.0).rgb - 0.5;
    // ripples lie across the wind from the west
    vec3 ripple = textureLod(relief, vec2(at.x + 0.25 * at.y, 0.25 * at.y - 0.0625 * at.x) / 8.0, pixel + 5.2).rgb - 0.5;
    float windy = 0.35 + 0.65 * wild;
    lie.bump = 0.60 * broad.rg + vec2(0.40, 0.12) * windy * ripple.rg;
    lie.tone = 0.22 * broad.b + 0.16 * windy * ripple.b;
    lie.trodden = 0.0;
    if (wild < 1.0 && walked < 0.9) {
        float trod = tracks(at, pixel, vec2(0.83, 0.56), 1.3);
        lie.tone -= 0.55 * trod * (1.0 - walked);
    }
    lie.trodden = clamp(walked * (0.75 + 0.9 * broad.b), 0.0, 1.0);
    if (lie.trodden > 0.0) {
        // swept and trodden hard: grey, scuffed, in places down to the slabs
        vec4 prints = textureLod(near_grain, at / 2.0, pixel + 8.4) * 2.0 - 1.0;
        lie.bump = mix(lie.bump, 0.4 * lie.bump + 0.34 * prints.rg, lie.trodden);
        lie.tone += lie.trodden * (0.20 * prints.g - 0.20 + 0.9 * min(0.8 * ripple.b + 0.6 * broad.b, 0.08));
    }
    return lie;
}

// Old snow is greyer and denser where the wind has packed it, bluer where it lies deep; `back`: -1 in
// hollows to 1 on backs.
vec3 snow_colour(Drift lie, float back) {
    vec3 snow = mix(vec3(0.60, 0.69, 0.84), vec3(0.79, 0.795, 0.80), clamp(0.55 + 1.1 * back, 0.0, 1.0));
    snow = mix(snow, 0.84 * snow.g * vec3(1.0, 0.97, 0.94), lie.trodden);
    return snow * (1.0 + lie.tone);
}

// What snow on a slope has slid and run down by: streaks along its fall, of its brightness.
float slid(vec2 at, float height, vec3 n, float pixel) {
    vec2 fall = normalize(n.xy + vec2(1e-4, 0.0));
    float across = dot(at, vec2(-fall.y, fall.x));
    float streak = textureLod(relief, vec2(across / 44.0, height / 70.0), pixel + 3.6).b - 0.5;
    return clamp(0.95 + 1.3 * streak, 0.55, 1.15);
}
