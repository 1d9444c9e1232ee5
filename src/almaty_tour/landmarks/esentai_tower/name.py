"""The hotel's name in capitals; its Z is drawn here, straight strokes of one width."""

from __future__ import annotations

from almaty_tour.kit import profile as p
from almaty_tour.kit.extrude import panel
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.transform import move
from almaty_tour.mesh.data import MeshData, merge

STROKE_SHARE, WIDTH_SHARE, GAP_SHARE = 0.15, 0.78, 0.1


def hotel_name(height_m: float, paint: Paint, *, out_m: float, spacing_m: float) -> MeshData:
    """THE RITZ-CARLTON on the plane y = 0 about x = 0, feet on z = 0."""
    gap = spacing_m + GAP_SHARE * height_m
    before, after = (
        lettering(word, height_m, paint, out_m=out_m, spacing_m=spacing_m, centred=False)
        for word in ("THE RIT", "-CARLTON")
    )
    z_start = float(before.bounds_m[1][0]) + gap
    after_start = z_start + WIDTH_SHARE * height_m + gap - float(after.bounds_m[0][0])
    whole = merge([before, move(_z(height_m, paint, out_m), z_start), move(after, after_start)])
    low, high = whole.bounds_m
    return move(whole, -float(low[0] + high[0]) / 2)


def _z(height_m: float, paint: Paint, out_m: float) -> MeshData:
    wide, thick = WIDTH_SHARE * height_m, STROKE_SHARE * height_m
    slant = 1.45 * thick
    outline = p.line(
        (0.0, 0.0), (wide, 0.0), (wide, thick), (slant, thick), (wide, height_m - thick),
        (wide, height_m), (0.0, height_m), (0.0, height_m - thick),
        (wide - slant, height_m - thick), (0.0, thick),
    )  # fmt: skip
    return panel(outline, -out_m, 0.0, paint, back=False)
