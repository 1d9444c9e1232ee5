"""Looking at exhibits: which one, how it is turned, from where it is lit."""

from __future__ import annotations

import math
from dataclasses import replace

from almaty_tour.base.errors import SettingError
from almaty_tour.base.spaces import interior_of
from almaty_tour.session.state import Controls, Held, Mode, SessionState
from almaty_tour.session.world import World

CLOSEST, ELEVATIONS_DEG = 6.0, (-20.0, 85.0)
TURN_DEG_S, TILT_DEG_S = 70.0, 40.0
HEIGHTS_DEG = (4.0, 16.0, 42.0, 78.0)
ZOOM_STEP, ZOOM_A_SECOND = 1.12, 1.9


def shown(world: World, state: SessionState, exhibit: str | None) -> SessionState:
    """The state with an exhibit on the plinth; SettingError for an unknown id."""
    before = state.held.exhibit if state.held is not None else None
    name = exhibit or before or next(iter(world.exhibits), None)
    if name is None or name not in world.exhibits:
        raise SettingError.unknown("exhibit", str(name), world.exhibits)
    return replace(
        state,
        mode=Mode.EXHIBITION,
        held=Held(name, measured=state.held is not None and state.held.measured),
        playback=None,
        flight=None,
        selected=None,
        velocity=(0.0, 0.0, 0.0),
    )


def compared(world: World, state: SessionState, exhibit: str | None) -> SessionState:
    """The state with a second exhibit beside the first; without a name the next, or none again."""
    held = state.held
    if held is None:
        return state
    if exhibit is None:
        order = list(world.exhibits)
        following = order[(order.index(held.exhibit) + 1) % len(order)]
        exhibit = "" if held.beside else following
    elif exhibit not in world.exhibits:
        raise SettingError.unknown("exhibit", exhibit, world.exhibits)
    beside = "" if exhibit == held.exhibit else exhibit
    return replace(state, held=replace(held, beside=beside, closer=1.0, marks=()))


def with_scale(state: SessionState) -> SessionState:
    """The scale of centimetres on or off."""
    if state.held is None:
        return state
    return replace(state, held=replace(state.held, measured=not state.held.measured, marks=()))


def marked(state: SessionState, point: str) -> SessionState:
    """The state with a further point to measure from or to: "x y z" in centimetres.

    A third point begins anew; SettingError for what is no point.
    """
    if state.held is None or not state.held.measured:
        return state
    try:
        x, y, z = (float(part) for part in point.split())
    except ValueError:
        raise SettingError(f"'{point}' is no point: give x, y and z in centimetres") from None
    before = state.held.marks if len(state.held.marks) == 1 else ()
    return replace(state, held=replace(state.held, marks=(*before, (x, y, z))))


def neighbour(world: World, state: SessionState, step: int) -> SessionState:
    """The exhibit before or after, round in a ring."""
    order = list(world.exhibits)
    here = order.index(state.held.exhibit) if state.held is not None else -step
    return shown(world, state, order[(here + step) % len(order)])


def seen_from(state: SessionState, by_deg: float) -> SessionState:
    """The eye moved round the exhibit."""
    if state.held is None:
        return state
    azimuth_deg = _around(state.held.azimuth_deg + by_deg)
    return replace(state, held=replace(state.held, azimuth_deg=azimuth_deg))


def tilted(state: SessionState) -> SessionState:
    """The next of the heights that it is seen from: a little, half, and right from above."""
    if state.held is None:
        return state
    higher = [one for one in HEIGHTS_DEG if one > state.held.elevation_deg + 1.0]
    return replace(state, held=replace(state.held, elevation_deg=(higher or HEIGHTS_DEG)[0]))


def zoomed(state: SessionState, steps: float) -> SessionState:
    """The exhibit nearer by steps of the wheel."""
    if state.held is None:
        return state
    return replace(state, held=turned(state.held, Controls(zoom=steps), 0.0))


def lit_from(state: SessionState, by_deg: float) -> SessionState:
    """The light moved round the exhibit."""
    if state.held is None:
        return state
    light_deg = _around(state.held.light_deg + by_deg)
    return replace(state, held=replace(state.held, light_deg=light_deg))


def _around(degrees: float) -> float:
    return (degrees + 180.0) % 360.0 - 180.0


def left(state: SessionState) -> SessionState:
    """Back where the eye was, in the city or in an interior."""
    indoors = interior_of(state.camera.space) is not None
    return replace(state, mode=Mode.INSIDE if indoors else Mode.EXPLORE)


def turned(held: Held, controls: Controls, dt_s: float) -> Held:
    """The exhibit after hands have turned it: drag, keys, stick; the wheel brings it nearer."""
    right, forward, up = controls.move
    look_right, look_up = (math.degrees(angle) for angle in controls.look_rad)
    azimuth = held.azimuth_deg - right * TURN_DEG_S * dt_s - 2.0 * look_right
    elevation = held.elevation_deg + up * TILT_DEG_S * dt_s - 2.0 * look_up
    closer = held.closer * ZOOM_STEP**controls.zoom * ZOOM_A_SECOND ** (forward * dt_s)
    return replace(
        held,
        azimuth_deg=_around(azimuth),
        elevation_deg=min(max(elevation, ELEVATIONS_DEG[0]), ELEVATIONS_DEG[1]),
        closer=min(max(closer, 1.0), CLOSEST),
    )
