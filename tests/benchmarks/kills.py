"""Kills the window at random moments, in the middle of edits and saves, and looks for what is lost.

Run: python -m tests.benchmarks.kills [--kills 300] [--seed 1]

Each time the window edits as fast as it can and saves now and then; it is killed, and what a start
would find is compared with the last edit that it has told. Nothing may be lost, no file torn, and
no file taken for changed by others.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from random import Random

from pilotmap.model.map import empty_map
from pilotmap.storage.journal_found import left_behind
from pilotmap.storage.json_file import load, save
from pilotmap.ui.presence import fingerprint

_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from pilotmap.model.map import empty_map
from pilotmap.ui.session import Session
from pilotmap.ui.settings import Settings
from pilotmap.ui.theme import Look
from pilotmap.ui.window import MainWindow
app = QApplication([])
folder = Path(sys.argv[1])
window = MainWindow(Session(empty_map()), Look(app, "light"), Settings(folder / "settings.json"))
window.files.open(folder / "map.pilotmap.json")
number = 0
while True:
    number += 1
    window.session.edit("Title", lambda m: m.replace(title=str(number)))
    print(number, flush=True)
    if number % 5 == 0:
        window.files.save()
    app.processEvents()
"""


def killed_after(folder: Path, seconds: float) -> int:
    """Let the window work for so long, kill it; the last edit that it told."""
    last = 0
    with subprocess.Popen(
        [sys.executable, "-c", _WINDOW, str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as window:
        assert window.stdout is not None
        for line in window.stdout:
            if not last:
                threading.Timer(seconds, window.kill).start()
            if line.endswith("\n"):
                last = int(line)
    return last


def loss(folder: Path, last: int) -> str:
    """What is wrong with what a start finds now; nothing where all is well."""
    path = folder / "map.pilotmap.json"
    in_file = int(load(path).title)
    work = left_behind([folder / "data" / "journals"], fingerprint).work
    for _, held in work:
        held.lock.release()
    if len(work) > 1:
        return f"{len(work)} pieces of work are offered"
    if not work:
        return "" if in_file >= last else f"edit {last} is lost, the file holds {in_file}"
    found = work[0][0]
    if int(found.map.title) < last or not found.is_whole:
        return f"edit {last} is lost, offered is {found.map.title}"
    if found.digest != fingerprint(path):
        return "the file would be taken for changed by others"
    return "" if found.saved == load(path) else "what the file holds is not what was saved"


def main() -> None:
    """Kill, look, and say what came of it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    random, offered, losses = Random(given.seed), 0, []
    for number in range(given.kills):
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            save(empty_map("0"), folder / "map.pilotmap.json")
            last = killed_after(folder, random.random() ** 2)
            amiss = loss(folder, last)
            offered += not amiss
            if amiss:
                losses.append(f"kill {number}, after edit {last}: {amiss}")
    print(f"{offered} of {given.kills} kills lost nothing and raised no false alarm")
    print("\n".join(losses))
    sys.exit(bool(losses))


if __name__ == "__main__":
    main()
