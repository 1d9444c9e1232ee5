"""Quality that follows the frame time: a pure function of what was and of one more frame.

`followed` goes down a rung of `app.ladder` when pictures take longer than the target and up one
when there is room. It does not swing:

- a step up is taken only if the picture would be in time even if it cost as much more as that
  step can cost; for the resolution that is the ratio of pixels, so it is known;
- where a step up has proved too dear nevertheless, it is not tried again until the machine has
  become clearly quicker, or after a time that doubles with each try;
- medians are looked at, so single slow frames count for nothing, and longer before a step up.

Where fewer pixels win nothing (the processor is what is waited for) the picture is whole again
and the scene is trimmed instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from almaty_tour.app.ladder import JUDGED, RUNGS, SHARP, below
from almaty_tour.render.trim import Trim


@dataclass(frozen=True)
class Knobs:
    """How quality follows.

    Attributes:
        target_s: the frame time that is wanted.
        slow, quick: of the target; above and below them steps are thought of.
        far: of what is slow; above it a step down waits no longer than `down_s`.
        down_s, up_s: pictures of so many seconds are looked at before a step.
        sure_s: and before a step down where pictures are slow by so little that it may be noise.
        least_frames, most_frames: and so many pictures at least and at most.
        left_out: pictures after a step that do not count: maps and targets are made anew.
        worth: by how much pictures must have become quicker for fewer pixels to be worth it.
        lighter: of the frame time at a failed step up; below it that is forgotten.
        again_s, longest_s: until a failed step up is tried again at first, doubled each time,
            and at most.
        glide_s: seconds in which the distance of trees goes from whole to nothing.
    """

    target_s: float = 1.0 / 30.0
    slow: float = 1.15
    quick: float = 0.9
    far: float = 1.12
    down_s: float = 1.2
    up_s: float = 3.0
    sure_s: float = 6.0
    least_frames: int = 10
    most_frames: int = 160
    left_out: int = 4
    worth: float = 1.08
    lighter: float = 0.8
    again_s: float = 20.0
    longest_s: float = 600.0
    glide_s: float = 4.0


KNOBS: Final = Knobs()
TREE_STEPS: Final = 20
"""Steps that the distance of trees goes in: lists of what stands are made anew at each."""


@dataclass(frozen=True)
class Tried:
    """A step up: the rung it was taken from, the frame time there, seconds until the next try."""

    level: int
    frame_s: float
    wait_s: float


@dataclass(frozen=True)
class Pace:
    """Where quality stands.

    Attributes:
        level: rung of the ladder.
        times_s: of the pictures on this rung, the newest last.
        left_out: pictures that still do not count.
        since_s: seconds on this rung.
        whole_s: frame time of the whole picture before the first step down.
        rose: the step up that led here, None when a step down did.
        failed: the last step up that proved too dear.
        tree_share: of the distance of trees, on its way to that of the rung.
    """

    level: int = 0
    times_s: tuple[float, ...] = ()
    left_out: int = KNOBS.left_out
    since_s: float = 0.0
    whole_s: float = 0.0
    rose: Tried | None = None
    failed: Tried | None = None
    tree_share: float = 1.0

    @property
    def trim(self) -> Trim:
        """What is taken off the preset now."""
        share = round(self.tree_share * TREE_STEPS) / TREE_STEPS
        return replace(RUNGS[self.level].trim, tree_share=share)


def followed(pace: Pace, dt_s: float, knobs: Knobs = KNOBS) -> Pace:
    """Where quality stands after one more picture, which took `dt_s` seconds."""
    pace = _glided(_counted(pace, dt_s, knobs), dt_s, knobs)
    lately_s = _lately(pace.times_s, knobs.down_s, knobs)
    slow_s = knobs.target_s * knobs.slow
    if lately_s > slow_s:
        sure = lately_s > slow_s * knobs.far
        sure = sure or _lately(pace.times_s, knobs.sure_s, knobs) > slow_s
        return _down(pace, lately_s, knobs) if sure else pace
    longer_s = _lately(pace.times_s, knobs.up_s, knobs)
    there_s = longer_s * RUNGS[pace.level].most
    if pace.level and 0.0 < there_s <= knobs.target_s * knobs.quick:
        return _up(pace, longer_s, knobs)
    return pace


def _counted(pace: Pace, dt_s: float, knobs: Knobs) -> Pace:
    if pace.left_out:
        return replace(pace, left_out=pace.left_out - 1)
    times = (*pace.times_s, dt_s)[-knobs.most_frames :]
    return replace(pace, times_s=times, since_s=pace.since_s + dt_s)


def _glided(pace: Pace, dt_s: float, knobs: Knobs) -> Pace:
    goal = RUNGS[pace.level].trim.tree_share
    most = dt_s / knobs.glide_s
    share = min(max(goal, pace.tree_share - most), pace.tree_share + most)
    return pace if share == pace.tree_share else replace(pace, tree_share=share)


def _lately(times_s: Sequence[float], seconds: float, knobs: Knobs) -> float:
    """The median of the newest frame times that fill some seconds; 0 while they are too few."""
    spent = 0.0
    for count, one in enumerate(reversed(times_s), 1):
        spent += one
        enough = spent >= seconds and count >= knobs.least_frames
        if enough or count == knobs.most_frames:
            return sorted(times_s[-count:])[count // 2]
    return 0.0


def _down(pace: Pace, frame_s: float, knobs: Knobs) -> Pace:
    if pace.rose is not None:
        return _failed(pace, pace.rose, knobs)
    level = below(pace.level)
    if pace.level == JUDGED and pace.whole_s < frame_s * knobs.worth:
        level = SHARP
    if level == pace.level:
        return pace
    whole_s = frame_s if pace.level == 0 else pace.whole_s
    return replace(_moved(pace, level, knobs), whole_s=whole_s, rose=None)


def _failed(pace: Pace, rose: Tried, knobs: Knobs) -> Pace:
    """Back to where a step up was taken from, which is remembered."""
    before = pace.failed
    wait_s = knobs.again_s
    if before is not None and before.level == rose.level:
        wait_s = min(2.0 * before.wait_s, knobs.longest_s)
    back = _moved(pace, rose.level, knobs)
    return replace(back, rose=None, failed=Tried(rose.level, rose.frame_s, wait_s))


def _up(pace: Pace, frame_s: float, knobs: Knobs) -> Pace:
    failed = pace.failed
    if failed is not None and failed.level == pace.level:
        same = frame_s > failed.frame_s * knobs.lighter
        if same and pace.since_s < failed.wait_s:
            return pace
    higher = _moved(pace, RUNGS[pace.level].above, knobs)
    return replace(higher, rose=Tried(pace.level, frame_s, 0.0))


def _moved(pace: Pace, level: int, knobs: Knobs) -> Pace:
    return replace(pace, level=level, times_s=(), since_s=0.0, left_out=knobs.left_out)
