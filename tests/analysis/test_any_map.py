"""No map crashes the analysis, and what it cannot say it says it cannot say."""

import json
from contextlib import suppress
from datetime import date
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pilotmap.analysis.figures import figures, quick_figures
from pilotmap.analysis.findings import find
from pilotmap.analysis.gate1 import gate1
from pilotmap.analysis.ranges import ranges
from pilotmap.analysis.sentences import outcome_sentence
from pilotmap.analysis.time_sentences import figure_sentences
from pilotmap.analysis.variants import variants
from pilotmap.analysis.with_ai import why_not_with_ai, with_ai
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import MODES
from tests.analysis.random_maps import tangle
from tests.analysis.small import marked, process
from tests.model.strategies import maps

TODAY = date(2027, 3, 5)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(maps())
def test_everything_can_be_said_about_any_map(pilot_map: PilotMap) -> None:
    numbers = figures(pilot_map)
    json.dumps(numbers.as_json(), allow_nan=False)
    told = find(pilot_map, TODAY, numbers=numbers)
    assert (numbers.visits is not None) or not pilot_map.steps or "PM502" in {f.rule for f in told}
    gate = gate1(pilot_map, TODAY, findings=told)
    assert len(gate.parts) == 5
    assert outcome_sentence(pilot_map).endswith(".")
    assert isinstance(figure_sentences(pilot_map, numbers), tuple)
    json.dumps(ranges(pilot_map, numbers, draws=20).as_json(), allow_nan=False)
    assert len(variants(pilot_map)) in (0, 3)
    for mode in MODES:
        if why_not_with_ai(pilot_map, mode) is None:
            with_ai(pilot_map, mode)
    for finding in told:
        if finding.fix is not None:
            with suppress(EditRefused):
                assert isinstance(finding.fix.edit(pilot_map), PilotMap)


@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_tangle_of_parallels_never_gives_a_wrong_number(random: Random) -> None:
    """Where visits are known, each case reaches an end, and simulated time is no more than work."""
    m = tangle(random)
    numbers, quick = figures(m), quick_figures(m)
    assert numbers.visits == quick.visits
    if numbers.visits is None or numbers.expected_elapsed is None:
        assert any(finding.rule == "PM502" for finding in find(m, TODAY, numbers=numbers))
        return
    assert numbers.visits["e"] >= 1 - 1e-9
    total = sum(numbers.visits[step.id] * m.clock.hours(step) for step in m.steps)
    error = 5 * (numbers.elapsed_standard_error or 0.0)
    assert numbers.expected_elapsed <= total * (1 + 1e-9) + error


def test_numbers_beyond_all_measure_are_null_and_said() -> None:
    m = process("s-a a-d d-a:1 d-e:1e-300", "a=1e300+1e200 d=1+1", "Agent=s,a Lead=d,e")
    m = marked(m, "a", mode="draft")
    huge = process("s-p1 p1-a p1-b a-p2 b-p2 p2-e", "a=1+1 b=1e308+1e308", "Agent= Lead=b")
    for case in (m, marked(huge, "b", mode="autonomous")):
        numbers = figures(case)
        assert numbers.expected_elapsed is None
        assert numbers.ai_share is None
        json.dumps(numbers.as_json(), allow_nan=False)
        assert "PM502" in {finding.rule for finding in find(case, TODAY)}
