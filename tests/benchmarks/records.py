"""How long 100,000 cases take to be read, added up and written, and how much memory.

    python -m tests.benchmarks.records

The budget is 5 s and 300 MB.
"""

import resource
import tempfile
import time
from pathlib import Path

from pilotmap.model.gates.cases import Trial
from pilotmap.storage.json_file import load
from pilotmap.storage.records import form_of, read_table, save_table
from pilotmap.storage.records_kept import beside_of, taken_in
from tests.conftest import SAMPLES

ROWS = 100_000
HEAD = "Fall;Eingabe;Erwartet;Erhalten;Fehler;Art;Beurteilt von;Datum;Bemerkung\r\n"


def written(path: Path) -> None:
    """A table as a German spreadsheet writes it: semicolons, windows-1252, quotes in quotes."""
    with path.open("w", encoding="cp1252", newline="") as file:
        file.write(HEAD)
        for n in range(ROWS):
            got, failed = ("Netz", "ja") if n % 9 == 0 else ("Hardware", "nein")
            text = f'"Der Drucker im Büro {n} druckt nicht, ""obwohl"" er an ist"'
            file.write(
                f"T-{n};{text};Hardware;{got};{failed};Drucker;Müller;{n % 28 + 1}.3.2027;\r\n"
            )


def main() -> None:
    folder = Path(tempfile.mkdtemp())
    table, path = folder / "table.csv", folder / "a.pilotmap.json"
    written(table)
    pilot_map = load(SAMPLES / "tier1-support.pilotmap.json")
    began = time.perf_counter()
    found = read_table(table, 2, form_of(table, 2))
    read = time.perf_counter()
    taken = taken_in(pilot_map, 2, found.cases, path)
    save_table(folder / "a.gate2.csv", taken.data)
    saved = time.perf_counter()
    assert beside_of(taken.map, path).of(2).state == "fits"
    checked = time.perf_counter()
    assert all(isinstance(case, Trial) for case in found.cases)
    assert (len(found.cases), found.bad) == (ROWS, ())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"read {read - began:.2f} s, added up and written {saved - read:.2f} s")
    print(f"taken in {saved - began:.2f} s; held against the map {checked - saved:.2f} s")
    print(f"at most {memory} MB")


if __name__ == "__main__":
    main()
