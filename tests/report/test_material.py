"""What a document needs to know about its map is found out once, whatever it says with it."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from pilotmap.__main__ import run
from pilotmap.analysis.figures import figures, quick_figures
from pilotmap.layout.draw import draw_map
from pilotmap.model.invariants import MOST_LANES
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import Waiver
from pilotmap.model.process import Lane
from pilotmap.report.document.material import gathered
from pilotmap.report.problem_definition import problem_definition
from tests.builders import map_of
from tests.conftest import SAMPLES
from tests.report.made import laid_out

SAMPLE = SAMPLES / "tier1-support.pilotmap.json"
PARALLEL = "start: Ordered\n& Print [2h]\n& Pack [1h]\n&&\nShip [10min]\n. Sent\n"


def calls(work: Callable[[], object]) -> Counter[CodeType]:
    """How often each function is called while a work is done."""
    counted: Counter[CodeType] = Counter()

    def note(frame: FrameType, event: str, _: Any) -> None:
        if event == "call":
            counted[frame.f_code] += 1

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted


def test_a_document_draws_each_view_once_and_figures_once(support_map: PilotMap) -> None:
    unseen = support_map.replace(title="Reckoned here for the first time")
    counted = calls(lambda: problem_definition(unseen))
    assert counted[draw_map.__code__] == 2  # today, and with the AI
    assert counted[quick_figures.__code__] == 1
    assert counted[figures.__code__] == 0


def test_parallel_work_is_simulated_for_a_document_once() -> None:
    parallel = map_of(PARALLEL).replace(title="Reckoned here for the first time")
    counted = calls(lambda: problem_definition(parallel))
    assert counted[draw_map.__code__] == 1
    assert counted[figures.__code__] == 1
    assert counted[quick_figures.__code__] == 0


def test_an_export_draws_no_view_for_the_size_of_its_type_alone(tmp_path: Path) -> None:
    out = tmp_path / "support.pdf"
    counted = calls(lambda: run(["export", str(SAMPLE), "-o", str(out)]))
    assert out.read_bytes().startswith(b"%PDF")
    assert counted[draw_map.__code__] == 2


def test_a_map_too_large_for_its_picture_with_the_ai_gets_a_document(
    support_map: PilotMap,
) -> None:
    more = (Lane(id=f"more{at}", name=f"Team {at}", kind="team") for at in range(MOST_LANES))
    lanes = (*support_map.lanes, *more)[:MOST_LANES]
    large = support_map.replace(lanes=lanes)
    assert gathered(large).with_ai is None
    assert gathered(support_map).with_ai is not None
    assert problem_definition(large).startswith(b"%PDF")


def test_many_errors_answered_in_writing_lead_to_their_register(support_map: PilotMap) -> None:
    waivers = tuple(Waiver(rule=f"PM{at}", reason="It is known") for at in range(201, 209))
    changed = support_map.replace(notes=(), waivers=waivers)
    pages = laid_out(changed).pages
    places = {mark.key for page in pages for mark in page.bookmarks}
    targets = {link.target for page in pages for link in page.links}
    assert "waivers" in targets
    assert targets <= places
