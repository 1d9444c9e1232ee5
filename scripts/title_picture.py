"""Draws the title picture that is shown while the city is read, `assets/content/title.jpg`.

    xvfb-run -a python scripts/title_picture.py [--size 1920x1080]

It is the first picture of the tour behind the title, in `high`, without interface. Draw it anew
when the city or its light has changed.
"""

from __future__ import annotations

import argparse

from almaty_tour.base.assets import assets_dir
from almaty_tour.export.studio import Studio
from almaty_tour.session.handlers import title_state
from almaty_tour.session.state import Preferences


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="1920x1080")
    width, height = (int(part) for part in parser.parse_args().size.split("x"))
    with Studio(assets_dir(), "high", (width, height)) as studio:
        studio.stage.load_all()
        state = title_state(studio.stage.world, Preferences())
        picture = studio.picture(state.camera, state.local_time, weather=state.weather)
        studio.save(picture, assets_dir() / "content" / "title.jpg")


if __name__ == "__main__":
    main()
