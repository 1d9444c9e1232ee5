"""`almaty-tour shot`: one picture, offscreen."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from math import radians
from pathlib import Path
from typing import TYPE_CHECKING

import click

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import SettingError
from almaty_tour.base.spaces import space_of
from almaty_tour.camera.rigs.walk import EYE_M
from almaty_tour.camera.state import CameraState
from almaty_tour.camera.view import DEFAULT_FOV_RAD
from almaty_tour.cli.options import (
    PICTURES,
    CameraOption,
    InnerCamera,
    LocalTime,
    Size,
    known_interior,
    known_landmark,
    language_option,
    loaded,
    quality_option,
    warn,
    weather_option,
    writable,
)

if TYPE_CHECKING:
    from almaty_tour.export.studio import Studio

DEFAULT_TIME = "2026-06-21T17:30"


@click.command("shot")
@click.option("--at", "landmark", metavar="ID", help="A good view of a landmark.")
@click.option("--inside", "interior", metavar="ID", help="An interior, seen from its door.")
@click.option("--from", "eye", type=InnerCamera(), help="Within it; metres and degrees.")
@click.option("--camera", type=CameraOption(), help="Degrees; ALT in metres above sea level.")
@click.option(
    "--time",
    "moment",
    type=LocalTime(),
    default=DEFAULT_TIME,
    show_default=True,
    help="Local time of Almaty: UTC+5, before March 2024 UTC+6.",
)
@click.option("--size", type=Size(), default="1280x720", show_default=True)
@weather_option()
@quality_option("high")
@language_option()
@click.option("--ui", "with_ui", is_flag=True, help="With the interface over it.")
@click.option("--out", type=click.Path(path_type=Path), required=True)
def command(
    landmark: str | None,
    interior: str | None,
    eye: tuple[float, ...] | None,
    camera: CameraState | None,
    moment: datetime,
    weather: str,
    size: tuple[int, int],
    quality: str,
    lang: str,
    with_ui: bool,
    out: Path,
) -> None:
    """Writes one picture of the city."""
    if sum(one is not None for one in (landmark, camera, interior)) != 1:
        raise SettingError("say where: --at ID, --inside ID or --camera LAT,LON,ALT,HEADING,PITCH")
    from almaty_tour.export.studio import Studio
    from almaty_tour.session.userdata import user_data_dir

    if landmark is not None:
        known_landmark(landmark)
    if interior is not None:
        known_interior(interior)
    writable(out, PICTURES)
    with Studio(assets_dir(), quality, size, user_data_dir(), lang) as studio:
        if interior is not None:
            view = inner_view(studio, interior, eye)
        else:
            view = studio.arrival(str(landmark)) if camera is None else above_ground(studio, camera)
            loaded(studio.stage)
        overlay = None
        if with_ui:
            from almaty_tour.app.proofs import Proofs, exploring

            world = studio.stage.world
            state = exploring(world, view, moment, lang, landmark)
            overlay = Proofs(assets_dir(), size).overlay(world, state)
        studio.save(studio.picture(view, moment, overlay=overlay, weather=weather), out)
    click.echo(out)


def inner_view(studio: Studio, interior: str, eye: tuple[float, ...] | None) -> CameraState:
    """A camera within an interior, else that of who has come in; its models are read."""
    stage = studio.stage
    stage.halls.load_all(stage.world, interior)
    for fault in stage.faults:
        warn(fault)
    if eye is None:
        return next(door.inside for door in stage.world.doors if door.interior == interior)
    x, y, z, heading, pitch, *fov = eye
    return CameraState(
        (x, y, z), radians(heading), radians(pitch), radians(fov[0]) if fov else DEFAULT_FOV_RAD,
        space_of(interior),
    )  # fmt: skip


def above_ground(studio: Studio, camera: CameraState) -> CameraState:
    """The camera, lifted to eye height where it would be inside the ground."""
    x, y, z = camera.position_enu
    lowest = float(studio.stage.world.terrain.height_m(x, y)) + EYE_M
    if z >= lowest:
        return camera
    warn(f"ALT {z:.0f} is below the ground there; the camera stands at {lowest:.0f} instead")
    return replace(camera, position_enu=(x, y, lowest))
