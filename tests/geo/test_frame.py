"""The world frame agrees with PROJ and with itself."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.geo import frame

pyproj = pytest.importorskip("pyproj")

REACH_M = 50_000.0
metres = st.floats(-REACH_M, REACH_M)


def _grid() -> tuple[np.ndarray, np.ndarray]:
    axis = np.linspace(-REACH_M, REACH_M, 41)
    x, y = np.meshgrid(axis, axis)
    return x.ravel(), y.ravel()


def test_agrees_with_proj_within_a_tenth_of_a_millimetre() -> None:
    x, y = _grid()
    to_wgs84 = pyproj.Transformer.from_crs(frame.PROJ_STRING, "EPSG:4326", always_xy=True)
    lon, lat = to_wgs84.transform(x, y)
    east, north = frame.to_local(lat, lon)
    assert np.hypot(east - x, north - y).max() < 1e-4


def test_inverse_agrees_with_proj() -> None:
    x, y = _grid()
    to_wgs84 = pyproj.Transformer.from_crs(frame.PROJ_STRING, "EPSG:4326", always_xy=True)
    lon, lat = to_wgs84.transform(x, y)
    our_lat, our_lon = frame.to_geographic(x, y)
    assert np.abs(our_lat - lat).max() < 1e-9
    assert np.abs(our_lon - lon).max() < 1e-9


@given(metres, metres)
def test_round_trip(x: float, y: float) -> None:
    east, north = frame.to_local(*frame.to_geographic(x, y))
    assert abs(float(east) - x) < 1e-5
    assert abs(float(north) - y) < 1e-5


def test_centre_is_the_origin() -> None:
    east, north = frame.to_local(frame.CENTRE_LAT_DEG, frame.CENTRE_LON_DEG)
    assert abs(float(east)) < 1e-9
    assert abs(float(north)) < 1e-9


def test_broadcasts_a_row_against_a_column() -> None:
    x, y = frame.to_local(np.array([[43.0], [43.5]]), np.array([76.8, 76.9, 77.0]))
    assert x.shape == y.shape == (2, 3)
    lat, lon = frame.to_geographic(np.zeros((2, 1)), np.zeros(3))
    assert lat.shape == lon.shape == (2, 3)


def test_curvature_lowers_the_ground_by_the_textbook_amount() -> None:
    assert float(frame.curvature_drop_m(10_000.0)) == pytest.approx(6.83, abs=0.01)
    assert float(frame.curvature_drop_m(40_000.0)) == pytest.approx(109.2, abs=0.2)


@given(st.floats(0.0, 359.9), st.floats(-89.0, 89.0))
def test_heading_of_heading_vector(heading: float, pitch: float) -> None:
    east, north, up = frame.heading_vector(heading, pitch)
    turn = (float(frame.heading_deg(east, north)) - heading + 180.0) % 360.0 - 180.0
    assert abs(turn) < 1e-6
    assert np.degrees(np.arcsin(up)) == pytest.approx(pitch, abs=1e-6)


def test_yaw_brings_the_front_to_its_bearing() -> None:
    yaw = frame.yaw_of_bearing_rad(90.0)
    front = np.array([np.sin(yaw), -np.cos(yaw)])
    assert front == pytest.approx([1.0, 0.0], abs=1e-12)
