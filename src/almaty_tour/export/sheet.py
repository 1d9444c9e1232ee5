"""A contact sheet of a tour: one picture a stop, in rows, with the names under them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import numpy as np
import numpy.typing as npt

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.model import StepKind, Text, View
from almaty_tour.content.weather import DEFAULT_WEATHER
from almaty_tour.export.studio import Picture, Studio
from almaty_tour.geo.sun import local_time
from almaty_tour.session.handlers import at_hour
from almaty_tour.tour.film import Film

GAP_PX = 8
CAPTION_PX = 30
PAPER = (14, 18, 28)
INK = (226, 196, 128)
MARGIN_PX = 10
FEW, FEW_COLUMNS, MANY_COLUMNS = 8, 2, 4


def stop_moments(film: Film) -> Iterator[tuple[View, float]]:
    """View and second of every stop: a third into its stay, when it is well in view."""
    for cue in film.cues:
        step = film.tour.steps[cue.step]
        if step.kind is not StepKind.THROUGH:
            yield step.view, cue.arrives_s + (cue.leaves_s - cue.arrives_s) / 3.0


def tour_sheet(
    studio: Studio,
    tour: str,
    language: str,
    report: Callable[[int, int], None],
    moment: datetime | None = None,
) -> Picture:
    """(h, w, 3) u1 sheet; `report` gets done and all. `moment` overrides the tour's light."""
    film = studio.stage.world.film(tour)
    stops = list(stop_moments(film))
    tiles = []
    for number, (view, second) in enumerate(stops, 1):
        day = at_hour(local_time(film.tour.start), film.hour(second))
        camera = film.camera(second)
        weather = film.tour.weather or DEFAULT_WEATHER
        picture = studio.picture(camera, moment or day, second, weather=weather)
        name = stop_name(studio, view)
        tiles.append(captioned(picture, "" if name is None else name[language]))
        report(number, len(stops))
    return arranged(tiles, FEW_COLUMNS if len(tiles) <= FEW else MANY_COLUMNS)


def stop_name(studio: Studio, view: View) -> Text | None:
    """What a stop looks at: exhibit, picture, event, room or landmark; None for a mere point."""
    world = studio.stage.world
    if view.exhibit in world.exhibits:
        return world.exhibits[view.exhibit].name
    if view.event:
        return world.history[view.event].text
    if view.interior is not None:
        hung = studio.stage.halls.caption(world, view.interior, view.picture)
        return hung or world.interiors[view.interior].name
    return None if view.landmark is None else world.landmarks[view.landmark].name


def captioned(picture: Picture, name: str) -> Picture:
    """The picture with a strip under it that tells its name."""
    from PIL import Image, ImageDraw, ImageFont

    height, width = picture.shape[:2]
    canvas = Image.new("RGB", (width, height + CAPTION_PX), PAPER)
    canvas.paste(Image.fromarray(picture), (0, 0))
    font = ImageFont.truetype(str(assets_dir() / "fonts" / "Inter-Regular.ttf"), 17)
    shown = shortened(name, lambda text: font.getlength(text) <= width - 2 * MARGIN_PX)
    ImageDraw.Draw(canvas).text((MARGIN_PX, height + 4), shown, INK, font)
    return np.asarray(canvas)


def shortened(name: str, fits: Callable[[str], bool]) -> str:
    """The name, or as many of its first words as fit, with an ellipsis."""
    words = name.split()
    cuts = (" ".join(words[:count]) + "…" for count in range(len(words) - 1, 0, -1))
    return name if fits(name) else next((cut for cut in cuts if fits(cut)), "")


def arranged(tiles: list[npt.NDArray[np.uint8]], columns: int) -> Picture:
    """Equal pictures in rows, with gaps."""
    height, width = tiles[0].shape[:2]
    rows = -(-len(tiles) // columns)
    across = columns * width + (columns + 1) * GAP_PX
    down = rows * height + (rows + 1) * GAP_PX
    sheet = np.zeros((down, across, 3), np.uint8) + np.array(PAPER, np.uint8)
    for number, tile in enumerate(tiles):
        y = GAP_PX + (number // columns) * (height + GAP_PX)
        x = GAP_PX + (number % columns) * (width + GAP_PX)
        sheet[y : y + height, x : x + width] = tile
    return sheet
