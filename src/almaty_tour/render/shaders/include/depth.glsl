// Depth of a fragment: only the logarithmic scheme writes it.
#ifdef LOG_DEPTH
in float v_w;
void write_depth() { gl_FragDepth = 1.0 - log2(max(1.0 + v_w, 1.0)) * LOG_DEPTH_SCALE; }
#else
void write_depth() {}
#endif
