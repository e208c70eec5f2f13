"""An edit moves only what must move, and a pin stays where a person put it."""

from random import Random

import pytest

from pilotmap.layout.draw import draw_map
from pilotmap.model.edits.flows import connect
from pilotmap.model.edits.steps import append_step, insert_on_flow, pin, rename
from pilotmap.model.edits.together import unpin_these
from pilotmap.model.errors import PilotMapError
from pilotmap.model.map import PilotMap
from tests.benchmarks.generate import swimlanes
from tests.builders import map_of

Cell = tuple[int, int]


def cells(pilot_map: PilotMap) -> dict[str, Cell]:
    return {step.id: (step.column, step.row) for step in draw_map(pilot_map).geometry.steps}


def moved(before: PilotMap, after: PilotMap) -> set[str]:
    """The steps of both maps that stand in another cell."""
    was, now = cells(before), cells(after)
    return {step for step in was.keys() & now.keys() if was[step] != now[step]}


@pytest.mark.parametrize("seed", range(12))
def test_appending_at_an_end_moves_nothing(seed: int) -> None:
    random = Random(seed)
    pilot_map = swimlanes(30, seed)
    for _ in range(6):
        ends = [s for s in pilot_map.steps if not pilot_map.flows_out(s.id) and s.kind != "end"]
        if not ends:
            return
        lane = random.choice((None, *(lane.id for lane in pilot_map.lanes)))
        after = append_step(pilot_map, random.choice(ends).id, "One more", lane=lane).map
        assert moved(pilot_map, after) == set()
        pilot_map = after


@pytest.mark.parametrize("seed", range(4))
def test_renaming_moves_nothing(seed: int) -> None:
    pilot_map = swimlanes(40, seed)
    for step in pilot_map.steps[::5]:
        assert (
            moved(pilot_map, rename(pilot_map, step.id, "Quite another name than it had")) == set()
        )


@pytest.mark.parametrize("seed", range(6))
def test_inserting_shifts_only_what_is_downstream(seed: int) -> None:
    pilot_map = swimlanes(30, seed)
    for flow in pilot_map.flows[::4]:
        after = insert_on_flow(pilot_map, flow.id, "Between").map
        was, now = cells(pilot_map), cells(after)
        reached, waiting = set(), [flow.target]
        while waiting:
            step = waiting.pop()
            if step not in reached:
                reached.add(step)
                waiting += [out.target for out in pilot_map.flows_out(step)]
        shifted = {step for step in was if was[step][0] != now[step][0]}
        entries = {s.id for s in pilot_map.steps if not pilot_map.flows_in(s.id)}
        assert shifted <= reached | entries


def test_a_pin_stays_through_other_edits() -> None:
    pilot_map = map_of("Agent: one\ntwo\nthree\nBoss: four\nfive")
    three = next(step.id for step in pilot_map.steps if step.name == "three")
    pinned = pin(pilot_map, three, 4, 2)
    assert cells(pinned)[three] == (4, 2)
    random = Random(1)
    for number in range(12):
        try:
            step = random.choice(pinned.steps).id
            pinned = append_step(pinned, step, f"more {number}").map
            pinned = connect(pinned, step, random.choice(pinned.steps).id).map
        except PilotMapError:
            continue
        assert cells(pinned)[three] == (4, 2)
    assert cells(unpin_these(pinned, (three,)))[three] != (4, 2)


def test_of_two_steps_pinned_to_one_cell_the_first_in_the_file_keeps_it() -> None:
    pilot_map = map_of("Agent: one\ntwo\nthree")
    one, two, three = (step.id for step in pilot_map.steps)
    pinned = pin(pin(pin(pilot_map, two, 3, 1), three, 3, 1), one, 3, 2)
    assert cells(pinned)[two] == (3, 1)
    assert cells(pinned)[one] == (3, 2)
    assert cells(pinned)[three] == (3, 3)


@pytest.mark.parametrize("far", [(20_000, 5_000), (200, 5_000)])
def test_far_pins_keep_their_cell_but_the_picture_stays_small(far: Cell) -> None:
    pilot_map = map_of("Agent: one\ntwo\nthree")
    drawing = draw_map(pin(pilot_map, pilot_map.steps[2].id, *far))
    placed = drawing.geometry.step_by_id[pilot_map.steps[2].id]
    assert (placed.column, placed.row) == far
    assert drawing.width < 3_000
    assert drawing.height < 3_000
