"""A long map on paper: strips between steps, nothing lost, nothing cut through."""

from dataclasses import replace

import pytest

from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import TextLine
from pilotmap.layout.strips import fold, fold_drawing
from pilotmap.model.map import PilotMap
from tests.benchmarks.generate import swimlanes
from tests.layout.defects import folded_defects
from tests.layout.random_maps import random_map


def test_a_short_map_is_one_drawing(support_map: PilotMap) -> None:
    whole = draw_map(support_map)
    assert fold(support_map, whole.width) == (whole,)


@pytest.mark.parametrize("seed", range(4))
def test_each_step_stands_whole_in_exactly_one_strip(seed: int) -> None:
    pilot_map = swimlanes(40, seed)
    strips = fold(pilot_map, 1200)
    assert len(strips) > 1
    placed = [step.id for strip in strips for step in strip.geometry.steps]
    assert sorted(placed) == sorted(step.id for step in pilot_map.steps)
    for strip in strips:
        assert all(s.box.x >= 0 and s.box.right <= strip.width for s in strip.geometry.steps)
        assert len(strip.geometry.lanes) == len(pilot_map.lanes)


@pytest.mark.parametrize("seed", range(4))
def test_strips_are_no_wider_than_asked_and_keep_every_label(seed: int) -> None:
    pilot_map = swimlanes(60, seed)
    whole, strips = draw_map(pilot_map), fold(pilot_map, 1400)
    assert all(strip.width <= 1400 for strip in strips)
    for kind in ("label", "handoff", "badge"):
        everywhere = [group.id for strip in strips for group in strip.groups if group.kind == kind]
        assert sorted(everywhere) == sorted(g.id for g in whole.groups if g.kind == kind)


@pytest.mark.parametrize("seed", range(4))
def test_what_leaves_a_strip_at_a_letter_comes_in_at_the_same_letter(seed: int) -> None:
    pilot_map = swimlanes(40, seed)
    strips = fold(pilot_map, 1200)
    seen: dict[str, list[str]] = {}
    for strip in strips:
        for group in strip.groups:
            if group.kind == "strip":
                letter = next(p.text for p in group.primitives if isinstance(p, TextLine))
                seen.setdefault(letter, []).append(group.id)
    assert seen
    assert all(len(ends) == 2 and ends[0] == ends[1] for ends in seen.values())


@pytest.mark.parametrize("width", [900, 1500])
@pytest.mark.parametrize("seed", range(6))
def test_no_strip_has_a_defect(seed: int, width: int) -> None:
    for pilot_map in (random_map(seed, 60), swimlanes(40, seed)):
        whole = draw_map(pilot_map)
        assert folded_defects(whole, fold_drawing(whole, width)) == ()


def test_a_spoilt_strip_is_found() -> None:
    whole = draw_map(swimlanes(40, 1))
    strips = fold_drawing(whole, 900)
    assert folded_defects(whole, strips) == ()
    assert folded_defects(whole, strips[:-1])
    assert folded_defects(whole, (*strips, strips[1]))
    for kind in ("strip", "step", "label", "handoff"):
        at, strip = next(
            (n, s) for n, s in enumerate(strips) if any(g.kind == kind for g in s.groups)
        )
        gone = next(group for group in strip.groups if group.kind == kind)
        kept = tuple(group for group in strip.groups if group is not gone)
        spoilt = (*strips[:at], replace(strip, groups=kept), *strips[at + 1 :])
        assert folded_defects(whole, spoilt), kind
