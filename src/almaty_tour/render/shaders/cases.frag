// Panes and edges of glass cases. Defines: HDR LOG_DEPTH PANES ROOM
#include "frame.glsl"
#include "air.glsl"
#include "light.glsl"
#include "tone.glsl"
#include "depth.glsl"

uniform sampler2DArray cases_room;     // what each case mirrors, by direction (scene.surround)

in vec3 v_relative;
in vec3 v_normal;
flat in float v_layer;
#ifndef PANES
flat in float v_share;
#endif
out vec4 colour;

const float DARK = 0.12;   // about what lies behind a pane, on the display

vec3 room_in(vec3 way) {
    vec2 flat_way = way.xy / (abs(way.x) + abs(way.y) + abs(way.z));
    vec2 back = (1.0 - abs(flat_way.yx)) * mix(vec2(-1.0), vec2(1.0), greaterThanEqual(flat_way, vec2(0.0)));
    return texture(cases_room, vec3((way.z < 0.0 ? back : flat_way) * 0.5 + 0.5, v_layer)).rgb;
}

void main() {
    vec3 ray = normalize(v_relative);
    vec3 n = normalize(v_normal);
#ifdef PANES
    n = dot(n, ray) > 0.0 ? -n : n;
    float grazing = 1.0 - clamp(-dot(n, ray), 0.0, 1.0);
    float g2 = grazing * grazing;
    float one = 0.043 + 0.957 * g2 * g2 * grazing;   // of one side of the pane (Schlick 1994)
    float share = 2.0 * one / (1.0 + one);           // of both, with all that goes to and fro
    // panes that mirrored a dark room truly would hardly be seen: head-on it is three times as much
    float left = 1.0 - share;
    vec3 mirrored = room_in(reflect(ray, n)) * (1.0 - left * left * left);
#ifdef HDR
    colour = vec4(mirrored, share);
#else
    // the display is about a root: light adds to a pixel as squares do, here to a dark one
    vec3 shown = tone(mirrored);
    left = sqrt(left);
    float dark = DARK * left;
    colour = vec4(sqrt(shown * shown + dark * dark) - dark, 1.0 - left);
#endif
#else
    // dark bronze, brushed: mirrors a little, brighter where it is seen from its edge
    float grazing = 1.0 - clamp(-dot(n, ray), 0.0, 1.0);
    vec3 share = vec3(0.30, 0.215, 0.125) + 0.5 * grazing * grazing * grazing;
    vec3 lit = vec3(0.035, 0.026, 0.016) * sky_light(n) + share * 2.2 * room_in(reflect(ray, n));
    colour = vec4(output_colour(lit).rgb, 1.0) * v_share;
#endif
    write_depth();
}
