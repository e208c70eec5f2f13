"""Folding after an edit: the same cuts, and the same strips where nothing in them changed."""

from math import inf

import pytest

from pilotmap.layout.draw import draw_map
from pilotmap.layout.folding import LeastType, fold, fold_again, room_taken, stacked
from pilotmap.model.edits.steps import append_step, rename
from pilotmap.model.map import PilotMap
from tests.benchmarks.generate import swimlanes

WIDE = 1000.0


@pytest.fixture(scope="module")
def long_map() -> PilotMap:
    return swimlanes(60, seed=4)


def test_what_did_not_change_is_kept_and_the_rest_is_as_if_folded_anew(long_map: PilotMap) -> None:
    first = fold(draw_map(long_map), WIDE, inf, LeastType(11.0))
    room, width = room_taken(first), WIDE / first.scale
    before = fold_again(draw_map(long_map), room, width, first.scale)
    assert len(before.strips) > 3
    columns = draw_map(long_map).geometry.step_by_id
    going_on = [step for step in long_map.steps if step.kind == "step"]
    last = max(going_on, key=lambda step: columns[step.id].column)
    renamed = rename(long_map, last.id, "A name that is another one")
    appended = append_step(long_map, last.id, "One more").map
    for edited in (renamed, appended):
        drawing = draw_map(edited)
        after = fold_again(drawing, room, width, first.scale, before)
        assert stacked(after) == stacked(fold_again(drawing, room, width, first.scale))
    kept = fold_again(draw_map(renamed), room, width, first.scale, before)
    assert sum(a is b for a, b in zip(before.strips, kept.strips, strict=True)) >= 2


def test_no_strip_takes_more_than_the_room_and_all_are_equally_wide(long_map: PilotMap) -> None:
    drawing = draw_map(long_map)
    first = fold(drawing, WIDE, inf, LeastType(11.0))
    again = fold_again(drawing, room_taken(first), WIDE / first.scale, first.scale)
    assert room_taken(again) <= room_taken(first) + 1e-6
    assert {round(strip.drawing.width, 3) for strip in again.strips} == {
        round(WIDE / first.scale, 3)
    }
    assert [strip.low for strip in again.strips] == [strip.low for strip in first.strips]
