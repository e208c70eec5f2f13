"""The pages of finished documents, from five steps to five hundred, as other programs read them."""

import re
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pytest

from pilotmap.assets import samples
from pilotmap.language import speaking, tr
from pilotmap.report.document.agreement_pages import SEAT_PAGES
from pilotmap.report.problem_definition import problem_definition
from pilotmap.storage.json_file import load
from tests.benchmarks.generate import piloted
from tests.report.finished import Area, Sheet, Word, bookmarks_of, shapes_of, sheets_of
from tests.report.pdf_tools import squeezed

SIZES = (5, 40, 100)


EDGE = 28.0  # no page has less room at its sides


class Link(NamedTuple):
    """A link's page and upper edge, and the page and height that it leads to."""

    page: Any
    top: float
    leads_to: Any
    height: float


@pytest.fixture(scope="module", params=SIZES)
def document(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / f"{request.param}.pdf"
    path.write_bytes(problem_definition(piloted(request.param)))
    return path


@pytest.fixture(scope="module", params=samples(), ids=lambda path: path.name.partition(".")[0])
def sample_document(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    path = tmp_path_factory.mktemp("pages") / "sample.pdf"
    path.write_bytes(problem_definition(load(request.param), page="letter", language="de"))
    return path


def check(path: Path) -> None:
    sheets = sheets_of(path)
    for number, sheet in enumerate(sheets, start=1):
        assert len(sheet.body) > 5, f"page {number} is empty"
        _check_words(number, sheet)
    _check_shapes(path, sheets)
    _check_headings(path, sheets)


def _check_words(number: int, sheet: Sheet) -> None:
    for text, place in sheet.words:
        inside = place.x >= EDGE and place.right <= sheet.width - EDGE
        assert inside, f"{text!r} leaves page {number}"
        assert place.y >= 0, f"{text!r} leaves page {number}"
        assert place.bottom <= sheet.height, f"{text!r} leaves page {number}"
    in_order = sorted(sheet.words, key=lambda word: word.place.y)
    for at, (text, place) in enumerate(in_order):
        for other, beside in in_order[at + 1 :]:
            if beside.y >= place.bottom:
                break
            assert not place.overlaps(beside), f"{text!r} stands on {other!r} on page {number}"


def _check_shapes(path: Path, sheets: tuple[Sheet, ...]) -> None:
    for number, place in shapes_of(path):
        sheet = sheets[number - 1]
        if number == 1 or (place.y < 20 and place.right - place.x > sheet.width - 1):
            continue  # the cut-out on page 1, which ends between steps, and the mark of a draft
        assert place.x >= EDGE, f"a shape leaves page {number}"
        assert place.right <= sheet.width - EDGE, f"a shape leaves page {number}"
        assert place.y >= 20, f"a shape leaves page {number}"
        assert place.bottom <= sheet.height - 30, f"a shape leaves page {number}"


def _check_headings(path: Path, sheets: tuple[Sheet, ...]) -> None:
    marks = [mark for mark in bookmarks_of(path) if mark.title]
    assert len(marks) > 10
    seen = 0
    for title, page in marks:
        words = title.split()
        body = sheets[page - 1].body
        texts = [word.text for word in body]
        found = [at for at in range(len(texts)) if texts[at : at + len(words)] == words]
        if not found:
            continue  # the bookmark of a part has another title than its first heading
        seen += 1
        low = max(body[at].place.bottom for at in found)
        below = [word for word in body if word.place.y > low]
        assert below, f"{title!r} is the last on page {page}"
    assert seen > 10


@pytest.mark.parametrize(
    ("places", "says"),
    [
        ([Area(100, 100, 140, 106), Area(130, 102, 160, 108)], "stands on"),
        ([Area(560, 100, 590, 106)], "leaves"),
        ([Area(100, 838, 140, 844)], "leaves"),
    ],
)
def test_the_check_of_words_sees_what_is_wrong(places: list[Area], says: str) -> None:
    sheet = Sheet(595, 842, tuple(Word("word", place) for place in places))
    with pytest.raises(AssertionError, match=says):
        _check_words(1, sheet)


def test_pages_of_any_map_are_full_whole_and_in_order(document: Path) -> None:
    check(document)


def test_pages_of_the_samples_are_full_whole_and_in_order(sample_document: Path) -> None:
    check(sample_document)


def test_every_step_is_on_the_map(document: Path) -> None:
    pilot_map = piloted(int(document.stem))
    pages = {mark.title: mark.page for mark in bookmarks_of(document)}
    first, after = pages["The process today"], pages["The process with the AI"]
    said = squeezed(" ".join(
        word.text for sheet in sheets_of(document)[first - 1 : after - 1] for word in sheet.words
    ))  # fmt: skip
    for step in pilot_map.steps:
        assert all(word in said for word in step.name.split())


def test_the_mark_of_a_handoff_and_its_row_lead_to_each_other(document: Path) -> None:
    marks, rows = _links(document, r"H(\d+): its row"), _links(document, r"H(\d+) on the map")
    assert marks.keys() == rows.keys() == set(range(1, len(marks) + 1))
    for number, row in rows.items():
        assert any(_leads(mark, row[0]) for mark in marks[number])
        assert any(_leads(row[0], mark) for mark in marks[number])


def _links(path: Path, about: str) -> dict[int, list[Link]]:
    """The links that tell of a handoff, by its number."""
    found: dict[int, list[Link]] = {}
    with pikepdf.open(path) as file:
        for page in file.pages:
            for each in page.get("/Annots", []):
                told = re.match(about, str(each.get("/Contents", "")))
                if told:
                    leads_to, _, _, height, _ = each.Dest
                    link = Link(page.objgen, float(each.Rect[3]), leads_to.objgen, float(height))
                    found.setdefault(int(told[1]), []).append(link)
    return found


def _leads(link: Link, other: Link) -> bool:
    """Whether one shows the other at the top of the window."""
    return link.leads_to == other.page and 0 <= link.height - other.top < 30


def test_each_seat_has_one_page(sample_document: Path) -> None:
    pages = {mark.title: mark.page for mark in bookmarks_of(sample_document)}
    with speaking("de"):
        titles = [tr(words) for words in (*SEAT_PAGES.values(), "Sign-off")]
    found = [pages[title] for title in titles]
    assert found == list(range(found[0], found[0] + 4))
