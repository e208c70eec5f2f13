"""`pilotmap check`: what a script reads and what a person reads aloud."""

import json
import math
from pathlib import Path
from typing import Any

import pytest

from pilotmap.cli.main import run
from pilotmap.model.meaning import meaning
from pilotmap.storage.json_file import load
from tests.cli.running import pilotmap, pilotmap_apart, refusal
from tests.conftest import EXAMPLES, SAMPLES

SUPPORT = SAMPLES / "tier1-support.pilotmap.json"
UNFINISHED = SAMPLES / "returns-desk-unfinished.pilotmap.json"
GOOD = b'{"format": "pilotmap", "version": 1}'


def assert_close(found: Any, expected: Any, place: str) -> None:
    if isinstance(expected, dict):
        for key, value in expected.items():
            assert_close(found[key], value, f"{place}.{key}")
    elif isinstance(expected, list):
        assert len(found) == len(expected), place
        for at, (one, other) in enumerate(zip(found, expected, strict=True)):
            assert_close(one, other, f"{place}[{at}]")
    elif isinstance(expected, float | int) and not isinstance(expected, bool):
        assert math.isclose(found, expected, rel_tol=1e-9, abs_tol=1e-12), place
    else:
        assert found == expected, place


def test_the_example_gives_the_expected_figures() -> None:
    file = EXAMPLES / "tier1-support-2.pilotmap.json"
    ran = pilotmap("check", file, "--format", "json")
    assert ran.returncode == 0
    assert ran.stderr == ""
    expected = json.loads((EXAMPLES / "tier1-support-2.expected.json").read_bytes())
    assert_close(json.loads(ran.stdout)["numbers"], expected, "numbers")


def test_one_object_a_file_with_the_keys_of_the_format() -> None:
    ran = pilotmap("check", SUPPORT, UNFINISHED, "--format", "json")
    assert ran.returncode == 1
    first, second = map(json.loads, ran.stdout.splitlines())
    assert list(first) == ["file", "meaning", "gate1", "numbers", "findings"]
    assert first["file"] == str(SUPPORT)
    assert first["meaning"] == meaning(load(SUPPORT))
    assert first["gate1"]["state"] == "ready"
    assert set(first["gate1"]["seats"]) == {"operations", "it", "business"}
    assert first["gate1"]["seats"]["it"] == {"state": "open", "name": None}
    assert list(first["findings"][0]) == ["rule", "severity", "message", "refs"]
    assert second["gate1"]["state"] == "open"
    assert {"error", "warning", "note"} == {found["severity"] for found in second["findings"]}


def test_text_says_outcome_times_gate_and_findings() -> None:
    ran = pilotmap("check", SUPPORT, "--today", "2027-03-05")
    assert ran.returncode == 0
    text = " ".join(ran.stdout.split())
    assert "Reduce the average time to resolution of Tier 1 support tickets" in text
    assert "Measured 48 h; the map accounts for 41.8 h of it; with this pilot about 36.5" in text
    assert "Gate 1 is ready, day 3" in text
    assert "No errors, 2 warnings, 1 note" in text
    assert "warning PM105 This step alone cannot reach the target" in text


def test_dates_are_judged_as_of_the_day_given(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", str(SUPPORT), "--today", "2027-03-05"])
    assert "PM107" not in capsys.readouterr().out
    run(["check", str(SUPPORT), "--today", "2027-07-01"])
    assert "PM107" in capsys.readouterr().out


def test_findings_are_said_in_german(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["check", str(SUPPORT), "--today", "2027-03-05"]
    assert run([*asked, "--language", "de"]) == 0
    text = " ".join(capsys.readouterr().out.split())
    assert "Gate 1 ist bereit zur Freigabe, Tag 3" in text
    assert "Gemessen 48 h; davon stehen 41,8 h auf der Karte" in text
    assert "Keine Fehler, 2 Warnungen, 1 Hinweis" in text
    assert "Warnung PM105 Dieser Schritt allein kann das Ziel nicht erreichen" in text
    run(asked)
    assert "Gate 1 is ready" in capsys.readouterr().out, "the next run speaks its own language"


def test_the_environment_chooses_the_language_too() -> None:
    ran = pilotmap_apart("check", "absent.pilotmap.json", PILOTMAP_LANGUAGE="de")
    assert refusal(ran) == "absent.pilotmap.json gibt es nicht: Prüfen Sie Namen und Ordner."


def test_errors_in_a_map_are_exit_code_1() -> None:
    ran = pilotmap("check", UNFINISHED)
    assert ran.returncode == 1
    assert "7 errors" in ran.stdout
    assert ran.stderr == ""


def test_a_folder_is_every_map_in_it_and_below(tmp_path: Path) -> None:
    for name in ("b.pilotmap.json", "a/c.pilotmap.json", ".git/d.pilotmap.json", "notes.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(GOOD)
    ran = pilotmap("check", ".", "--format", "json", cwd=tmp_path)
    files = [json.loads(line)["file"] for line in ran.stdout.splitlines()]
    assert files == ["a/c.pilotmap.json", "b.pilotmap.json"]


def test_a_folder_without_a_map(tmp_path: Path) -> None:
    assert "holds no map" in refusal(pilotmap("check", tmp_path))


def test_one_line_for_each_file_that_cannot_be_read(tmp_path: Path) -> None:
    big = tmp_path / "big.pilotmap.json"
    with big.open("wb") as file:
        file.truncate(21_000_000)
    contents = {
        "empty": b"",
        "cut": SUPPORT.read_bytes()[:3000],
        "newer": b'{"format": "pilotmap", "version": 4}',
        "dangling": GOOD[:-1] + b', "pilot": {"step": "nowhere"}}',
        "latin": b'{"format": "pilotmap", "version": 1, "title": "\xe9"}',
        "conflict": b'{\n<<<<<<< HEAD\n"format": "pilotmap"\n=======\n>>>>>>> b\n}',
        "deep": b"[" * 100_000,
    }
    for name, data in contents.items():
        (tmp_path / f"{name}.pilotmap.json").write_bytes(data)
    ran = pilotmap("check", *sorted(tmp_path.iterdir()), tmp_path / "none", SUPPORT)
    assert ran.returncode == 2
    told = {
        line.split(" ")[0].rstrip(":").rsplit("/")[-1]: line for line in ran.stderr.splitlines()
    }
    said = {name.removesuffix(".pilotmap.json"): line for name, line in told.items()}
    assert len(said) == len(ran.stderr.splitlines()) == 9
    assert "is empty" in said["empty"]
    assert "ends in the middle, at line 146" in said["cut"]
    assert "made by a newer PilotMap" in said["newer"]
    assert "$.pilot.step: no step has this id (found nowhere)" in said["dangling"]
    assert "not text in UTF-8" in said["latin"]
    assert "merge conflict marks at line 2" in said["conflict"]
    assert "nested more than 64 levels deep" in said["deep"]
    assert "is larger than 20 MB" in said["big"]
    assert "does not exist" in said["none"]
    assert "Tier 1 support triage" in ran.stdout, "the others are checked all the same"


def test_a_map_with_nothing_in_it_has_no_sentence(tmp_path: Path) -> None:
    pilotmap("new", "-o", "a.pilotmap.json", cwd=tmp_path)
    ran = pilotmap("check", "a.pilotmap.json", cwd=tmp_path)
    assert ran.returncode == 1
    assert "…" not in ran.stdout
    assert "\n\n\n" not in ran.stdout


def test_an_exported_pdf_is_checked_by_the_map_in_it(tmp_path: Path) -> None:
    sample = SAMPLES / "tier1-support.pilotmap.json"
    pilotmap("export", sample, "-o", "a.pdf", cwd=tmp_path)
    told = [
        json.loads(pilotmap("check", file, "--format", "json", cwd=tmp_path).stdout)
        for file in (sample, "a.pdf")
    ]
    one, other = (each[0] if isinstance(each, list) else each for each in told)
    assert one["meaning"] == other["meaning"]
    assert one["numbers"] == other["numbers"]


def test_a_damaged_or_missing_pdf_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.7 and no more")
    assert "damaged" in refusal(pilotmap("check", "cut.pdf", cwd=tmp_path))
    assert "cannot be read" in refusal(pilotmap("check", "missing.pdf", cwd=tmp_path))
