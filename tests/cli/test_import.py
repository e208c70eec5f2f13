"""`pilotmap import`: files as people save them become maps; what was not read is listed."""

from pathlib import Path

import pytest

from pilotmap.cli.main import run
from pilotmap.storage.json_file import load

WORDS = Path(__file__).parents[1] / "data" / "words"


@pytest.mark.parametrize(
    ("name", "language", "steps", "code"),
    [
        ("w1-workshop-word.txt", "en", 11, 0),
        ("w2-excel.tsv", "en", 6, 1),
        ("w3-deutsch.txt", "de", 9, 0),
        ("w6-shared.txt", "en", 9, 0),
    ],
)
def test_whole_inputs_become_maps(
    tmp_path: Path, name: str, language: str, steps: int, code: int
) -> None:
    out = tmp_path / "out.pilotmap.json"
    assert run(["import", str(WORDS / name), "-o", str(out), "--language", language]) == code
    assert len(load(str(out)).steps) == steps


def test_what_was_not_read_is_listed_line_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = tmp_path / "a.txt", tmp_path / "a.pilotmap.json"
    source.write_text("A: go\n-> nowhere\nB: check [5 parsecs]\n", encoding="utf-16")
    assert run(["import", str(source), "-o", str(out)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line[:6] for line in told] == ["Line 2", "Line 3"]
    assert [step.name for step in load(str(out)).steps] == ["go", "check [5 parsecs]"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "[10:02] Ann: we log it\n[10:03] Bob: I check it\n"),
        ("a.tsv", "Task\tSales\tOps\nlog\tR\tI\nship\tI\tA\n"),
        ("a.txt", "\n\n"),
        ("a.pdf", "A: go\n"),
    ],
)
def test_what_holds_no_process_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str
) -> None:
    source, out = tmp_path / name, tmp_path / "a.pilotmap.json"
    source.write_text(text, encoding="utf-8")
    assert run(["import", str(source), "-o", str(out)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not out.exists()


def test_a_map_that_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    source, out = tmp_path / "a.txt", tmp_path / "a.pilotmap.json"
    source.write_text("A: go\nB: check\n", encoding="cp1252")
    assert run(["import", str(source), "-o", str(out)]) == 0
    assert run(["import", str(source), "-o", str(out)]) == 2
    assert run(["import", str(source), "-o", str(out), "--force"]) == 0
