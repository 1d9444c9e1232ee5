// Attribute slots of `scene.vertex`; a test keeps them equal.
layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normal;
layout(location = 2) in vec2 uv;
layout(location = 3) in vec4 tint;
layout(location = 4) in uint material;
layout(location = 5) in uint object_id;
#ifdef INSTANCED
layout(location = 6) in vec3 instance_position;
layout(location = 7) in float instance_yaw_rad;
layout(location = 8) in vec2 instance_scale;
layout(location = 9) in uint instance_seed;
layout(location = 10) in uint instance_object_id;
#endif
uniform vec3 chunk_offset;   // origin of the chunk against the eye, metres
#ifdef MOVING
uniform mat3 part_turn;
#endif

// Eye-relative place and normal of the vertex.
void place(out vec3 relative, out vec3 facing, out uint id) {
    vec3 p = position;
    vec3 n = normal.xyz;
    id = object_id;
#ifdef MOVING
    p = part_turn * p;
    n = part_turn * n;
#endif
#ifdef INSTANCED
    float s = sin(instance_yaw_rad), c = cos(instance_yaw_rad);
    p *= instance_scale.xxy;
    float turns = floor(instance_yaw_rad * 0.15915494 + 0.5);   // see scene.vertex.leaning
    if (turns > 50.0) p.z += p.x * (turns - 100.0) * 0.004;
    p = vec3(c * p.x - s * p.y, s * p.x + c * p.y, p.z) + instance_position;
    n = vec3(c * n.x - s * n.y, s * n.x + c * n.y, n.z);
    id = instance_object_id;
#endif
    relative = p + chunk_offset;
    facing = n;
}

#ifdef HIDE
uniform uint hidden_ids[HIDE];
bool is_hidden(uint id) {
    for (int i = 0; i < HIDE; i++) if (hidden_ids[i] == id) return true;
    return false;
}
#endif
