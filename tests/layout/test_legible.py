"""How well a map can be read when all of it is shown: its smallest type beside its pitch."""

from statistics import median

import pytest

from pilotmap.assets import samples
from pilotmap.layout.content import NAME, SMALL
from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Drawing
from pilotmap.layout.geometry_json import geometry_json
from pilotmap.layout.legible import least_type, pitch
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.storage.json_file import load
from tests.benchmarks.generate import swimlanes
from tests.layout.defects import measures

HELD_OUT = [swimlanes(12 + number % 49, 10_000 + number) for number in range(50)]


def legibility(drawing: Drawing) -> float:
    return least_type(drawing) / pitch(drawing)


def test_the_example_can_be_read_from_far(support_map: PilotMap) -> None:
    assert legibility(draw_map(support_map)) >= 0.064


def test_the_samples_can_be_read_from_far() -> None:
    assert median(legibility(draw_map(load(path))) for path in samples()) >= 0.058


def test_maps_that_nobody_tuned_for_can_be_read_from_far() -> None:
    drawings = [draw_map(pilot_map) for pilot_map in HELD_OUT]
    assert median(map(legibility, drawings)) >= 0.058
    found = [measures(drawing) for drawing in drawings]
    # as many as before the type grew: gaps are narrower, but no flow goes another way for it
    assert sum(each.crossings for each in found) <= 224
    assert sum(each.bends for each in found) <= 1131


def test_all_that_is_no_name_is_of_one_size() -> None:
    assert SMALL.size_pt >= 0.8 * NAME.size_pt


def test_the_geometry_says_how_legible_it_is(support_map: PilotMap) -> None:
    drawing = draw_map(support_map)
    said = geometry_json(drawing)
    assert said["least_type"] == SMALL.size_pt
    columns = 1 + max(step["column"] for step in said["steps"])
    assert said["pitch"] == pytest.approx(said["width"] / columns, abs=0.001)
    assert geometry_json(draw_map(empty_map()))["least_type"] is None
