"""Runs the real command line as a user does, in a process of its own and without a screen."""

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import PROJECT


def without_screen() -> dict[str, str]:
    """The environment of a server: no display, no Qt platform, Python's path to the project."""
    gone = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR"}
    kept = {key: value for key, value in os.environ.items() if key not in gone}
    return kept | {"PYTHONPATH": str(PROJECT), "NO_COLOR": "1"}


def pilotmap(
    *arguments: str | Path, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `pilotmap` with arguments to its end."""
    return subprocess.run(
        [sys.executable, "-m", "pilotmap", *map(str, arguments)],
        capture_output=True, encoding="utf-8", errors="replace", cwd=cwd, check=False, timeout=100,
        env=without_screen() | environment,
    )  # fmt: skip


def refusal(ran: subprocess.CompletedProcess[str]) -> str:
    """The one line on stderr of a run that could not do it."""
    assert ran.returncode == 2, ran.stdout + ran.stderr
    assert ran.stderr.count("\n") == 1, ran.stderr
    assert "Traceback" not in ran.stderr
    return ran.stderr.strip()
