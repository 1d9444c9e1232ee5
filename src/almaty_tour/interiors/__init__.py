"""The interiors: one space with a roof, one module, one `build`.

Metres, x to the east, y to the north, z up; the floor that one comes in on is z = 0.
"""
