"""A city small enough to draw in a test: hills, a turned thing of many triangles, boxes, trees."""

from __future__ import annotations

import json
import struct

import numpy as np
import pytest

BOXES, TREES = 30, 80
AROUND = 64
"""Corners round the turned thing, and along it: 8,192 triangles."""


def hill_m(x, z):
    return 3.0 * np.sin(x / 60.0) * np.cos(z / 70.0)


def ground():
    x, z = np.meshgrid(np.linspace(-800, 800, 161), np.linspace(-800, 800, 161))
    slope_x = 0.05 * np.cos(x / 60.0) * np.cos(z / 70.0)
    slope_z = -3.0 / 70.0 * np.sin(x / 60.0) * np.sin(z / 70.0)
    normals = np.stack([-slope_x, np.ones_like(x), -slope_z], -1).reshape(-1, 3)
    at = (np.arange(160)[:, None] * 161 + np.arange(160)).ravel()
    faces = np.concatenate(
        [np.stack([at, at + 161, at + 1], 1), np.stack([at + 1, at + 161, at + 162], 1)]
    )
    return np.stack([x, hill_m(x, z), z], -1).reshape(-1, 3), normals, faces


def turned():
    """A closed surface with bumps, smooth normals."""
    along, round_ = np.meshgrid(np.linspace(0, 1, AROUND + 1), np.arange(AROUND), indexing="ij")
    turn = round_ * 2 * np.pi / AROUND
    radius = 12.0 * np.sqrt(np.clip(1 - along**2, 0, 1)) * (1 + 0.1 * np.sin(4 * turn)) + 0.05
    points = np.stack([radius * np.cos(turn), along * 60.0 - 3.0, radius * np.sin(turn)], -1)
    points = points.reshape(-1, 3)
    row, column = (one.ravel() for one in np.indices((AROUND, AROUND)))
    a, b = row * AROUND + column, row * AROUND + (column + 1) % AROUND
    faces = np.concatenate(
        [np.stack([a, a + AROUND, b], 1), np.stack([b, a + AROUND, b + AROUND], 1)]
    )
    across = np.cross(
        points[faces[:, 1]] - points[faces[:, 0]], points[faces[:, 2]] - points[faces[:, 0]]
    )
    normals = np.zeros_like(points)
    for corner in range(3):
        np.add.at(normals, faces[:, corner], across)
    return points, normals / np.linalg.norm(normals, axis=1, keepdims=True), faces


def flat(polygon, low, high):
    """A prism whose walls and roof have corners of their own, as exporters write them."""
    points, normals, faces = [], [], []
    for a, b in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
        along = (b - a) / np.hypot(*(b - a))
        first = len(points)
        points += [(a[0], low, a[1]), (b[0], low, b[1]), (b[0], high, b[1]), (a[0], high, a[1])]
        normals += [(along[1], 0.0, -along[0])] * 4
        faces += [(first, first + 2, first + 1), (first, first + 3, first + 2)]
    first = len(points)
    points += [(x, high, z) for x, z in polygon]
    normals += [(0.0, 1.0, 0.0)] * len(polygon)
    faces += [(first, first + n + 1, first + n) for n in range(1, len(polygon) - 1)]
    return np.array(points), np.array(normals), np.array(faces)


def box(half_m=8.0, height_m=15.0):
    square = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], float) * half_m
    return flat(square, -6.0, height_m)


class Writer:
    """A GLB of the contract in the making."""

    def __init__(self):
        self.blob, self.views, self.accessors, self.meshes, self.nodes = b"", [], [], [], []

    def _accessor(self, array, kind, type_):
        data = array.tobytes()
        self.views.append({"buffer": 0, "byteOffset": len(self.blob), "byteLength": len(data)})
        self.blob += data
        self.accessors.append(
            {"bufferView": len(self.views) - 1, "componentType": kind, "type": type_,
             "count": array.size if type_ == "SCALAR" else len(array)}
        )  # fmt: skip
        return len(self.accessors) - 1

    def mesh(self, points, normals, faces, material):
        attributes = {
            "POSITION": self._accessor(points.astype(np.float32), 5126, "VEC3"),
            "NORMAL": self._accessor(normals.astype(np.float32), 5126, "VEC3"),
        }
        indices = self._accessor(faces.astype(np.uint32).ravel(), 5125, "SCALAR")
        self.meshes.append(
            {"primitives": [{"attributes": attributes, "indices": indices, "material": material}]}
        )
        return len(self.meshes) - 1

    def node(self, mesh, x, z, yaw=0.0, scale=1.0):
        self.nodes.append(
            {"mesh": mesh, "translation": [x, float(hill_m(x, z)) if x or z else 0.0, z],
             "rotation": [0.0, np.sin(yaw / 2), 0.0, np.cos(yaw / 2)], "scale": [scale] * 3}
        )  # fmt: skip

    def write(self, path, colours):
        table = {
            "asset": {"version": "2.0"}, "meshes": self.meshes, "nodes": self.nodes,
            "materials": [{"pbrMetallicRoughness": {"baseColorFactor": [*c, 1]}} for c in colours],
            "bufferViews": self.views, "accessors": self.accessors,
            "buffers": [{"byteLength": len(self.blob)}],
        }  # fmt: skip
        text = json.dumps(table).encode()
        text += b" " * (-len(text) % 4)
        body = struct.pack("<II", len(text), 0x4E4F534A) + text
        body += struct.pack("<II", len(self.blob), 0x004E4942) + self.blob
        path.write_bytes(struct.pack("<III", 0x46546C67, 2, 12 + len(body)) + body)


@pytest.fixture(scope="session")
def city_glb(tmp_path_factory):
    """Ground (id 1), the turned thing (2), boxes (3 to 32), trees (33 and more)."""
    made = Writer()
    made.node(made.mesh(*ground(), 0), 0.0, 0.0)
    made.node(made.mesh(*turned(), 1), 60.0, 20.0)
    for number in range(BOXES):
        mesh = made.mesh(*box(height_m=10.0 + number), 2)
        made.node(mesh, 40.0 * (number % 6) - 120.0, 40.0 * (number // 6) - 170.0, 0.3 * number)
    tree = made.mesh(*flat(np.array([(-1, -1), (1, -1), (0, 1)], float), -1.0, 6.0), 3)
    for number in range(TREES):
        made.node(tree, 36.0 * (number % 40) - 700.0, 60.0 + 9.0 * (number // 40), number, 1.2)
    path = tmp_path_factory.mktemp("bench") / "city.glb"
    made.write(path, [(0.4, 0.5, 0.3), (0.85, 0.7, 0.3), (0.7, 0.4, 0.3), (0.2, 0.4, 0.2)])
    return path


@pytest.fixture(scope="session")
def city_path(city_glb):
    """Cameras from above, from afar and from the street."""
    eyes = [(-10, 420, 90), (-380, 60, 300), (-150, 8, 30)]
    targets = [(0, 0, -60), (0, 10, 0), (60, 20, 20)]
    frames = [{"eye": e, "target": t, "up": [0, 1, 0]} for e, t in zip(eyes, targets, strict=True)]
    light = {"direction": [-0.45, -0.8, -0.4], "color": [1, 1, 1], "ambient": 0.35}
    data = {"fovy_deg": 60.0, "znear": 1, "zfar": 8000, "background": [0.62, 0.74, 0.88],
            "light": light, "shots": [1], "frames": frames}  # fmt: skip
    path = city_glb.with_name("path.json")
    path.write_text(json.dumps(data))
    return path
