import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT, SAMPLES


def started_on(path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pilotmap", str(path)],
        cwd=PROJECT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_file_that_is_not_there_is_said_and_no_window_opens(tmp_path: Path) -> None:
    ended = started_on(tmp_path / "absent.pilotmap.json")
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert "absent.pilotmap.json" in ended.stderr


def test_a_truncated_map_is_said_and_no_window_opens(tmp_path: Path) -> None:
    path = tmp_path / "half.pilotmap.json"
    path.write_text('{"format": "pilotmap", "version": 1, "lanes": [{"id"', encoding="utf-8")
    ended = started_on(path)
    assert ended.returncode == 2
    assert "half.pilotmap.json" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="settings lie elsewhere on other systems")
def test_the_language_of_the_settings_is_spoken_from_the_first_sentence(tmp_path: Path) -> None:
    (tmp_path / "pilotmap").mkdir()
    settings = tmp_path / "pilotmap" / "settings.json"
    settings.write_text('{"language": "de"}', encoding="utf-8")
    ended = started_on(tmp_path / "absent.pilotmap.json", XDG_CONFIG_HOME=str(tmp_path))
    assert ended.returncode == 2
    assert "gibt es nicht: Prüfen Sie Namen und Ordner." in ended.stderr


def test_the_window_starts_without_the_slow_libraries() -> None:
    """Analysis, documents and signatures load when they are needed, not before the first paint."""
    code = (
        "import sys, pilotmap.ui.start;"
        "slow = ('numpy', 'pyhanko', 'networkx', 'pypdfium2', 'reportlab', 'pikepdf');"
        "late = ('capture.grammar', 'ui.export_dialog', 'ui.signing.desk');"
        "print([m for m in (*slow, *('pilotmap.' + name for name in late))"
        " if m in sys.modules])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert ended.stdout.strip() == "[]"


def run_on_a_sample(code: str, state: Path) -> subprocess.CompletedProcess[str]:
    """Python that starts the window on a sample map, with what it remembers in a folder."""
    folders = {"XDG_CONFIG_HOME": str(state), "XDG_DATA_HOME": str(state)}
    return subprocess.run(
        [sys.executable, "-c", code, str(SAMPLES / "tier1-support.pilotmap.json")],
        cwd=PROJECT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **folders},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_window_that_has_painted_has_not_loaded_what_writes_documents(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from pilotmap.ui import start
def look():
    QApplication.processEvents()
    assert not QApplication.activeWindow().grab().isNull()
    print([name for name in ("reportlab", "pikepdf", "pypdfium2", "PIL") if name in sys.modules])
    return 0
QApplication.exec = staticmethod(look)
sys.exit(start.start(Path(sys.argv[1])))
"""
    ended = run_on_a_sample(code, tmp_path)
    assert ended.stdout == "[]\n", ended.stderr


def test_a_screen_reader_gets_the_map_until_the_program_ends(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pilotmap.ui import start
held = []
def read_all():
    QAccessible.setActive(True)
    QApplication.processEvents()
    canvas = QApplication.activeWindow().canvas
    whole = QAccessible.queryAccessibleInterface(canvas)
    held.extend(whole.child(place) for place in range(whole.childCount()))
    canvas.session.select(canvas.session.map.steps[0].id)
    QApplication.processEvents()
    print(whole.focusChild().text(QAccessible.Text.Name))
    return 0
QApplication.exec = staticmethod(read_all)
sys.exit(start.start(Path(sys.argv[1])))
"""
    ended = run_on_a_sample(code, tmp_path)
    assert ended.stdout == "Start: Ticket raised, Customer\n"
    assert ended.returncode == 0, ended.stderr
