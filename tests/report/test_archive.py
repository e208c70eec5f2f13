"""The claim of PDF/A-3 and PDF/UA-1 is made only because an own check of both finds nothing."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from pilotmap.assets import samples
from pilotmap.model.map import PilotMap
from pilotmap.report.problem_definition import problem_definition
from pilotmap.storage.json_file import load
from tests.benchmarks.generate import wild
from tests.report.archive import faults
from tests.report.archive.structure_rules import tree_of
from tests.report.made import made
from tests.report.maps import every_kind

KINDS = ("plain", "signed", "condition", "endless", "worldly", "left", "empty")


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.name.partition(".")[0])
def test_no_sample_breaks_a_rule(path: Path) -> None:
    assert faults(made(load(path))) == []


def test_german_words_break_no_rule(support_map: PilotMap) -> None:
    assert faults(made(support_map, language="de")) == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_map_breaks_a_rule(support_map: PilotMap, kind: str) -> None:
    assert faults(made(every_kind(support_map)[kind])) == []


@pytest.mark.parametrize("seed", range(3))
def test_no_random_map_breaks_a_rule(seed: int) -> None:
    assert faults(problem_definition(wild(6 + 5 * seed, seed))) == []


def test_the_map_is_told_in_sentences(support_map: PilotMap) -> None:
    with pikepdf.open(BytesIO(made(support_map))) as file:
        told = [str(node.made.Alt) for node in tree_of(file).walked() if node.kind == "/Figure"]
    whole = max(told, key=len)
    for step in support_map.steps:
        assert step.name in whole
    assert "Support agent does “Triage and classify”, in Zendesk and CRM." in whole
    assert "This is the step that the AI takes over." in whole
    assert "Branch “no, 40 %”: it goes on to “Diagnose” by handoff H2." in whole


def test_headings_stand_in_the_order_of_the_pages(support_map: PilotMap) -> None:
    with pikepdf.open(BytesIO(made(support_map))) as file:
        order = {page.objgen: number for number, page in enumerate(file.pages)}
        nodes = [node for node in tree_of(file).walked() if node.kind in ("/H1", "/H2")]
        pages = [order[node.marks[0][0]] for node in nodes]
    assert pages == sorted(pages)
    assert sum(node.kind == "/H1" for node in nodes) == 9


def without(key: str) -> Callable[[Any], None]:
    def spoil(file: Any) -> None:
        del file.Root[key]

    return spoil


def _no_alt(file: Any) -> None:
    figure = next(node for node in tree_of(file).walked() if node.kind == "/Figure")
    del figure.made["/Alt"]


def _list_of_one(file: Any) -> None:
    form = next(node for node in tree_of(file).walked() if node.kind == "/Form")
    form.made.K = pikepdf.Array([form.made.K])


def _unmarked(file: Any) -> None:
    page = file.pages[0]
    page.contents_add(b"q 0 0 10 10 re f Q\n")


def _blank_font(file: Any) -> None:
    font = next(iter(file.pages[0].Resources.Font.values()))
    font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"<0001> <", b"<F001> <"))


def _two_titles(file: Any) -> None:
    file.trailer.Info.Title = pikepdf.String("Another")


def _no_appearance(file: Any) -> None:
    del file.Root.AcroForm.Fields[0]["/AP"]


def _acts(file: Any) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1")
    file.Root.OpenAction = file.make_indirect(action)


def _wide(file: Any) -> None:
    font = next(iter(file.pages[0].Resources.Font.values()))
    font.DescendantFonts[0].W[1][0] += 40


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (without("/Metadata"), "no metadata"),
        (without("/Lang"), "no language"),
        (without("/MarkInfo"), "not marked as tagged"),
        (without("/OutputIntents"), "0 output intents"),
        (without("/AF"), "files associated"),
        (_no_alt, "not told in words"),
        (_list_of_one, "second signature"),
        (_unmarked, "neither said nor an artifact"),
        (_blank_font, "stands for no text"),
        (_two_titles, "two titles"),
        (_no_appearance, "no appearance"),
        (_acts, "does something"),
        (_wide, "wide, its glyph"),
    ],
)
def test_the_check_finds_what_is_spoiled(
    support_map: PilotMap, spoil: Callable[[Any], None], says: str
) -> None:
    spoiled = BytesIO()
    with pikepdf.open(BytesIO(made(support_map))) as file:
        spoil(file)
        file.save(spoiled)
    assert any(says in fault for fault in faults(spoiled.getvalue()))
