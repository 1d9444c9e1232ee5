// Interface: points from the top left corner.
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 uv;
layout(location = 2) in vec4 tint;
uniform vec2 size_pt;
out vec2 v_uv;
out vec4 v_tint;
void main() {
    v_uv = uv;
    v_tint = tint;
    gl_Position = vec4(position / size_pt * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
}
