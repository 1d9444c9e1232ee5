"""Movers of the free camera, one file each: state and wishes in, new state out."""
