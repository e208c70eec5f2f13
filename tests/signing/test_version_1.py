"""A PDF signed under version 1 of the format still says what it said."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pilotmap.analysis.seats import seats
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import meanings
from pilotmap.signing.import_signatures import taken_back
from pilotmap.signing.verdict import Report
from pilotmap.storage.json_file import load
from tests.conftest import PROJECT
from tests.signing.files import ORDER, judged

FOLDER = PROJECT / "tests" / "data" / "version-1"


@pytest.fixture(scope="module")
def report() -> Report:
    return judged(Path(FOLDER / "signed.pdf").read_bytes())


@pytest.fixture
def signed() -> PilotMap:
    return load(FOLDER / "signed.pilotmap.json")


def test_its_signatures_hold_and_its_pages_are_those_of_another_version(report: Report) -> None:
    assert report.intact
    assert report.signed == ORDER
    assert report.pages_match is None
    assert report.verdict == "incomplete"


def test_it_is_for_the_map_as_it_is_now(report: Report, signed: PilotMap) -> None:
    assert report.meaning in meanings(signed)
    before = signed.replace(signoffs=())
    found = taken_back(before, report, datetime.now(UTC))
    assert (found.seats, found.left_out) == (ORDER, ())
    assert all(seat.agrees for seat in seats(found.map).values())
