"""The small renderer behind `look.py`: sun with a shadow map, sky, ground, four samples."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pyglet

pyglet.options.headless = True
pyglet.options.debug_gl = False
pyglet.options.shadow_window = False

import pyglet.window  # noqa: E402
from PIL import Image  # noqa: E402
from pyglet import gl  # noqa: E402

from almaty_tour.mesh.data import MeshData  # noqa: E402

SHADOW_PX = 2048
KINDS = (
    "wall", "glazing", "roof", "metal", "stone", "foliage", "water", "lamp", "lettering", "ground"
)  # fmt: skip

VERTEX = """#version 330
layout(location=0) in vec3 position; layout(location=1) in vec3 normal;
layout(location=2) in vec4 colour; layout(location=3) in vec4 surface;
layout(location=4) in vec2 uv;
uniform mat4 view_projection; uniform mat4 sun_matrix;
out vec3 place; out vec3 facing; out vec4 paint; out vec4 finish; out vec4 in_sun;
void main() {
  place = position; facing = normal; paint = colour; finish = surface + vec4(0, 0, 0, uv.x * 0.0);
  in_sun = sun_matrix * vec4(position + normal * 0.05, 1);
  gl_Position = view_projection * vec4(position, 1);
}
"""
SHARED = """#version 330
vec3 sky(vec3 d) {
  float up = clamp(d.z, -1.0, 1.0);
  vec3 high = vec3(0.16, 0.33, 0.72), low = vec3(0.62, 0.74, 0.88), below = vec3(0.23, 0.21, 0.17);
  if (up > 0.0) return mix(low, high, pow(up, 0.55));
  return mix(low * 0.8, below, clamp(-up * 8.0, 0.0, 1.0));
}
vec3 tone(vec3 c) {
  c *= 0.62;
  c = (c * (2.51 * c + 0.03)) / (c * (2.43 * c + 0.59) + 0.14);
  return pow(clamp(c, 0.0, 1.0), vec3(1.0 / 2.2));
}
"""
FRAGMENT = (
    SHARED
    + """
in vec3 place; in vec3 facing; in vec4 paint; in vec4 finish; in vec4 in_sun;
uniform vec3 eye; uniform vec3 sun; uniform sampler2D shadow;
out vec4 result;
float lit() {
  vec3 p = in_sun.xyz * 0.5 + 0.5;
  if (any(greaterThan(abs(in_sun.xyz), vec3(1)))) return 1.0;
  float sum = 0.0;
  for (int i = -1; i < 2; i++) for (int j = -1; j < 2; j++)
    sum += step(p.z - 0.0006, texture(shadow, p.xy + vec2(i, j) / 2048.0).r);
  return sum / 9.0;
}
void main() {
  vec3 n = normalize(facing), v = normalize(eye - place);
  float rough = finish.x, metal = finish.y;
  int kind = int(finish.z + 0.5);
  bool leaves = kind == 5;
  if (!gl_FrontFacing && !leaves) n = -n;
  vec3 base = pow(paint.rgb, vec3(2.2));
  float ao = paint.a, d = max(dot(n, sun), 0.0) * lit();
  vec3 sunlight = vec3(3.1, 2.85, 2.5) * d;
  vec3 ambient = mix(vec3(0.30, 0.27, 0.22), vec3(0.62, 0.74, 0.98), n.z * 0.5 + 0.5) * ao;
  vec3 mirrored = reflect(-v, n);
  float fresnel = pow(1.0 - max(dot(n, v), 0.0), 5.0);
  vec3 f0 = mix(vec3(0.04), base, metal);
  vec3 f = f0 + (max(vec3(1.0 - rough), f0) - f0) * fresnel;
  if (kind == 1) f = vec3(0.10) + 0.8 * fresnel;
  float power = 2.0 / pow(max(rough, 0.06), 4.0);
  float shine = pow(max(dot(n, normalize(sun + v)), 0.0), power) * (power + 8.0) / 25.0;
  vec3 env = mix(sky(mirrored), sky(n), rough) * ao;
  vec3 c = base * (1.0 - metal) * (sunlight + ambient) * 0.75;
  c += f * env * (metal > 0.5 ? 1.3 : 1.0) + min(f * shine * d * 2.5, vec3(6));
  if (metal > 0.5) c += base * sunlight * 0.25;
  if (!gl_FrontFacing && !leaves) c = vec3(1.0, 0.0, 0.6);   // an inside: a fault to mend
  float far = 1.0 - exp(-length(eye - place) / 9000.0);
  result = vec4(tone(mix(c, sky(vec3(1, 0, 0.05)), far)), 1);
}
"""
)
PLAIN = """#version 330
layout(location=0) in vec3 position; uniform mat4 view_projection;
void main() { gl_Position = view_projection * vec4(position, 1); }
"""
NOTHING = "#version 330\nvoid main() {}\n"
BACKDROP = """#version 330
layout(location=0) in vec3 position; out vec2 at;
void main() { at = position.xy; gl_Position = vec4(position.xy, 0.99999, 1); }
"""
SKY = (
    SHARED
    + """
in vec2 at; uniform mat4 back; out vec4 result;
void main() {
  vec4 a = back * vec4(at, 1, 1), b = back * vec4(at, -1, 1);
  result = vec4(tone(sky(normalize(a.xyz / a.w - b.xyz / b.w))), 1);
}
"""
)


class Looker:
    """One context, one model, many pictures."""

    def __init__(
        self,
        width: int,
        height: int,
        mesh: MeshData,
        materials: Mapping[str, Mapping[str, Any]],
        *,
        cull: bool = False,
    ) -> None:
        self.cull = cull
        config = gl.Config(double_buffer=True, depth_size=24, major_version=3, minor_version=3)
        self.window = pyglet.window.Window(16, 16, config=config, vsync=False)
        self.size = width, height
        a, e = math.radians(-58.0), math.radians(60.0)
        self.sun = np.array([math.cos(a) * math.cos(e), math.sin(a) * math.cos(e), math.sin(e)])
        self.low, self.high = (np.asarray(b, np.float64) for b in mesh.bounds_m)
        self.model = _vertex_array(_columns(mesh, materials), mesh.faces)
        self.ground = self._ground()
        self.screen = _vertex_array(
            _bare([[-1, -1, 0], [3, -1, 0], [-1, 3, 0]]), np.array([[0, 1, 2]])
        )
        self.main, self.depth = _program(VERTEX, FRAGMENT), _program(PLAIN, NOTHING)
        self.sky = _program(BACKDROP, SKY)
        self.sun_matrix = self._sun_matrix()
        self.shadow = self._shadow_map()
        self.many, self.one = _target(width, height, 4), _target(width, height, 0)

    def picture(self, eye: np.ndarray, target: np.ndarray, fov_deg: float) -> Image.Image:
        """One finished picture."""
        width, height = self.size
        reach = float(np.linalg.norm(eye - target))
        matrix = _perspective(fov_deg, width / height, max(0.05, reach / 400), 20000.0) @ _look(
            eye, target
        )
        gl.glBindFramebuffer(gl.GL_FRAMEBUFFER, self.many)
        gl.glViewport(0, 0, width, height)
        gl.glClear(gl.GL_COLOR_BUFFER_BIT | gl.GL_DEPTH_BUFFER_BIT)
        gl.glEnable(gl.GL_DEPTH_TEST)
        gl.glDepthFunc(gl.GL_LEQUAL)
        gl.glDisable(gl.GL_CULL_FACE)
        gl.glUseProgram(self.sky)
        _matrix(self.sky, "back", np.linalg.inv(matrix))
        _draw(self.screen)
        gl.glUseProgram(self.main)
        _matrix(self.main, "view_projection", matrix)
        _matrix(self.main, "sun_matrix", self.sun_matrix)
        gl.glUniform3f(_place(self.main, "eye"), *eye)
        gl.glUniform3f(_place(self.main, "sun"), *self.sun)
        gl.glBindTexture(gl.GL_TEXTURE_2D, self.shadow)
        (gl.glEnable if self.cull else gl.glDisable)(gl.GL_CULL_FACE)
        _draw(self.model)
        _draw(self.ground)
        return self._read()

    def _read(self) -> Image.Image:
        width, height = self.size
        gl.glBindFramebuffer(gl.GL_READ_FRAMEBUFFER, self.many)
        gl.glBindFramebuffer(gl.GL_DRAW_FRAMEBUFFER, self.one)
        gl.glBlitFramebuffer(
            0, 0, width, height, 0, 0, width, height, gl.GL_COLOR_BUFFER_BIT, gl.GL_NEAREST
        )
        gl.glBindFramebuffer(gl.GL_FRAMEBUFFER, self.one)
        pixels = np.zeros((height, width, 4), np.uint8)
        gl.glReadPixels(0, 0, width, height, gl.GL_RGBA, gl.GL_UNSIGNED_BYTE, pixels.ctypes.data)
        return Image.fromarray(np.ascontiguousarray(pixels[::-1, :, :3]))

    def _ground(self) -> tuple[int, int]:
        far = 6000.0
        corners = np.array([[-far, -far], [far, -far], [far, far], [-far, far]])
        data = _bare(np.column_stack([corners, np.full(4, -0.01)]))
        data[:, 3:6] = [0, 0, 1]
        data[:, 6:10] = [0.50, 0.52, 0.44, 1.0]
        data[:, 10:14] = [0.95, 0.0, 9.0, 0.0]
        return _vertex_array(data, np.array([[0, 1, 2], [0, 2, 3]]))

    def _sun_matrix(self) -> np.ndarray:
        middle = (self.low + self.high) / 2
        view = _look(middle + self.sun * 100.0, middle)
        box = [self.low, self.high]
        corners = np.array(
            [[box[i][0], box[j][1], box[k][2], 1.0] for i in (0, 1) for j in (0, 1) for k in (0, 1)]
        )
        seen = corners @ view.T
        low, high = seen.min(axis=0)[:3] - 2.0, seen.max(axis=0)[:3] + 2.0
        fit = np.diag([*(2.0 / (high - low)), 1.0])
        fit[:3, 3] = -(high + low) / (high - low)
        fit[2] *= -1.0
        result: np.ndarray = fit @ view
        return result

    def _shadow_map(self) -> int:
        texture, frame = gl.GLuint(), gl.GLuint()
        gl.glGenTextures(1, texture)
        gl.glBindTexture(gl.GL_TEXTURE_2D, texture)
        gl.glTexImage2D(
            gl.GL_TEXTURE_2D,
            0,
            gl.GL_DEPTH_COMPONENT32F,
            SHADOW_PX,
            SHADOW_PX,
            0,
            gl.GL_DEPTH_COMPONENT,
            gl.GL_FLOAT,
            None,
        )
        for name in (gl.GL_TEXTURE_MIN_FILTER, gl.GL_TEXTURE_MAG_FILTER):
            gl.glTexParameteri(gl.GL_TEXTURE_2D, name, gl.GL_NEAREST)
        gl.glGenFramebuffers(1, frame)
        gl.glBindFramebuffer(gl.GL_FRAMEBUFFER, frame)
        gl.glFramebufferTexture2D(
            gl.GL_FRAMEBUFFER, gl.GL_DEPTH_ATTACHMENT, gl.GL_TEXTURE_2D, texture, 0
        )
        gl.glDrawBuffer(gl.GL_NONE)
        gl.glViewport(0, 0, SHADOW_PX, SHADOW_PX)
        gl.glClear(gl.GL_DEPTH_BUFFER_BIT)
        gl.glEnable(gl.GL_DEPTH_TEST)
        gl.glEnable(gl.GL_POLYGON_OFFSET_FILL)
        gl.glPolygonOffset(2.0, 4.0)
        gl.glUseProgram(self.depth)
        _matrix(self.depth, "view_projection", self.sun_matrix)
        _draw(self.model)
        gl.glDisable(gl.GL_POLYGON_OFFSET_FILL)
        return int(texture.value)


def _columns(mesh: MeshData, materials: Mapping[str, Mapping[str, Any]]) -> np.ndarray:
    """(n, 16): position, normal, colour with occlusion, roughness/metal/class/emission, uv."""
    table = np.zeros((max(1, len(mesh.materials)), 7))
    for row, name in enumerate(mesh.materials):
        if name not in materials:
            print(f"  MATERIAL NOT IN THE TABLE: {name}")
        entry = materials.get(name, {"colour": "#FF00FF"})
        table[row, :3] = np.frombuffer(bytes.fromhex(entry["colour"][1:]), np.uint8) / 255.0
        table[row, 3:5] = entry.get("roughness", 0.8), entry.get("metallic", 0.0)
        table[row, 5] = KINDS.index(entry.get("class", "wall"))
    looks = table[mesh.material]
    tint = mesh.tint.astype(np.float64) / 255.0
    colour = np.column_stack([looks[:, :3] * tint[:, :3], tint[:, 3]])
    return np.column_stack([mesh.positions, mesh.normals, colour, looks[:, 3:7], mesh.uv])


def _bare(points: Any) -> np.ndarray:
    positions = np.asarray(points, np.float64)
    return np.column_stack([positions, np.zeros((len(positions), 13))])


def _vertex_array(columns: np.ndarray, faces: np.ndarray) -> tuple[int, int]:
    data = np.ascontiguousarray(columns, np.float32)
    index = np.ascontiguousarray(faces, np.uint32)
    array, buffers = gl.GLuint(), (gl.GLuint * 2)()
    gl.glGenVertexArrays(1, array)
    gl.glBindVertexArray(array)
    gl.glGenBuffers(2, buffers)
    for target, buffer, values in (
        (gl.GL_ARRAY_BUFFER, buffers[0], data),
        (gl.GL_ELEMENT_ARRAY_BUFFER, buffers[1], index),
    ):
        gl.glBindBuffer(target, buffer)
        gl.glBufferData(target, values.nbytes, values.ctypes.data, gl.GL_STATIC_DRAW)
    for slot, (size, start) in enumerate([(3, 0), (3, 3), (4, 6), (4, 10), (2, 14)]):
        gl.glEnableVertexAttribArray(slot)
        gl.glVertexAttribPointer(slot, size, gl.GL_FLOAT, False, 64, start * 4)
    return int(array.value), index.size


def _draw(array: tuple[int, int]) -> None:
    gl.glBindVertexArray(array[0])
    gl.glDrawElements(gl.GL_TRIANGLES, array[1], gl.GL_UNSIGNED_INT, 0)


def _target(width: int, height: int, samples: int) -> int:
    frame, buffers = gl.GLuint(), (gl.GLuint * 2)()
    gl.glGenFramebuffers(1, frame)
    gl.glBindFramebuffer(gl.GL_FRAMEBUFFER, frame)
    gl.glGenRenderbuffers(2, buffers)
    for place, kind, buffer in (
        (gl.GL_COLOR_ATTACHMENT0, gl.GL_RGBA8, buffers[0]),
        (gl.GL_DEPTH_ATTACHMENT, gl.GL_DEPTH_COMPONENT32F, buffers[1]),
    ):
        gl.glBindRenderbuffer(gl.GL_RENDERBUFFER, buffer)
        gl.glRenderbufferStorageMultisample(gl.GL_RENDERBUFFER, samples, kind, width, height)
        gl.glFramebufferRenderbuffer(gl.GL_FRAMEBUFFER, place, gl.GL_RENDERBUFFER, buffer)
    return int(frame.value)


def _program(vertex: str, fragment: str) -> int:
    program = gl.glCreateProgram()
    for kind, source in ((gl.GL_VERTEX_SHADER, vertex), (gl.GL_FRAGMENT_SHADER, fragment)):
        shader = gl.glCreateShader(kind)
        text = ctypes.c_char_p(source.encode())
        pointer = ctypes.cast(ctypes.pointer(text), ctypes.POINTER(ctypes.POINTER(ctypes.c_char)))
        gl.glShaderSource(shader, 1, pointer, None)
        gl.glCompileShader(shader)
        gl.glAttachShader(program, shader)
    gl.glLinkProgram(program)
    log = ctypes.create_string_buffer(4096)
    gl.glGetProgramInfoLog(program, 4096, None, log)
    if log.value:
        print(log.value.decode())
    return int(program)


def _place(program: int, name: str) -> int:
    return int(gl.glGetUniformLocation(program, ctypes.create_string_buffer(name.encode())))


def _matrix(program: int, name: str, matrix: np.ndarray) -> None:
    values = (gl.GLfloat * 16)(*matrix.T.ravel())
    gl.glUniformMatrix4fv(_place(program, name), 1, False, values)


def _look(eye: np.ndarray, target: np.ndarray) -> np.ndarray:
    ahead = (target - eye) / np.linalg.norm(target - eye)
    right = np.cross(ahead, [0.0, 0.0, 1.0] if abs(ahead[2]) < 0.999 else [0.0, 1.0, 0.0])
    right /= np.linalg.norm(right)
    up = np.cross(right, ahead)
    result = np.eye(4)
    result[:3, :3] = right, up, -ahead
    result[:3, 3] = -result[:3, :3] @ eye
    return result


def _perspective(fov_deg: float, aspect: float, near: float, far: float) -> np.ndarray:
    f = 1.0 / math.tan(math.radians(fov_deg) / 2)
    result = np.zeros((4, 4))
    result[0, 0], result[1, 1] = f / aspect, f
    result[2, 2], result[2, 3] = (far + near) / (near - far), 2 * far * near / (near - far)
    result[3, 2] = -1.0
    return result
