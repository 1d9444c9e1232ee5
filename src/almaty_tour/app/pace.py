"""Frame times: smoothed, answered by the inner resolution, measured for the first quality."""

from __future__ import annotations

from dataclasses import dataclass, field

TARGET_S = 1.0 / 30.0
SMALLEST_SCALE = 0.5
STEP = 0.05
SETTLE_FRAMES = 12
SLOW = 1.15
QUICK = 0.70
TRIAL_SKIPS, TRIAL_FRAMES = 4, 11


@dataclass
class Pace:
    """Follows the frame time; `scale` is the side of the inner picture, 0.5 to 1."""

    scale: float = 1.0
    frame_s: float = 0.0
    _since_change: int = field(default=0, repr=False)

    def told(self, seconds: float) -> None:
        """One more frame has taken so long; long gaps (a dragged window) do not count."""
        if seconds > 1.0:
            return
        self.frame_s = seconds if self.frame_s == 0.0 else self.frame_s * 0.88 + seconds * 0.12
        self._since_change += 1

    def adapt(self, target_s: float = TARGET_S) -> float:
        """Takes the scale one step towards the target when times have settled."""
        if self._since_change < SETTLE_FRAMES:
            return self.scale
        wanted = self.scale
        if self.frame_s > target_s * SLOW:
            wanted = max(
                self.scale - STEP * (3 if self.frame_s > 2 * target_s else 1), SMALLEST_SCALE
            )
        elif self.frame_s < target_s * QUICK:
            wanted = min(self.scale + STEP, 1.0)
        if abs(wanted - self.scale) > 1e-9:
            self.scale, self._since_change = round(wanted, 3), 0
        return self.scale


def preset_for(frame_s: float, software: bool) -> str:
    """The preset by the time that one frame of `medium` takes."""
    if software or frame_s > 0.025:
        return "low"
    return "high" if frame_s < 0.0085 else "medium"


@dataclass
class Trial:
    """Times some pictures of `medium` without vsync and names the preset for this machine."""

    software: bool
    _times_s: list[float] = field(default_factory=list, repr=False)

    def told(self, seconds: float) -> str | None:
        """One more picture has taken so long; the preset once enough are known."""
        if self.software:
            return preset_for(seconds, True)
        self._times_s.append(seconds)
        counted = sorted(self._times_s[TRIAL_SKIPS:])
        return (
            preset_for(counted[len(counted) // 2], False) if len(counted) >= TRIAL_FRAMES else None
        )
