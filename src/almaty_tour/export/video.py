"""A tour as a video, every frame complete; without PyAV as numbered pictures."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from almaty_tour.base.errors import ExportError
from almaty_tour.content.weather import DEFAULT_WEATHER
from almaty_tour.export.studio import Picture, Studio, save_picture
from almaty_tour.geo.sun import local_time
from almaty_tour.render.frame import Overlay
from almaty_tour.session.handlers import at_hour
from almaty_tour.tour.film import Film

Report = Callable[[int, int], None]
Captions = Callable[[float], Overlay | None]
HOW_TO_GET_VIDEO = "for a video file install PyAV: pip install 'almaty-tour[video]'"


def frames(studio: Studio, film: Film, fps: int, captions: Captions) -> Iterator[Picture]:
    """Every picture of the film, in order."""
    day = local_time(film.tour.start)
    for number in range(frame_count(film, fps)):
        second = number / fps
        moment = at_hour(day, film.hour(second))
        yield studio.picture(
            film.camera(second),
            moment,
            second,
            captions(second),
            weather=film.tour.weather or DEFAULT_WEATHER,
        )


def frame_count(film: Film, fps: int) -> int:
    """How many pictures a film has, the last one included."""
    return int(np.floor(film.duration_s * fps)) + 1


def write_video(
    pictures: Iterator[Picture],
    count: int,
    size_px: tuple[int, int],
    fps: int,
    out: Path,
    report: Report,
) -> None:
    """Encodes H.264 into `out`; the file appears when it is complete."""
    import av

    draft = out.with_name(f".{out.stem}.part{out.suffix}")
    even = size_px[0] // 2 * 2, size_px[1] // 2 * 2
    try:
        with av.open(str(draft), "w") as file:
            stream = file.add_stream(
                "libx264", rate=fps, options={"crf": "18", "preset": "veryfast"}
            )
            stream.width, stream.height, stream.pix_fmt = *even, "yuv420p"
            for number, picture in enumerate(pictures, 1):
                image = np.ascontiguousarray(picture[: even[1], : even[0]])
                file.mux(stream.encode(av.VideoFrame.from_ndarray(image, format="rgb24")))
                report(number, count)
            file.mux(stream.encode(None))
        draft.replace(out)
    except (OSError, av.FFmpegError) as error:
        raise ExportError(f"{out}: the video could not be written: {error}") from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def write_pictures(pictures: Iterator[Picture], count: int, folder: Path, report: Report) -> None:
    """Writes numbered PNGs into `folder`."""
    for number, picture in enumerate(pictures, 1):
        save_picture(picture, folder / f"{number:06d}.png")
        report(number, count)


def video_available() -> bool:
    """Whether PyAV is here."""
    try:
        import av  # noqa: F401
    except ImportError:
        return False
    return True
