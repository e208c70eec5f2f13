"""What small maps, each with one thing amiss, come to: the verdict, and what must be said of it."""

from datetime import date

import pytest

from pilotmap.analysis.figures import figures
from pilotmap.analysis.findings import find
from pilotmap.storage.json_file import load
from tests.conftest import PROJECT

TODAY = date(2027, 1, 15)
CASES = {
    "ai-makes-it-slower": ("falls_short", {"PM112"}),
    "edge-share01-reach": ("no_capacity", {"PM306"}),
    "lane-overloaded": ("no_capacity", {"PM306"}),
    "no-branch-percentiles": ("falls_short", {"PM111", "PM210"}),
    "outcome-is-first-response": ("cannot_tell", {"PM110"}),
    "outcome-is-work-not-lead-time": ("cannot_tell", {"PM110"}),
    "overnight-14h-in-wd": ("unexplained", {"PM111"}),
    "parallel-noise": ("falls_short", {"PM111"}),
    "reasonable-outputs": ("reaches", {"PM106"}),
    "remain-of-less": ("out_of_reach", {"PM105", "PM112"}),
    "review-by-nobody": ("no_capacity", {"PM306"}),
    "target-below-with-ai": ("falls_short", {"PM111"}),
    "vague-signed": (None, {"PM101", "PM106"}),
    "wd-in-calendar-week": ("reaches", {"PM217"}),
}


@pytest.mark.parametrize("case", CASES)
def test_the_verdict_and_what_is_said_of_it(case: str) -> None:
    pilot_map = load(PROJECT / f"tests/data/figures/{case}.pilotmap.json")
    verdict, said = CASES[case]
    assert figures(pilot_map).as_json()["verdict"] == verdict
    assert said <= {finding.rule for finding in find(pilot_map, today=TODAY)}
