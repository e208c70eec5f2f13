"""Opening a PDF as one opens a map."""

from datetime import date

import pytest

from pilotmap.model.errors import UnreadableFile
from pilotmap.model.map import PilotMap
from pilotmap.report.attachment import attachment, map_of_pdf
from pilotmap.report.pdf.file import pdf
from pilotmap.report.problem_definition import problem_definition
from pilotmap.report.setting.page import Attachment, Document, Page

DAY = date(2027, 3, 12)


def pdf_with(*attachments: Attachment) -> bytes:
    return pdf(Document("Anything", (Page(100, 100, ()),), attachments))


def test_the_map_comes_back_as_it_was(support_map: PilotMap) -> None:
    assert map_of_pdf(problem_definition(support_map)) == support_map


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is not a PDF"),
        (b"{}", "is not a PDF"),
        (b"%PDF-1.7 and nothing more", "damaged"),
        (pdf_with(), "has no map attached"),
        (pdf_with(Attachment("notes.txt", b"hello", "", DAY)), "has no map attached"),
        (pdf_with(Attachment("a.pilotmap.json", b"{not json", "", DAY)), "a.pilotmap.json"),
        (pdf_with(Attachment("a.pilotmap.json", b'{"format":"x"}', "", DAY)), "a.pilotmap.json"),
    ],
)
def test_what_holds_no_map_is_one_clear_sentence(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        map_of_pdf(data, "agreed.pdf")
    assert says in raised.value.message
    assert "agreed.pdf" in raised.value.message
    assert "\n" not in raised.value.message


def test_a_truncated_document_is_refused_or_still_whole(support_map: PilotMap) -> None:
    data = problem_definition(support_map)
    for share in (0.2, 0.5, 0.8, 0.99):
        try:
            found = map_of_pdf(data[: int(len(data) * share)])
        except UnreadableFile:
            continue
        assert found == support_map


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tier 1 support triage", "tier-1-support-triage.pilotmap.json"),
        ("Größe & Maß / ../../x", "groe-ma-x.pilotmap.json"),
        ("分类", "map.pilotmap.json"),
        ("", "map.pilotmap.json"),
    ],
)
def test_the_file_is_named_after_the_title(support_map: PilotMap, title: str, name: str) -> None:
    assert attachment(support_map, title).name == name
