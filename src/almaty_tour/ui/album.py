"""What of the pictures lies open: the theme, the picture, how near it is looked at."""

from __future__ import annotations

from dataclasses import dataclass

NEAREST = 8.0
STEP = 1.35


@dataclass
class Album:
    """The interface's memory of the gallery.

    Attributes:
        theme: id, "" for all. dated: by date instead of by theme.
        picture: the one that is open. zoom: 1 shows the whole of it.
        centre: the place of the picture that is in the middle, shares of its sides.
        share: how much of the width the picture takes beside the view of today.
        slid: the slider was moved since it was taken hold of.
        hung: the picture was opened where it hangs; closing it leads back there.
        turned: pictures to go on by, asked for by keys.
    """

    theme: str = ""
    dated: bool = False
    picture: str = ""
    zoom: float = 1.0
    centre: tuple[float, float] = (0.5, 0.5)
    share: float = 0.5
    slid: bool = False
    hung: bool = False
    turned: int = 0

    def open(self, picture: str) -> None:
        """Another picture, the whole of it."""
        self.picture, self.zoom, self.centre, self.share = picture, 1.0, (0.5, 0.5), 0.5
        self.turned = 0

    def nearer(self, steps: float) -> None:
        """Steps of the wheel nearer, negative farther."""
        self.zoom = min(max(self.zoom * STEP**steps, 1.0), NEAREST)
        if self.zoom == 1.0:
            self.centre = (0.5, 0.5)

    def move(self, across: float, down: float) -> None:
        """The middle moved by shares of the picture's sides."""
        half = 0.5 / self.zoom
        x, y = self.centre[0] + across, self.centre[1] + down
        self.centre = min(max(x, half), 1.0 - half), min(max(y, half), 1.0 - half)

    def slide(self, by: float) -> None:
        """The slider moved by a share of the width."""
        self.share = min(max(self.share + by, 0.0), 1.0)
        self.slid = self.slid or by != 0.0

    def let_go(self) -> None:
        """The slider was let go; pressed without moving it goes on by a quarter."""
        if not self.slid:
            self.share = (round(self.share * 4.0) + 1) % 5 / 4.0
        self.slid = False
