"""Numbers as the visitor's language writes them."""

from __future__ import annotations

from datetime import datetime

from almaty_tour.ui.words import Words


def distance(words: Words, metres: float) -> str:
    """A distance in the visitor's language: 340 m, 1.9 km, 14 km."""
    if metres < 995.0:
        return words("explore.metres", number=f"{max(round(metres / 10.0) * 10, 0)}")
    kilometres = metres / 1000.0
    number = f"{kilometres:.1f}" if kilometres < 9.95 else f"{kilometres:.0f}"
    return words("explore.kilometres", number=number.replace(".", words("explore.decimal_point")))


def decimal(words: Words, number: float, places: int = 1) -> str:
    """A number with the language's decimal point and no useless zero."""
    text = f"{number:.{places}f}".rstrip("0").rstrip(".")
    return text.replace(".", words("explore.decimal_point"))


def length(words: Words, duration_s: float) -> str:
    """How long a tour takes: whole minutes, below one minute seconds."""
    if round(duration_s) < 60:
        return words("title.seconds", seconds=f"{max(round(duration_s), 1)}")
    return words("title.minutes", minutes=f"{max(round(duration_s / 60.0), 1)}")


def hours(time: datetime) -> float:
    """The time of day in hours, 0 to 24."""
    return time.hour + time.minute / 60.0 + time.second / 3600.0


def clock(hour: float) -> str:
    """Hours and minutes, 17:36 of 17.6 hours."""
    minutes = round(hour * 60.0) % 1440
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def day_and_hour(moment: str) -> str:
    """An ISO time as 09.05.1978, 14:30; without an hour at midnight, a year alone as it is."""
    if len(moment) < len("1978-05-09"):
        return moment
    when = datetime.fromisoformat(moment)
    day = f"{when.day:02d}.{when.month:02d}.{when.year}"
    return (
        day if (when.hour, when.minute) == (0, 0) else f"{day}, {when.hour:02d}:{when.minute:02d}"
    )
