"""Maps that are hard for their size: long names, decisions of thousands of ways, dense loops."""

from collections import Counter
from random import Random

from pilotmap.layout.arrange import placed
from pilotmap.layout.diamonds import diamond
from pilotmap.layout.draw import draw_map
from pilotmap.layout.looks import looks_of
from pilotmap.model.map import PilotMap
from tests.benchmarks.generate import swimlanes
from tests.builders import map_of
from tests.layout.defects import defects


def named(length: int) -> PilotMap:
    pilot_map = map_of("Agent: start\n? known\n> yes: help\n> no: ask")
    words = " ".join(["investigation"] * (length // 14 + 1))[:length].strip()
    steps = tuple(
        step.replace(name=words) if step.kind == "decision" else step for step in pilot_map.steps
    )
    return pilot_map.replace(steps=steps)


def test_a_long_name_in_a_decision_is_whole_and_in_its_corners() -> None:
    for length in (15, 60, 199, 400, 2_000, 10_000):
        pilot_map = named(length)
        assert not defects(pilot_map, draw_map(pilot_map))


def test_no_word_is_parted_for_a_lower_decision() -> None:
    pilot_map = map_of("Agent: start\n? report conclusive and complete\n> yes: help\n> no: ask")
    looks = next(each for each in looks_of(pilot_map, {}) if each.kind == "decision")
    assert " ".join(line.text for line in diamond(looks).name) == looks.name


def test_a_decision_with_thousands_of_ways_out_gives_each_a_row_of_its_own() -> None:
    pilot_map = map_of("Agent: start\n? which\n> one: step 1")
    first, branch = pilot_map.steps[-1], pilot_map.flows[-1]
    steps = tuple(first.replace(id=f"step{number}") for number in range(3_000))
    flows = tuple(branch.replace(id=f"way{step.id}", target=step.id) for step in steps)
    found = placed(
        pilot_map.replace(steps=(*pilot_map.steps, *steps), flows=(*pilot_map.flows, *flows))
    )
    cells = Counter(zip(found.column, found.row, strict=True))
    assert max(cells.values()) == 1
    assert max(found.row) >= 2_990


def test_what_is_tangled_beyond_telling_has_no_cycle_left() -> None:
    pilot_map, random = swimlanes(200, 3), Random(1)
    flow = pilot_map.flows[0]
    steps = [step.id for step in pilot_map.steps if step.kind == "step"]
    pairs = {tuple(random.sample(steps, 2)) for _ in range(1_500)}
    pairs -= {(each.source, each.target) for each in pilot_map.flows}
    more = tuple(
        flow.replace(id=f"x{number}", source=source, target=target, label="", share=None)
        for number, (source, target) in enumerate(sorted(pairs))
    )
    found = placed(pilot_map.replace(flows=(*pilot_map.flows, *more)))
    net = found.net
    for number, is_back in enumerate(net.back):
        if not is_back:
            assert found.column[net.source[number]] <= found.column[net.target[number]]
