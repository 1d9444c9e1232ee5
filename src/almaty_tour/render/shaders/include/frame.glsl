// Values of one picture. The same block is `render.uniforms.FRAME_BLOCK`.
layout(std140) uniform FrameBlock {
    mat4 view_projection;    // eye-relative world metres to clip
    vec4 light_turn[3];      // columns: eye-relative world to light space
    vec4 cascade_scale[3];   // light space to map coordinates
    vec4 cascade_offset[3];  // and the layer of the map
    vec4 cascade_part[3];    // what of a map is used: its middle and half its sides
    vec4 ambient[4];         // constant, east, north, up part of the sky's light
    vec4 light;              // direction to sun or moon; shadow strength
    vec4 light_low;          // colour at 700 m
    vec4 light_high;         // colour at 4700 m
    vec4 sun;                // direction to the sun; its sine
    vec4 haze_glow;          // radiance in the haze; exposure
    vec4 horizon;            // exposed; how thick fallen leaves lie, below 0 how many dandelions bloom
    vec4 zenith;
    vec4 rayleigh;           // per metre; 1 / scale height
    vec4 haze;               // scatter, extinction per metre; 1 / scale height; eye height
    vec4 ground;             // curvature per metre; snow line; ceiling of cloud, metres; wetness
    vec4 clock;              // time s; night; lamp light; moon
    vec4 picture;            // width, height and their inverses
    vec4 eye;                // eye x, y modulo 4096 m; cloud; eye height
    vec4 density;            // of air and of haze at the eye against the sea; how dry grass is; depth of shadows of clouds
    vec4 haze_tint;          // share of each colour in what the haze does; share of lit rooms
    vec4 moon;               // direction to the moon; its phase
    vec4 clouds;             // where their pattern begins; base above the eye m; cover
};

const float PI = 3.14159265;
const float LOG_DEPTH_SCALE = 1.0 / 18.609643;   // 1 / log2(1 + 400 km)

// Where an eye-relative point is drawn: the far sinks with the curve of the Earth, unless LEVEL.
vec4 clip_position(vec3 relative) {
#ifndef LEVEL
    relative.z -= ground.x * dot(relative.xy, relative.xy);
#endif
    return view_projection * vec4(relative, 1.0);
}
