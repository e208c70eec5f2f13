"""A step that a person placed keeps its cell, whatever else changes, until it is let go."""

from random import Random

import pytest

from pilotmap.layout.draw import draw_map
from pilotmap.model.edits.steps import pin, unpin_all
from pilotmap.model.edits.together import unpin_these
from pilotmap.model.map import PilotMap
from tests.benchmarks.generate import swimlanes
from tests.layout.defects import defects
from tests.layout.test_stability import KEEPING, SHIFTING, append_at_an_end, last_steps

SEEDS = range(6)


def with_pins(random: Random, pilot_map: PilotMap, count: int) -> PilotMap:
    """Some steps pinned to cells of their own."""
    free = random.sample([(column, row) for column in range(12) for row in range(3)], count)
    for step, (column, row) in zip(random.sample(pilot_map.steps, count), free, strict=True):
        pilot_map = pin(pilot_map, step.id, column, row)
    return pilot_map


def cell(pilot_map: PilotMap, step: str) -> tuple[int, int]:
    placed = draw_map(pilot_map).geometry.step_by_id[step]
    return placed.column, placed.row


@pytest.mark.parametrize("seed", SEEDS)
def test_pins_are_kept_through_other_edits(seed: int) -> None:
    random = Random(seed)
    m = with_pins(random, swimlanes(30, seed), 5)
    wanted = {s.id: (s.pin.column, s.pin.row) for s in m.steps if s.pin is not None}
    for edit in KEEPING + SHIFTING:
        if edit is append_at_an_end and not last_steps(m):
            continue
        m = edit(random, m)
        pinned = {s.id: s.pin for s in m.steps if s.pin is not None}
        drawing = draw_map(m)
        assert defects(m, drawing) == ()
        for step, (column, row) in wanted.items():
            if step in pinned:
                placed = drawing.geometry.step_by_id[step]
                assert (placed.column, placed.row) == (column, row), (edit.__name__, step)


@pytest.mark.parametrize("seed", SEEDS)
def test_letting_all_go_gives_the_picture_of_before(seed: int) -> None:
    m = swimlanes(30, seed)
    assert draw_map(unpin_all(with_pins(Random(seed), m, 6))) == draw_map(m)


def test_a_pinned_step_that_is_let_go_returns() -> None:
    m = swimlanes(20, 3)
    step = m.steps[7].id
    before = cell(m, step)
    pinned = pin(m, step, before[0] + 2, before[1] + 1)
    assert cell(pinned, step) == (before[0] + 2, before[1] + 1)
    assert cell(unpin_these(pinned, (step,)), step) == before


def test_of_colliding_pins_the_first_in_the_file_keeps_the_cell() -> None:
    m = swimlanes(20, 3)
    lane = m.steps[0].lane
    alike = [step.id for step in m.steps if step.lane == lane][:3]
    for step in alike:
        m = pin(m, step, 4, 1)
    assert cell(m, alike[0]) == (4, 1)
    assert len({cell(m, step) for step in alike}) == 3
    assert defects(m, draw_map(m)) == ()
