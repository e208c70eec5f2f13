"""An edit moves only what must move: measured over random sequences of edits."""

from collections.abc import Callable
from random import Random
from statistics import mean
from typing import NamedTuple

import pytest

from pilotmap.layout.draw import draw_map
from pilotmap.model.edits.fields import edit_step
from pilotmap.model.edits.flows import delete_flow
from pilotmap.model.edits.lanes import add_lane
from pilotmap.model.edits.steps import (
    append_step,
    delete_step,
    insert_on_flow,
    move_to_lane,
    rename,
)
from pilotmap.model.map import PilotMap
from pilotmap.model.quantity import Duration
from tests.benchmarks.generate import swimlanes

SEEDS = range(5)
STEPS = 40
EDITS = 10


class Moved(NamedTuple):
    """Of the steps an edit did not touch: the share with another cell, and how far on average.

    `aside` is the share of those that do not even come after what was edited.
    """

    share: float
    cells: float
    aside: float


def moved(before: PilotMap, after: PilotMap) -> Moved:
    """Compare the cells of all steps that are the same value in both maps."""
    old, new = (draw_map(m).geometry.step_by_id for m in (before, after))
    same = [s.id for s in before.steps if after.step_by_id.get(s.id) == s]
    far = {
        step: abs(old[step].column - new[step].column) + abs(old[step].row - new[step].row)
        for step in same
    }
    aside = set(same) - downstream(before, after)
    return Moved(
        share=mean(distance > 0 for distance in far.values()),
        cells=mean(far.values()),
        aside=mean(far[step] > 0 for step in aside) if aside else 0.0,
    )


def downstream(before: PilotMap, after: PilotMap) -> set[str]:
    """Every step whose own flows changed, and all that follows, in either map."""
    reached: set[str] = set()
    for m, other in ((before, after), (after, before)):
        ends = {(f.source, f.target) for f in m.flows} ^ {(f.source, f.target) for f in other.flows}
        changed = {step for pair in ends for step in pair}
        changed |= {s.id for s in m.steps if other.step_by_id.get(s.id) != s}
        waiting = [step for step in changed if step in m.step_by_id]
        while waiting:
            step = waiting.pop()
            if step not in reached:
                reached.add(step)
                waiting += [flow.target for flow in m.flows_out(step)]
    return reached


def last_steps(pilot_map: PilotMap) -> list[str]:
    """Steps at which a map is carried on while it is drawn: no way out yet."""
    plain = (step.id for step in pilot_map.steps if step.kind == "step")
    return [step for step in plain if not pilot_map.flows_out(step)]


def append_at_an_end(random: Random, pilot_map: PilotMap) -> PilotMap:
    return append_step(pilot_map, random.choice(last_steps(pilot_map)), "Tell the customer").map


def rename_alike(random: Random, pilot_map: PilotMap) -> PilotMap:
    """A name of the same length, so that no box grows."""
    step = random.choice([step for step in pilot_map.steps if step.name])
    return rename(pilot_map, step.id, step.name[::-1])


def fill_in_a_time(random: Random, pilot_map: PilotMap) -> PilotMap:
    step = random.choice(pilot_map.steps)
    return edit_step(pilot_map, step.id, wait=Duration(value=14, unit="h"))


def insert(random: Random, pilot_map: PilotMap) -> PilotMap:
    return insert_on_flow(pilot_map, random.choice(pilot_map.flows).id, "Look again").map


def take_out(random: Random, pilot_map: PilotMap) -> PilotMap:
    return delete_step(
        pilot_map, random.choice([s.id for s in pilot_map.steps if s.kind == "step"])
    )


def change_lane(random: Random, pilot_map: PilotMap) -> PilotMap:
    return move_to_lane(
        pilot_map, random.choice(pilot_map.steps).id, random.choice(pilot_map.lanes).id
    )


def cut(random: Random, pilot_map: PilotMap) -> PilotMap:
    return delete_flow(pilot_map, random.choice(pilot_map.flows).id)


Edit = Callable[[Random, PilotMap], PilotMap]
KEEPING: tuple[Edit, ...] = (append_at_an_end, rename_alike, fill_in_a_time)
SHIFTING: tuple[Edit, ...] = (insert, take_out, change_lane, cut)


def sequence(edit: Edit) -> list[Moved]:
    """What moved, edit by edit, each on the map that the last one made."""
    found = []
    for seed in SEEDS:
        random, m = Random(seed), swimlanes(STEPS, seed)
        for _ in range(EDITS):
            if edit is append_at_an_end and not last_steps(m):
                break
            after = edit(random, m)
            found.append(moved(m, after))
            m = after
    return found


@pytest.mark.parametrize("edit", KEEPING, ids=lambda edit: edit.__name__)
def test_what_is_there_stays_where_it_is(edit: Edit) -> None:
    found = sequence(edit)
    assert len(found) >= EDITS
    assert max(one.share for one in found) == 0


# the share of untouched steps that may move, and of those that do not come after the edit
BOUNDS = {
    "insert": (0.45, 0.06),
    "take_out": (0.45, 0.10),
    "change_lane": (0.12, 0.06),
    "cut": (0.36, 0.18),
}


@pytest.mark.parametrize("edit", SHIFTING, ids=lambda edit: edit.__name__)
def test_an_edit_in_the_middle_moves_little_else(edit: Edit) -> None:
    found = sequence(edit)
    share, far, aside = (mean(column) for column in zip(*found, strict=True))
    print(f"{edit.__name__}: {share:.1%} move, {far:.2f} cells on average; aside {aside:.1%}")
    most, most_aside = BOUNDS[edit.__name__]
    assert share <= most
    assert aside <= most_aside


def test_a_new_lane_at_the_end_moves_nothing() -> None:
    for seed in SEEDS:
        m = swimlanes(STEPS, seed)
        after = add_lane(m, "Auditors").map
        assert moved(m, after).share == 0
        boxes = draw_map(m).geometry.step_by_id
        assert draw_map(after).geometry.step_by_id == boxes
