"""Runs the command line: here, which takes no time, or as a user does in a process of its own."""

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

from pilotmap.cli.main import run
from tests.conftest import PROJECT

Ran = subprocess.CompletedProcess[str]


def without_screen() -> dict[str, str]:
    """The environment of a server: no display, no Qt platform, Python's path to the project."""
    gone = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR"}
    kept = {key: value for key, value in os.environ.items() if key not in gone}
    return kept | {"PYTHONPATH": str(PROJECT), "NO_COLOR": "1"}


def pilotmap_apart(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> Ran:
    """Run `pilotmap` with arguments to its end, in a process of its own and without a screen."""
    return subprocess.run(
        [sys.executable, "-m", "pilotmap", *map(str, arguments)],
        capture_output=True, encoding="utf-8", errors="replace", cwd=cwd, check=False,
        env=without_screen() | environment,
    )  # fmt: skip


class Terminal(io.TextIOWrapper):
    """A stream that says of itself that somebody sits before it."""

    def isatty(self) -> bool:
        return True


def pilotmap(
    *arguments: str | Path, cwd: Path | None = None, seen: type[io.TextIOWrapper] = io.TextIOWrapper
) -> Ran:
    """Run a verb with arguments to its end, in this process; stderr is of the kind `seen`."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), seen(io.BytesIO(), "utf-8")
    words = [str(each) for each in arguments]
    with (
        patch.dict(os.environ, without_screen(), clear=True),
        contextlib.chdir(cwd or Path.cwd()),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = run(words)
    return subprocess.CompletedProcess(words, code, _told(out), _told(err))


def _told(stream: io.TextIOWrapper) -> str:
    stream.flush()
    held = stream.buffer
    assert isinstance(held, io.BytesIO)
    return held.getvalue().decode("utf-8")


def refusal(ran: Ran) -> str:
    """The one line on stderr of a run that could not do it."""
    assert ran.returncode == 2, ran.stdout + ran.stderr
    assert ran.stderr.count("\n") == 1, ran.stderr
    assert "Traceback" not in ran.stderr
    return ran.stderr.strip()
