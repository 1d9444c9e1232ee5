// How a surface answers light. Used per vertex (low) or per pixel.
const int WALL = 0, GLAZING = 1, ROOF = 2, METAL = 3, STONE = 4, FOLIAGE = 5, WATER = 6,
    LAMP = 7, LETTERING = 8, GROUND = 9;
const int WINDOWED = 16;   // added to the class where the dark parts of the texture are glass

#ifdef PLAIN
const float SENT = 0.15;   // of light behind a leaf, seen against it; a far crown is no leaf
#else
const float SENT = 0.6;
#endif

#if defined(INSTANCED) && defined(HDR)
const float WATER_MIRROR = 0.085;   // the panes of cars, with a tinted film
#elif defined(INSTANCED)
const float WATER_MIRROR = 0.045;   // of copies it is the glass of cars: two faces and a tinted film
#else
const float WATER_MIRROR = 0.025;
#endif

struct Light {
    vec3 direct;   // times shadow and texture
    vec3 base;     // times texture
    vec3 gloss;    // mirrored and own light
    float share;   // of the gloss that still water mirrors
};

// Snow on what looks up above the snow line; wet stone is darker. `leaves`: the share of them
// that a tree wears; twigs hold little snow.
vec3 seasonal(vec3 albedo, int kind, vec3 n, float height_m, float leaves) {
    float snow = clamp((height_m - ground.y) / 120.0 + 0.5, 0.0, 1.0)
        * smoothstep(0.35, 0.75, n.z - (1.0 - leaves) * (0.2 + 0.1 * n.z)) * (kind == LAMP || kind == WATER ? 0.0 : 0.92);
    albedo *= 1.0 - 0.35 * ground.w;
    return mix(albedo, vec3(0.86, 0.88, 0.92), snow);
}

Light surface_light(vec3 albedo, float open, vec3 n, vec3 relative, vec4 params, int kind, float sun_share) {
    Light light_out;
    vec3 ray = normalize(relative);
#if defined(PER_PIXEL) && !defined(INSTANCED)
    if (kind == WATER && params.x < 0.3) n = rippled(n, eye.xy + relative.xy, dot(relative, relative));
#endif
    float metallic = params.y, roughness = params.x;
    float facing_eye = clamp(-dot(n, ray), 0.0, 1.0);
    float side = dot(n, light.xyz);
    vec3 colour = light_colour(relative.z + haze.w) * sun_share;
    float wrapped = kind == FOLIAGE ? clamp(side * 0.6 + 0.4, 0.0, 1.0) : max(side, 0.0);
    vec3 diffuse = albedo * (1.0 - metallic);
    light_out.share = 0.0;
    light_out.direct = diffuse * colour * (wrapped * 0.3183);
    light_out.base = diffuse * sky_light(n) * (open * open * 0.35 + open * 0.65);
    if (kind == FOLIAGE) {
        // leaves send light on, yellower, the most towards an eye that looks at the sun; some of
        // it comes by ways that no shadow map knows, and leaves light one another
        float against = max(dot(ray, light.xyz), 0.0);
        vec3 sent = diffuse * vec3(1.04, 1.08, 0.62) * colour * (0.3183 * (0.12 + SENT * against * against * against) * open);
#ifdef SNOWY
        sent *= 0.2;   // twigs send little on
#endif
        light_out.base = light_out.base * vec3(1.12, 1.18, 0.98) + 0.16 * light_out.direct + 0.35 * sent;
        light_out.direct = 0.84 * light_out.direct + 0.65 * sent;
    }
#ifdef PLAIN
    light_out.gloss = kind == GLAZING ? mirrored_sky(reflect(ray, n), relative.z + haze.w) * 0.16 : albedo * params.w * (0.15 + clock.z);
#else
    float grazing = 1.0 - facing_eye;
    float edge = grazing * grazing * grazing * grazing * grazing;
    vec3 mirror = reflect(ray, n);
#ifdef GUSTS
    // the faces of waves that an eye far off sees lean to it, and mirror higher sky
    float ruffled = kind == WATER && params.x < 0.3 ? gusts(eye.xy + relative.xy, dot(relative, relative)) : 0.0;
    mirror = normalize(mirror + vec3(0.0, 0.0, 0.30 * ruffled));
    edge *= 1.0 - 0.50 * ruffled;
#endif
    float smoothness = (1.0 - roughness) * (1.0 - roughness);
    vec3 f0 = mix(vec3(kind == GLAZING ? 0.16 : kind == WATER ? WATER_MIRROR : 0.035 * smoothness), albedo, metallic);
    vec3 f = f0 + (max(vec3(1.0 - roughness), f0) - f0) * edge;
    if (kind == FOLIAGE) f *= 0.2;   // bent normals look away from the eye where no leaf does
    light_out.gloss = f * mix(sky_light(n), mirrored_sky(mirror, relative.z + haze.w), 0.35 + 0.65 * smoothness) * open;
    if (kind == WATER) {   // what is mirrored does not go in
        light_out.direct *= 1.0 - f.g;
        light_out.base *= 1.0 - f.g;
        if (roughness < 0.3) light_out.share = f.g * (0.35 + 0.65 * smoothness) * open;
#ifdef GUSTS
        light_out.share *= 1.0 - 0.75 * ruffled;
#endif
    }
#ifdef ROOM
    if (kind == STONE && roughness < 0.3 && n.z > 0.9) {   // a polished floor
        light_out.gloss *= POLISHED;
        light_out.share = f.g * open;
    }
#endif
    float spot = max(dot(mirror, light.xyz), 0.0);
#ifdef PER_PIXEL
    float a = max(roughness * roughness, 0.02);
    float a2 = a * a;
    float d = (spot * 0.5 + 0.5) * (a2 - 1.0) + 1.0;
    light_out.direct += min(f * colour * (a2 / (PI * d * d)) * max(side, 0.0) * 0.25, vec3(6.0));
#else
    float s2 = spot * spot, s4 = s2 * s2;
    light_out.direct += f * colour * s4 * s4 * (0.6 * metallic + 0.4 * smoothness) * max(side, 0.0);
#endif
    light_out.gloss += albedo * params.w * (0.15 + clock.z);
#endif
    return light_out;
}
