"""Maps of OpenStreetMap become a part of the city; needs the `gis` extra.

    file -> sources -> RawMap -> outlines -> decisions -> volumes -> arrays -> the user's folder

The viewer never imports this room: it reads the finished arrays (`scene.imported`).
"""
