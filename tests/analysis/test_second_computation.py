"""Forecast ingredients, times from step to step and loads against cases played one by one."""

import json
import os
import subprocess
import sys

import pytest

from pilotmap.analysis.figures import figures
from tests.analysis.played import differences, drawn_map
from tests.conftest import PROJECT

FIRST = range(25)
"""Of the maps that `python -m tests.analysis.played` compares."""


@pytest.mark.parametrize("seed", FIRST[:10])
def test_played_cases_contradict_no_figure(seed: int) -> None:
    assert differences(seed) == []


def test_the_maps_compared_show_every_pattern() -> None:
    pilots = [drawn_map(seed).pilot for seed in FIRST]
    assert {pilot.mode for pilot in pilots} >= {"autonomous", "recommendation", "draft"}
    assert {pilot.escalates_to is None for pilot in pilots} == {True, False}
    outcomes = [drawn_map(seed).outcome for seed in FIRST]
    assert {(one.starts_at is None, one.ends_at is None) for one in outcomes} == {
        (True, True), (True, False), (False, True), (False, False),
    }  # fmt: skip
    told = [figures(drawn_map(seed)) for seed in FIRST]
    assert sum(one.with_ai is not None for one in told) > len(FIRST) / 2


SAYS_ALL = (
    "import json, sys\n"
    "from pathlib import Path\n"
    "from pilotmap.analysis.figures import figures\n"
    "from pilotmap.analysis.findings import find\n"
    "from pilotmap.analysis.ranges import ranges\n"
    "from pilotmap.storage.json_file import load\n"
    "for path in map(Path, sys.argv[1:]):\n"
    "    pilot_map = load(path)\n"
    "    numbers = figures(pilot_map)\n"
    "    told = [f.message for f in find(pilot_map, pilot_map.opened, numbers=numbers)]\n"
    "    sure = ranges(pilot_map, numbers, draws=60).as_json()\n"
    "    print(json.dumps([numbers.as_json(), sure, told]))\n"
)


def test_the_hash_seed_of_python_changes_no_digit() -> None:
    samples = [str(path) for path in sorted((PROJECT / "sample_maps").iterdir())]
    said = [
        subprocess.run(
            [sys.executable, "-c", SAYS_ALL, *samples],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(PROJECT)},
            capture_output=True,
            check=True,
            cwd=PROJECT,
        ).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1]
    assert len(json.loads(b"[" + b",".join(said[0].splitlines()) + b"]")) == len(samples)
