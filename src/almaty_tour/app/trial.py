"""The first quality: some pictures of `medium` are timed and a preset is named."""

from __future__ import annotations

from dataclasses import dataclass, field

TRIAL_SKIPS, TRIAL_FRAMES = 4, 11


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
