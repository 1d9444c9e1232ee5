"""The exhibits: one object, one module, one `build`.

A unit of their frame is a centimetre, z is up, the front looks to -y.
"""
