// Interface: colour times texture, straight alpha.
uniform sampler2D picture;
in vec2 v_uv;
in vec4 v_tint;
out vec4 colour;
void main() { colour = v_tint * texture(picture, v_uv); }
