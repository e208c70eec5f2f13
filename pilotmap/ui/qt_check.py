"""Says in one sentence why Qt cannot open a window here, before Qt would abort the program."""

import ctypes
import os
import re
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from pilotmap.language import later, tr

_PACKAGES: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_ON_IMPORT: Final = ("libEGL.so.1", "libGL.so.1", "libxkbcommon.so.0", "libdbus-1.so.3")
_ON_XCB: Final = tuple(name for name in _PACKAGES if "xcb" in name or "x11" in name.lower())
_INSTEAD: Final = later("Without a window: pilotmap export MAP.pilotmap.json -o MAP.pdf")


def why_no_window(environment: Mapping[str, str] = os.environ) -> str | None:
    """The reason, what to install or set, and what works without a window; None where all is well.

    Qt ends the process when its platform plugin cannot start, so this is asked before.
    """
    if not sys.platform.startswith("linux"):
        return None
    platform = environment.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    if platform not in ("", "xcb", "wayland"):
        return None
    if platform != "xcb" and environment.get("WAYLAND_DISPLAY") and _wayland_answers(environment):
        return None
    if platform == "wayland" or not environment.get("DISPLAY"):
        return tr(
            "PilotMap has no screen to open its window on (DISPLAY is not set). {instead}",
            instead=tr(_INSTEAD),
        )
    return _why_no_xcb(environment["DISPLAY"])


def why_no_import(error: ImportError) -> str:
    """The same for a Qt that cannot even be loaded."""
    if find_spec("PySide6") is None:
        return tr(
            "PilotMap's window needs PySide6: pip install PySide6-Essentials. {instead}",
            instead=tr(_INSTEAD),
        )
    found = re.search(r"(lib[\w+.-]+\.so[\w.]*)", str(error))
    if found is None:
        return tr(
            "PilotMap's window cannot start because Qt does not load: {error}. {instead}",
            error=error,
            instead=tr(_INSTEAD),
        )
    missing = {found[1], *_missing(_ON_IMPORT), *_missing(_ON_XCB)}
    return _lacking(missing)


def _why_no_xcb(display: str) -> str | None:
    missing = set(_missing(_ON_XCB))
    plugin = _xcb_plugin()
    if plugin is not None and not missing:
        missing |= _not_loaded_by(plugin)
    if missing:
        return _lacking(missing)
    if not _x_answers():
        return tr(
            "PilotMap cannot reach the screen {display} (DISPLAY): is it running? {instead}",
            display=display,
            instead=tr(_INSTEAD),
        )
    return None


def _lacking(missing: set[str]) -> str:
    packages = sorted({_PACKAGES[name] for name in missing if name in _PACKAGES})
    names = ", ".join(sorted(missing))
    if not packages:
        return tr(
            "PilotMap's window cannot start because Qt lacks {names}. {instead}",
            names=names,
            instead=tr(_INSTEAD),
        )
    return tr(
        "PilotMap's window cannot start because Qt lacks {names}. On Debian or Ubuntu: apt-get "
        "install {packages}. {instead}",
        names=names,
        packages=" ".join(packages),
        instead=tr(_INSTEAD),
    )


def _missing(names: tuple[str, ...]) -> list[str]:
    return [name for name in names if not _loads(name)]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _xcb_plugin() -> Path | None:
    spec = find_spec("PySide6")
    folders = spec.submodule_search_locations if spec is not None else None
    for folder in folders or ():
        plugin = Path(folder) / "Qt/plugins/platforms/libqxcb.so"
        if plugin.is_file():
            return plugin
    return None


def _not_loaded_by(plugin: Path) -> set[str]:
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        found = re.search(r"(lib[\w+.-]+\.so[\w.]*): cannot open", str(error))
        return {found[1]} if found else set()
    return set()


def _x_answers() -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    works: bool = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return works


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment["WAYLAND_DISPLAY"]
    return Path(environment.get("XDG_RUNTIME_DIR", "/"), name).is_socket()
