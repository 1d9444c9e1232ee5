// One triangle over the picture; a still that fills it and keeps its proportions.
uniform vec2 part;
layout(location = 0) in vec2 corner;
out vec2 v_at;
void main() {
    v_at = corner * 0.5 * part + 0.5;
    gl_Position = vec4(corner, 0.0, 1.0);
}
