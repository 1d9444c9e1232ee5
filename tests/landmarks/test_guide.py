"""The example of docs/add-a-landmark.md is a landmark that can be built."""

import re
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.load import load_landmark
from almaty_tour.mesh import check

GUIDE = Path(__file__).parents[2] / "docs" / "add-a-landmark.md"


@pytest.mark.skipif(not GUIDE.is_file(), reason="needs a checkout")
def test_the_guides_example_builds():
    code = re.search(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)[1]
    room = {}
    exec(textwrap.dedent(code), room)
    spec = load_landmark(assets_dir() / "content" / "landmarks" / "abai_opera.toml")
    model = room["build"](replace(spec, height_m=15.0))
    low, high = model.mesh.bounds_m
    assert (low[2], high[2]) == (-1.5, 15.0)
    assert model.mesh.parts == ("body", "middle")
    assert check.is_solid(model.mesh)
