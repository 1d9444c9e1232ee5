"""Dear ImGui as a maker of arrays: hands go in, an `Overlay` comes out, no GL anywhere."""

from __future__ import annotations

import ctypes

import numpy as np
import numpy.typing as npt
from slimgui import imgui

from almaty_tour.render.frame import Overlay

KEYS = {
    "tab": imgui.Key.KEY_TAB,
    "left": imgui.Key.KEY_LEFT_ARROW,
    "right": imgui.Key.KEY_RIGHT_ARROW,
    "up": imgui.Key.KEY_UP_ARROW,
    "down": imgui.Key.KEY_DOWN_ARROW,
    "page_up": imgui.Key.KEY_PAGE_UP,
    "page_down": imgui.Key.KEY_PAGE_DOWN,
    "home": imgui.Key.KEY_HOME,
    "end": imgui.Key.KEY_END,
    "delete": imgui.Key.KEY_DELETE,
    "backspace": imgui.Key.KEY_BACKSPACE,
    "space": imgui.Key.KEY_SPACE,
    "enter": imgui.Key.KEY_ENTER,
    "escape": imgui.Key.KEY_ESCAPE,
    "shift": imgui.Key.MOD_SHIFT,
    "ctrl": imgui.Key.MOD_CTRL,
    "a": imgui.Key.KEY_A,
    "c": imgui.Key.KEY_C,
    "v": imgui.Key.KEY_V,
    "x": imgui.Key.KEY_X,
}
"""Names of the keys that the interface itself understands."""


class GuiContext:
    """One Dear ImGui context with its input queue and its textures."""

    def __init__(self) -> None:
        imgui.set_nanobind_leak_warnings(False)
        self._context = imgui.create_context()
        self.io = imgui.get_io()
        self.io.ini_filename = None
        self.io.log_filename = None
        self.io.backend_flags |= (
            imgui.BackendFlags.RENDERER_HAS_TEXTURES | imgui.BackendFlags.RENDERER_HAS_VTX_OFFSET
        )
        self.io.config_flags |= imgui.ConfigFlags.NAV_ENABLE_KEYBOARD
        self.io.config_nav_escape_clear_focus_window = False
        self._free_ids: list[int] = []
        self._last_id = 0
        self._textures: dict[int, npt.NDArray[np.uint8]] = {}

    def use(self) -> None:
        """Makes this context the current one; needed where two interfaces live at once."""
        imgui.set_current_context(self._context)

    def begin(self, size_pt: tuple[float, float], scale: float, dt_s: float) -> None:
        """Starts a picture of `size_pt` points with `scale` pixels a point."""
        self.io.display_size = size_pt
        self.io.display_framebuffer_scale = (scale, scale)
        self.io.delta_time = min(max(dt_s, 1e-4), 0.25)
        imgui.new_frame()  # type: ignore[no-untyped-call]

    def finish(self) -> Overlay:
        """Ends the picture and returns it as arrays of its own."""
        imgui.render()
        size_pt, scale = self.io.display_size, self.io.display_framebuffer_scale[0]
        data = imgui.get_draw_data()
        changed = self._take_textures(data)
        vertices, indices, commands = [], [], []
        vertex_base = index_base = 0
        for drawn in data.commands_lists:
            vertex_count, index_count = drawn.vtx_buffer_size, drawn.idx_buffer_size
            vertices.append(_copy(drawn.vtx_buffer_data, vertex_count * imgui.VERTEX_SIZE))
            indices.append(_copy(drawn.idx_buffer_data, index_count * imgui.INDEX_SIZE))
            for command in drawn.commands:
                texture = command.tex_ref.get_tex_id()
                first = index_base + command.idx_offset
                offset = vertex_base + command.vtx_offset
                commands.append((command.elem_count, first, offset, texture, *command.clip_rect))
            vertex_base, index_base = vertex_base + vertex_count, index_base + index_count
        return Overlay(
            vertices=_join(vertices).reshape(-1, imgui.VERTEX_SIZE),
            indices=_join(indices).view(np.uint16),
            commands=np.array(commands, np.float64).reshape(-1, 8),
            size_pt=size_pt,
            scale=scale,
            textures=changed,
        )

    def all_textures(self) -> dict[int, npt.NDArray[np.uint8]]:
        """Every texture in use by id, for a renderer that starts later."""
        return dict(self._textures)

    def _take_textures(self, data: imgui.DrawData) -> dict[int, npt.NDArray[np.uint8]]:
        changed: dict[int, npt.NDArray[np.uint8]] = {}
        for texture in data.textures or ():
            if texture.status == imgui.TextureStatus.WANT_CREATE:
                texture.set_tex_id(self._new_id())
            elif texture.status == imgui.TextureStatus.WANT_DESTROY:
                if texture.unused_frames > 0:
                    self._drop(texture)
                continue
            elif texture.status != imgui.TextureStatus.WANT_UPDATES:
                continue
            pixels = np.asarray(texture.get_pixels()).reshape(texture.height, texture.width, 4)
            changed[texture.get_tex_id()] = pixels.copy()
            texture.set_status(imgui.TextureStatus.OK)
        self._textures.update(changed)
        return changed

    def _new_id(self) -> int:
        if self._free_ids:
            return self._free_ids.pop()
        self._last_id += 1
        return self._last_id

    def _drop(self, texture: imgui.TextureData) -> None:
        self._free_ids.append(texture.get_tex_id())
        self._textures.pop(texture.get_tex_id(), None)
        texture.set_tex_id(0)
        texture.set_status(imgui.TextureStatus.DESTROYED)


def _copy(address: int, count: int) -> npt.NDArray[np.uint8]:
    if not count:
        return np.zeros(0, np.uint8)
    return np.frombuffer(ctypes.string_at(address, count), np.uint8)


def _join(pieces: list[npt.NDArray[np.uint8]]) -> npt.NDArray[np.uint8]:
    return np.concatenate(pieces) if pieces else np.zeros(0, np.uint8)
