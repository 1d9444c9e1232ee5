"""Almaty Tour: a guided flight through Almaty, under its real mountains."""

__version__ = "0.1.0"
