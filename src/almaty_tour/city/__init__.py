"""Making the town between the landmarks: from tables of streets to a map and rows of props.

Runs only at bake time. The tables in `tables/` were measured on OpenStreetMap and are
credited in the program and in CREDITS.md.
"""
