"""Everything a visitor can ask for, by name: keys, buttons, replays and tests use these.

A command is a name and at most one argument, no callable. `session.step` applies session
commands; the ones of the window (full screen, quit, screenshot) are handled in `app` and
pass through unread.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """One wish: a name from `SESSION_COMMANDS` or of the window, and its argument."""

    name: str
    argument: str | float | None = None


SESSION_COMMANDS: dict[str, str] = {
    "show_title": "back to the title screen",
    "start_tour": "argument: tour id; begins a tour",
    "explore": "argument: landmark or interior id or nothing; free flight, or a walk inside",
    "play_pause": "stops or goes on with the tour",
    "skip_step": "to the next step of the tour",
    "back_step": "to the step before",
    "seek_s": "argument: seconds from the tour's beginning",
    "tour_speed": "argument: 0.5 to 2",
    "fly_to": "argument: landmark id; a hop that any key stops",
    "fly_to_street": "argument: street id; a hop to a good view along it",
    "stand_at": "argument: a standpoint (`session.standpoints`); a hop there, at its hour",
    "stand_now": "argument: the same; there at once",
    "stop_flight": "ends the hop where it is",
    "next_landmark": "hop to the next landmark by place",
    "previous_landmark": "hop to the one before",
    "select": "argument: landmark id or nothing; opens or closes its card",
    "set_rig": "argument: fly, orbit or walk",
    "set_hour": "argument: hours of the day, 0 to 24",
    "set_month": "argument: 1 to 12; the same day of another month",
    "set_weather": "argument: id of a kind of weather",
    "next_weather": "the next kind of weather",
    "show_exhibit": "argument: exhibit id or nothing, which shows the one of last time",
    "next_exhibit": "the next exhibit in the order of the hall",
    "previous_exhibit": "the one before",
    "turn_exhibit": "argument: degrees that the eye goes round it, to the right of its front",
    "tilt_exhibit": "the next of three heights that it is seen from",
    "zoom_exhibit": "argument: steps nearer, negative farther",
    "turn_light": "argument: degrees that the light on an exhibit goes round it",
    "leave_exhibits": "back to where the eye was, in the city or in a hall",
    "enter_interior": "argument: interior id or nothing, which is that of the door in reach",
    "leave_interior": "out at the nearest door of the interior",
    "use_here": "what is at hand: in or out at a door, the exhibit from its stand",
    "go_to_stand": "argument: exhibit id; walks up to its stand in the interior",
    "next_stand": "walks up to the next exhibit of the interior",
    "previous_stand": "to the one before",
    "compare_exhibit": "argument: exhibit id that stands beside it; nothing: the next, or none",
    "toggle_scale": "the scale of centimetres on or off",
    "mark_point": "argument: 'x y z', a point of the surface to measure from or to, centimetres",
    "fly_to_find": "argument: exhibit id; leaves for the place where it was found",
    "open_story": "argument: event id or nothing; the story of the city along time",
    "show_event": "argument: event id; tells another event",
    "next_event": "the event after, of the chosen theme",
    "previous_event": "the one before",
    "set_theme": "argument: a theme of the story, nothing for all",
    "fly_to_event": "argument: event id or nothing; to the place in the city where it can be seen",
    "play_scene": "argument: event id or nothing; the staged scene of a decision",
    "open_event": "the scene of the event that is told, else its place in the city",
    "go_back": "to where one was before the story, or before a scene of it",
    "toggle_captions": "captions on or off",
    "set_preference": "argument: 'name=value' of a preference",
}

WINDOW_COMMANDS: dict[str, str] = {
    "screenshot": "writes a picture to the pictures folder",
    "toggle_full_screen": "full screen on or off",
    "toggle_help": "shows the keys",
    "toggle_list": "shows the landmark list",
    "toggle_map": "shows the map",
    "toggle_sky": "shows weather and season",
    "toggle_labels": "names of landmarks and streets over the city on or off",
    "map_nearer": "less of the city on the map, and more names",
    "map_farther": "more of the city on the map",
    "toggle_gallery": "shows the pictures",
    "show_picture": "argument: picture id; shows it alone",
    "look_at_picture": "argument: picture id; the same from where it hangs, to come back there",
    "next_picture": "the next picture, where one lies open alone",
    "previous_picture": "the picture before it",
    "compare_picture": "shows the picture over the view",
    "toggle_frames": "pictures with a place stand in the city or do not",
    "toggle_settings": "shows the settings",
    "toggle_about": "shows credits and licences",
    "toggle_imports": "shows what of a visitor's own map and heights is imported",
    "toggle_finds": "shows the map of where the exhibits were found",
    "choose_map": "asks for a file of a map, then imports it",
    "choose_heights": "asks for files of heights, then imports them",
    "choose_pictures": "asks for a folder of pictures, then imports it",
    "import_files": "argument: paths, one a line; imports a map, heights or pictures",
    "stop_import": "ends the import that is under way; nothing is changed",
    "reset_map": "back to the built-in city",
    "reset_heights": "back to the shipped ground",
    "quit": "leaves the program",
}
