"""Says in one sentence why Qt cannot open a window here, before Qt would abort the program."""

import ctypes
import os
import re
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from pilotmap.assets import resource
from pilotmap.language import N_, tr

_INSTEAD: Final = N_("Without a window: pilotmap export MAP.pilotmap.json -o MAP.pdf")


def why_no_window(environment: Mapping[str, str] = os.environ) -> str | None:
    """The reason, what to install or set, and what works without a window; None where all is well.

    Qt ends the process when its platform plugin cannot start, so this is asked before.
    """
    if not sys.platform.startswith("linux"):
        return None
    wanted = [name.split(":")[0] for name in environment.get("QT_QPA_PLATFORM", "").split(";")]
    platform = wanted[0]
    if platform not in ("", "xcb", "wayland"):
        return _why_no_platform(wanted, environment)
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
    return _lacking({found[1]})


def _why_no_xcb(display: str) -> str | None:
    plugin = _xcb_plugin()
    missing = _not_loaded_by(plugin) if plugin is not None else missing_libraries()
    if missing:
        return _lacking(missing)
    if not _x_answers(display):
        return tr(
            "PilotMap cannot reach the screen {display} (DISPLAY): is it running? {instead}",
            display=display,
            instead=tr(_INSTEAD),
        )
    return None


def _lacking(met: set[str]) -> str:
    """What to install for the libraries met as missing, and for all others that Qt lacks here."""
    package_of = packages_by_library()
    missing = met | missing_libraries()
    packages = sorted({package_of[name] for name in missing if name in package_of})
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


def packages_by_library() -> dict[str, str]:
    """The package of Debian that brings each library which Qt takes from the system."""
    listed = resource("system-packages.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in listed if line.startswith("window "))
    return {library: package for _, package, *libraries in rows for library in libraries}


def missing_libraries() -> set[str]:
    """What Qt takes from the system and does not find there."""
    return {library for library in packages_by_library() if not _loads(library)}


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _why_no_platform(wanted: Sequence[str], environment: Mapping[str, str]) -> str | None:
    known = {path.stem.removeprefix("libq") for path in _platform_plugins()}
    if not known or known & set(wanted) or environment.get("QT_QPA_PLATFORM_PLUGIN_PATH"):
        return None
    return tr(
        "PilotMap's window cannot start because Qt has no platform “{name}” (QT_QPA_PLATFORM): "
        "unset it, or name one of {names}. {instead}",
        name=";".join(wanted),
        names=", ".join(sorted(known)),
        instead=tr(_INSTEAD),
    )


def _xcb_plugin() -> Path | None:
    return next((path for path in _platform_plugins() if path.name == "libqxcb.so"), None)


def _platform_plugins() -> tuple[Path, ...]:
    spec = find_spec("PySide6")
    folders = (spec.submodule_search_locations if spec is not None else None) or ()
    return tuple(
        path for folder in folders for path in Path(folder).glob("Qt/plugins/platforms/libq*.so")
    )


def _not_loaded_by(plugin: Path) -> set[str]:
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        found = re.search(r"(lib[\w+.-]+\.so[\w.]*): cannot open", str(error))
        return {found[1]} if found else set()
    return set()


def _x_answers(display: str) -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    works: bool = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return works


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment["WAYLAND_DISPLAY"]
    return Path(environment.get("XDG_RUNTIME_DIR", "/"), name).is_socket()
