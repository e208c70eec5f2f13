"""A map on paper: whole where it can be read so, else at a glance and in strips."""

from itertools import pairwise
from pathlib import Path

import pytest

from pilotmap.assets import samples
from pilotmap.layout.drawing import TextLine
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.report.document.map_page import map_sheets, printed_type_pt, smallest_type_pt
from pilotmap.report.document.material import View, gathered_views
from pilotmap.report.setting.frame import Sheetful
from pilotmap.report.setting.paper import PageName
from pilotmap.storage.json_file import load
from tests.benchmarks.generate import piloted, swimlanes

PAPERS: tuple[PageName, ...] = ("letter", "a4", "a3")

each_sample = pytest.mark.parametrize(
    "path", samples(), ids=lambda path: path.name.partition(".")[0]
)


def sheets(view: View, page: PageName = "a4") -> list[Sheetful]:
    return list(map_sheets(view, "A title", page))


def sizes(pages: list[Sheetful]) -> list[float]:
    return [
        part.size * layer.scale
        for each in pages
        for layer in each.column.layers
        for part in layer.primitives
        if isinstance(part, TextLine)
    ]


def words(pages: list[Sheetful]) -> str:
    return " ".join(
        part.text
        for each in pages
        for layer in each.column.layers
        for part in layer.primitives
        if isinstance(part, TextLine)
    )


def test_the_example_takes_one_page_and_with_the_ai_two_at_most(support_map: PilotMap) -> None:
    today, with_ai = gathered_views(support_map)
    assert len(sheets(today)) == 1
    assert len(sheets(with_ai)) <= 2
    assert printed_type_pt((today, with_ai), "a4") >= 6.5


@pytest.mark.parametrize("seed", range(3))
def test_36_nodes_take_four_pages_a_view_at_most(seed: int) -> None:
    for view in gathered_views(piloted(36, seed)):
        assert len(sheets(view)) <= 4


@each_sample
@pytest.mark.parametrize("page", PAPERS)
def test_what_is_said_is_true_of_every_text_of_every_map_page(path: Path, page: PageName) -> None:
    pilot_map = load(path)
    said = smallest_type_pt(pilot_map, page)
    for view in gathered_views(pilot_map):
        assert min(sizes(sheets(view, page))) >= said
    assert said >= 6.5


def test_more_paper_never_gives_smaller_type() -> None:
    maps = [load(path) for path in samples()] + [piloted(size, 3) for size in (20, 36, 60, 100)]
    for pilot_map in maps:
        views = gathered_views(pilot_map)
        found = [[min(sizes(sheets(view, page))) for view in views] for page in PAPERS]
        for less, more in pairwise(found):
            assert all(one <= other + 1e-6 for one, other in zip(less, more, strict=True))


def test_a_folded_map_is_shown_at_a_glance_above_its_parts() -> None:
    (view,) = gathered_views(swimlanes(60, 2))
    said = words(sheets(view))
    assert "The whole map at a glance" in said
    assert "Part 1 of" in said
    for step in view.pilot_map.steps:
        assert all(word in said for word in step.name.split())


def test_nothing_is_shown_larger_than_drawn() -> None:
    (view,) = gathered_views(empty_map("Nothing yet"))
    assert all(layer.scale <= 1 for each in sheets(view, "a3") for layer in each.column.layers)
