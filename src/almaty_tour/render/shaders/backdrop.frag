// A still over the picture, as strong as it is told to be.
uniform sampler2D picture;
uniform float strength;
in vec2 v_at;
out vec4 colour;
void main() {
    colour = vec4(texture(picture, v_at).rgb, strength);
}
