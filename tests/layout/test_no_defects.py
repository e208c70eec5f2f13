"""Contract 1 of the layout on every map we have: no defects, and the same map, the same picture."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from pilotmap.analysis.with_ai import with_ai
from pilotmap.layout.draw import draw_map
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.pilot import MODES, Mode
from pilotmap.model.process import Lane
from pilotmap.model.reading import map_from_json
from tests.conftest import CORPUS, SAMPLES
from tests.layout.corpus import Converted, corpus
from tests.layout.defects import Defect, defects
from tests.layout.random_maps import random_map, random_tags

WERE_SPOILT = (300_885, 301_521)
PER_TEST = 25  # seeds in one test, so that both cores have work


def found_in(pilot_map: PilotMap, tags: Mapping[str, str] | None = None) -> tuple[Defect, ...]:
    return defects(pilot_map, draw_map(pilot_map, tags=tags))


def report(name: str, found: tuple[Defect, ...]) -> str:
    """What a failing assertion prints: whose map it was, and its first defects."""
    lines = [f"{defect.kind}: {', '.join(defect.ids)}" for defect in found[:12]]
    return "\n  ".join([f"{name} has {len(found)} defects", *lines])


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.pilotmap.json")), ids=lambda p: p.stem)
def test_sample_maps_have_no_defects(path: Path) -> None:
    pilot_map = map_from_json(path.read_text(encoding="utf-8"))
    found = found_in(pilot_map)
    assert not found, report(path.stem, found)


@pytest.mark.parametrize("mode", MODES)
def test_sample_maps_with_the_ai_have_no_defects(mode: Mode) -> None:
    drawn = 0
    for path in sorted(SAMPLES.glob("*.pilotmap.json")):
        pilot_map = map_from_json(path.read_text(encoding="utf-8"))
        if pilot_map.pilot.step is not None:
            derived = with_ai(pilot_map, mode)
            found = found_in(derived.map, derived.tags)
            assert not found, report(path.stem, found)
            drawn += 1
    assert drawn


@pytest.mark.parametrize("lanes", [0, 1, 3])
def test_a_map_without_steps_has_a_picture(lanes: int) -> None:
    made = tuple(Lane(id=f"l{n}", name=f"Team {n}", kind="team") for n in range(lanes))
    assert found_in(empty_map().replace(lanes=made)) == ()


@pytest.mark.parametrize("converted", list(corpus(CORPUS)), ids=lambda converted: converted.file)
def test_a_map_that_others_drew_has_no_defects(converted: Converted) -> None:
    assert converted.maps, converted.reason
    for number, pilot_map in enumerate(converted.maps):
        found = found_in(pilot_map)
        assert not found, report(f"{converted.file}, map {number}", found)


@pytest.mark.slow
def test_all_maps_that_others_drew_have_no_defects(shared: Path) -> None:
    reports = []
    maps = 0
    for converted in corpus(shared / "corpus"):
        assert converted.maps or converted.reason, converted.file
        for number, pilot_map in enumerate(converted.maps):
            maps += 1
            found = found_in(pilot_map)
            if found:
                reports.append(report(f"{converted.file}, map {number}", found))
    assert not reports, "\n".join(reports)
    assert maps >= 100


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, 50, PER_TEST))
def test_random_maps_have_no_defects(first: int) -> None:
    """Some of them; `python -m tests.benchmarks.sweep` draws as many as there is time for."""
    assert not defects_of_seeds(range(first, first + PER_TEST))


def test_maps_that_once_had_defects_have_none() -> None:
    """Found by long sweeps: an H-mark beside a long label, of the column before or under it."""
    assert not defects_of_seeds(WERE_SPOILT)


def defects_of_seeds(seeds: Iterable[int]) -> str:
    """What is wrong with random maps, a line each; empty where nothing is."""
    reports = []
    for seed in seeds:
        made = random_map(seed)
        found = found_in(made, random_tags(made, seed))
        if found:
            reports.append(report(f"random_map({seed})", found))
    return "\n".join(reports)


@pytest.mark.parametrize("seed", [3, 17, 40])
def test_the_same_map_gives_the_same_picture(seed: int) -> None:
    once, again = random_map(seed), random_map(seed)
    assert once is not again
    assert draw_map(once) == draw_map(again)
