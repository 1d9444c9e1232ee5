// Where the points of the picture lie, from its depth. Defines: LOG_DEPTH
uniform sampler2D scene_depth;
uniform vec3 lens;               // half the width and height of what is seen at 1 m; how far its
                                 // middle lies above the axis of the view, see camera.matrices

// Metres along the axis of the view; beyond 3,000 km it is sky.
float distance_at(ivec2 px) {
    float d = texelFetch(scene_depth, px, 0).r;
#ifdef LOG_DEPTH
    return d > 0.0 ? exp2((1.0 - d) * 18.609643) - 1.0 : 3e6;
#else
    return 0.3 / max(d, 1e-7);   // camera.matrices.NEAR_M
#endif
}

// Right, up and ahead of the eye.
vec3 place_at(ivec2 px) {
    vec2 at = (vec2(px) + 0.5) / vec2(textureSize(scene_depth, 0)) * 2.0 - 1.0;
    float away = distance_at(px);
    return vec3((at * lens.xy + vec2(0.0, lens.z)) * away, away);
}
