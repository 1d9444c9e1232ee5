// Soft noise, 0 to 1, one value a cell of 1 by 1.
float corner(ivec2 cell) {
    uint h = uint(cell.x + 65536) * 73856093u ^ uint(cell.y + 65536) * 19349663u;
    h = (h ^ (h >> 15)) * 0x7feb352du;
    return float((h ^ (h >> 16)) & 0xffffu) / 65535.0;
}

float soft_noise(vec2 at) {
    vec2 low = floor(at), in_cell = at - low;
    in_cell *= in_cell * (3.0 - 2.0 * in_cell);
    ivec2 cell = ivec2(low);
    return mix(mix(corner(cell), corner(cell + ivec2(1, 0)), in_cell.x),
        mix(corner(cell + ivec2(0, 1)), corner(cell + ivec2(1, 1)), in_cell.x), in_cell.y);
}
