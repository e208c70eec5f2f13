"""`pilotmap new` and `pilotmap schema`."""

import json
from pathlib import Path

import pytest

from pilotmap.cli.main import run
from pilotmap.storage.json_file import load
from pilotmap.storage.schema import schema
from tests.cli.running import pilotmap, pilotmap_apart, refusal


def test_a_blank_map(tmp_path: Path) -> None:
    file = tmp_path / "a.pilotmap.json"
    assert pilotmap("new", "-o", file, "--title", "Rückgaben “neu”").returncode == 0
    assert file.read_text(encoding="utf-8") == (
        '{\n  "format": "pilotmap",\n  "version": 3,\n  "title": "Rückgaben “neu”"\n}\n'
    )


def test_a_map_from_a_template(tmp_path: Path) -> None:
    file = tmp_path / "a.pilotmap.json"
    assert run(["new", "-o", str(file), "--template", "supplier-invoices"]) == 0
    assert load(file).title == "Supplier invoices"
    assert len(load(file).steps) == 20


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    file = tmp_path / "a.pilotmap.json"
    file.write_text("mine")
    assert "is there already: choose another name or add --force" in refusal(
        pilotmap("new", "-o", file)
    )
    assert file.read_text() == "mine"
    assert run(["new", "-o", str(file), "--force"]) == 0
    assert load(file).title == ""


def test_an_unknown_template(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "-o", str(tmp_path / "a"), "--template", "nope"]) == 2
    told = capsys.readouterr().err
    assert "choose one of blank, " in told
    assert ", employee-onboarding, " in told
    assert list(tmp_path.iterdir()) == []


def test_a_title_that_no_map_can_have(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "-o", str(tmp_path / "a"), "--title", "bell \a"]) == 2
    told = capsys.readouterr().err
    assert "control characters" in told
    assert "fault of its own" not in told


def test_help_lists_the_templates(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "--help"]) == 0
    assert "insurance-claims-first-notice" in capsys.readouterr().out


def test_the_schema_is_printed() -> None:
    ran = pilotmap_apart("schema", PYTHONIOENCODING="ascii")
    assert ran.returncode == 0
    assert json.loads(ran.stdout) == schema()
