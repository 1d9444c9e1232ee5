"""Heights that a user brings: SRTM tiles and GeoTIFFs become the ground of the tour.

Importing runs in the command's own process and needs the `gis` extra; the viewer only reads
the finished folder, which is laid out as `assets/terrain`.
"""
