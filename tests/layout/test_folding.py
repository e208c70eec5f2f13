"""A long map in strips, on screen and on paper: nothing lost, nothing cut, type as asked."""

from dataclasses import replace
from math import inf

import pytest

from pilotmap.layout.content import NAME
from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Drawing, TextLine
from pilotmap.layout.folding import Folding, LeastType, fold, stacked
from pilotmap.model.map import PilotMap
from tests.benchmarks.generate import swimlanes
from tests.layout.defects import folded_defects
from tests.layout.random_maps import random_map

NAMES = LeastType(11.0)


def folded(pilot_map: PilotMap, width: float, height: float = inf) -> Folding:
    return fold(draw_map(pilot_map), width, height, NAMES)


def drawings(folding: Folding) -> list[Drawing]:
    return [strip.drawing for strip in folding.strips]


def test_a_map_whose_type_is_large_enough_stays_in_one_piece(support_map: PilotMap) -> None:
    whole = draw_map(support_map)
    folding = fold(whole, whole.width, whole.height, NAMES)
    assert drawings(folding) == [whole]
    assert folding.scale == 1.0
    assert (
        folding.strips[0].to_whole(300, 200) == folding.strips[0].to_strip(300, 200) == (300, 200)
    )


@pytest.mark.parametrize("seed", range(8))
def test_each_step_stands_whole_in_exactly_one_strip(seed: int) -> None:
    pilot_map = swimlanes(40, seed)
    folding = folded(pilot_map, 1200)
    assert len(folding.strips) > 1
    placed = [step.id for strip in drawings(folding) for step in strip.geometry.steps]
    assert sorted(placed) == sorted(step.id for step in pilot_map.steps)
    for strip in folding.strips:
        drawing = strip.drawing
        assert all(s.box.x >= 0 and s.box.right <= drawing.width for s in drawing.geometry.steps)
        shown = {lane for lane, _ in drawing.geometry.lanes}
        assert shown.isdisjoint(strip.left_out)
        assert shown.union(strip.left_out) == {lane.id for lane in pilot_map.lanes}


@pytest.mark.parametrize("seed", range(8))
def test_strips_fill_the_width_alike_in_type_as_large_as_asked(seed: int) -> None:
    folding = folded(swimlanes(60, seed), 1400)
    assert {round(strip.width * folding.scale, 6) for strip in drawings(folding)} == {1400}
    assert folding.scale * NAME.size_pt >= NAMES.names
    fewer = fold(draw_map(swimlanes(60, seed)), 1400, inf, LeastType(8.0))
    assert len(fewer.strips) <= len(folding.strips)


@pytest.mark.parametrize("seed", range(8))
def test_strips_keep_every_label_mark_and_badge(seed: int) -> None:
    pilot_map = swimlanes(60, seed)
    whole, strips = draw_map(pilot_map), drawings(folded(pilot_map, 1400))
    for kind in ("label", "handoff", "badge"):
        everywhere = [group.id for strip in strips for group in strip.groups if group.kind == kind]
        assert sorted(everywhere) == sorted(g.id for g in whole.groups if g.kind == kind)


@pytest.mark.parametrize("seed", range(8))
def test_what_leaves_a_strip_at_a_letter_comes_in_at_the_same_letter(seed: int) -> None:
    folding = folded(swimlanes(40, seed), 1200)
    seen: dict[str, list[str]] = {}
    for strip in folding.strips:
        painted = []
        for group in strip.drawing.groups:
            if group.kind == "strip":
                letter = next(p.text for p in group.primitives if isinstance(p, TextLine))
                seen.setdefault(letter, []).append(group.id)
                painted.append((group.id, letter, group.box))
        assert painted == [(each.flow, each.text, each.box) for each in strip.letters]
    assert seen
    assert all(len(ends) == 2 and ends[0] == ends[1] for ends in seen.values())


@pytest.mark.parametrize("seed", range(8))
def test_a_place_in_a_strip_is_found_in_the_whole_picture_and_back(seed: int) -> None:
    pilot_map = swimlanes(40, seed)
    whole = draw_map(pilot_map).geometry
    for strip in folded(pilot_map, 1200).strips:
        for step in strip.drawing.geometry.steps:
            there = whole.step_by_id[step.id].box
            assert strip.to_whole(*step.box.centre) == pytest.approx(there.centre)
            assert strip.to_strip(*there.centre) == pytest.approx(step.box.centre)
            assert strip.columns[0] <= step.column <= strip.columns[1]
        for lane, box in strip.drawing.geometry.lanes:
            _, y = strip.to_whole(10, box.centre[1])
            assert whole.lane_by_id[lane].contains(10, y)


def test_a_strip_is_no_higher_than_the_room(support_map: PilotMap) -> None:
    for pilot_map in (support_map, swimlanes(60, 3), random_map(5, 60)):
        folding = fold(draw_map(pilot_map), 767, 380, LeastType(8.0, 6.5))
        assert all(strip.height * folding.scale <= 380.01 for strip in drawings(folding))


@pytest.mark.parametrize("width", [900, 1500])
@pytest.mark.parametrize("seed", range(12))
def test_no_strip_has_a_defect(seed: int, width: int) -> None:
    for pilot_map in (random_map(seed, 60), swimlanes(40, seed)):
        whole = draw_map(pilot_map)
        assert folded_defects(whole, drawings(fold(whole, width, inf, NAMES))) == ()


def test_strips_stand_one_under_the_other_as_one_picture() -> None:
    folding = folded(swimlanes(40, 2), 1200)
    whole = stacked(folding)
    tops = folding.tops()
    assert whole.height == tops[-1] + folding.strips[-1].drawing.height
    assert len(whole.groups) == sum(len(strip.drawing.groups) for strip in folding.strips)
    for strip, top in zip(folding.strips, tops, strict=True):
        for step in strip.drawing.geometry.steps:
            assert whole.geometry.step_by_id[step.id].box.y == step.box.y + top


def test_a_spoilt_strip_is_found() -> None:
    whole = draw_map(swimlanes(40, 1))
    strips = drawings(fold(whole, 900, inf, NAMES))
    assert folded_defects(whole, strips) == ()
    assert folded_defects(whole, strips[:-1])
    assert folded_defects(whole, (*strips, strips[1]))
    for kind in ("strip", "step", "label", "handoff", "omitted"):
        at, strip = next(
            (n, s) for n, s in enumerate(strips) if any(g.kind == kind for g in s.groups)
        )
        gone = next(group for group in strip.groups if group.kind == kind)
        kept = tuple(group for group in strip.groups if group is not gone)
        spoilt = (*strips[:at], replace(strip, groups=kept), *strips[at + 1 :])
        assert folded_defects(whole, spoilt), kind
