"""Forgeries that were once accepted, made anew on a document of today, each beside its twin."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from pilotmap.analysis.chain import record_id, recorded
from pilotmap.model.errors import CannotSign
from pilotmap.model.map import PilotMap
from pilotmap.model.signoff import FIELD_NAMES
from pilotmap.report.document.material import gathered
from pilotmap.report.edition import edition
from pilotmap.report.pdf.file import pdf
from pilotmap.report.problem_definition import problem_definition, with_its_map
from pilotmap.signing.fill import Task, Tools, sign_file
from pilotmap.signing.identity import Identity, from_p12
from pilotmap.signing.import_signatures import taken_back
from pilotmap.signing.seal import Seal
from pilotmap.signing.seal import sealed as sealed_by_pilotmap
from pilotmap.signing.verdict import Report
from pilotmap.signing.verify import verify
from pilotmap.signing.weighing import expected_of
from tests.signing.attacks import contents, prepared, shown
from tests.signing.attacks.by_hand import (
    Saving,
    sealed,
    signature,
    streamed_table,
    validation_data,
)
from tests.signing.certificates import PASSPHRASE, p12
from tests.signing.files import (
    AT,
    DOCUMENT,
    ORDER,
    PLAIN,
    draw,
    identity,
    judged,
    sign,
    signed,
    support,
)
from tests.signing.readers import quick_readers

__all__ = ["quick_readers"]


@pytest.fixture(scope="module")
def added() -> Any:
    """A file signed by three to which anybody may add data to check it with."""

    def make(change: Any = None) -> Report:
        saving = validation_data(signed(*ORDER))
        if change is not None:
            change(saving)
        return judged(saving.written())

    return make


def _far_away(saving: Saving) -> None:
    saving.end = lambda at: b"startxref" + b"\n" * 1010 + b"%d\n%%%%EOF\n" % at


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        (
            "01",
            dict(contents.stores())["a page hidden in a certificate"],
            "Readers would not agree",
        ),
        ("03", _far_away, "belong to no part"),
        ("06", dict(shown.notes())["XMP: genuine title as a resource"], "says of itself"),
        ("19", dict(contents.object_streams())["catalog twice, the forged one last"], "not agree"),
    ],
)
def test_an_outsider_shows_no_reader_another_page(
    added: Any, name: str, change: Any, said: str
) -> None:
    report = added(change)
    assert report.verdict == "reject"
    assert said in report.reason


def test_data_that_is_what_it_claims_is_accepted(added: Any) -> None:
    assert added().verdict == "accept"
    assert added(contents.in_stream()).verdict == "accept"


@pytest.mark.parametrize("widths", [(1, 20, 2), (1, 9, 9), (1, 4, 2), (1, 8, 2)])
def test_05_a_dishonest_signer_writes_a_table_that_some_cannot_read(widths: Any) -> None:
    saving = signature(signed("operations", "it"), "business")
    saving.streamed = lambda made, offsets, at: streamed_table(made, offsets, at, widths)
    report = judged(sealed(saving.written(), "business"))
    assert report.verdict == ("reject" if max(widths) > 8 else "accept"), report.reason


def _signed_with(reason: str, who: Identity | None = None, at: datetime = AT) -> Report:
    who = who or identity("business")
    seal = Seal(FIELD_NAMES["business"], who.certificate.subject, reason, at)
    data = sealed_by_pilotmap(signed("operations", "it"), seal, who, draw("Holder of business"))
    return judged(data)


@pytest.mark.parametrize(
    "reason", ["I DO NOT AGREE. Declined.", "Ich lehne ab", "de\u200bclined", "nicht einverstanden"]
)
def test_10_a_refusal_in_a_signature_is_the_first_thing_said(reason: str) -> None:
    report = _signed_with(reason)
    assert report.reason.startswith("Business stakeholder wrote with the signature: “")
    assert not report.agreed
    found = taken_back(support(), report, datetime.now(UTC))
    assert "business" not in found.seats
    assert "wrote a refusal" in found.left_out[0]


def test_10_a_plain_reason_is_no_refusal() -> None:
    report = _signed_with("I agree to all of it")
    assert report.reason == "Three signatures hold; who signed is not confirmed."
    assert report.seats["business"].reason == "I agree to all of it"
    assert "Holder of business" in report.seats["business"].stamp


def test_15_a_signature_from_the_future_is_refused() -> None:
    made = p12("Traveller", days=(-1, 365 * 90))
    who = from_p12(made, PASSPHRASE, "x.p12")
    report = _signed_with("Agreed", who, datetime(2099, 1, 1, tzinfo=UTC))
    assert report.verdict == "reject"
    assert "2099-01-01, which is still to come" in report.reason
    assert _signed_with("Agreed", who, AT + timedelta(hours=1)).verdict == "accept"


def test_20_pages_that_nobody_compared_are_not_signed_unseen(tmp_path: Any) -> None:
    path = tmp_path / "old.pdf"
    forged = next(p for name, _, p in prepared.documents() if "older version" in name)()
    path.write_bytes(forged)
    tools = Tools(PLAIN, draw("Holder of it"))
    task = Task(path, path, "it", AT)
    with pytest.raises(CannotSign, match="--pages-not-compared"):
        sign_file(task, identity("it"), tools)
    assert path.read_bytes() == forged
    told: list[Report] = []
    eager = Tools(tools.document, tools.stamp, told.append)
    after = sign_file(task._replace(pages_not_compared=True), identity("it"), eager)
    assert (after.verdict, after.pages_match) == ("incomplete", None)
    assert told[0].pages_match is None


@pytest.fixture(scope="module")
def on_record() -> tuple[PilotMap, bytes]:
    """A map with three decisions, one of them a refusal that was answered, and its signed PDF."""
    decided = support()
    for day, (seat, decision) in enumerate(
        (("it", "declined"), ("it", "approved"), ("business", "approved")), start=1
    ):
        at = f"2026-01-0{day}T10:00:00+00:00"
        decided = recorded(decided, seat, f"Name of {seat}", decision, at)  # type: ignore[arg-type]
    data = problem_definition(decided)
    for seat in ORDER:
        data = sign(data, seat)
    return decided, data


def _rewritten(decided: PilotMap) -> PilotMap:
    """The refusal taken out, and the chain made anew so that it holds."""
    kept: list[Any] = []
    for record in decided.signoffs[1:]:
        draft = record.replace(previous=kept[-1].id if kept else None)
        kept.append(draft.replace(id=record_id(draft)))
    return decided.replace(signoffs=tuple(kept))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda m: m.replace(signoffs=m.signoffs[:-1]), "cut off"),
        (lambda m: m.replace(signoffs=()), "cut off"),
        (_rewritten, "another recorded decision in its place"),
        (
            lambda m: m.replace(
                signoffs=(m.signoffs[0].replace(decision="approved"), *m.signoffs[1:])
            ),
            "was altered after it was given",
        ),
    ],
    ids=["tail removed", "all removed", "rewritten", "edited"],
)
def test_23_records_that_were_changed_are_named(
    on_record: tuple[PilotMap, bytes], change: Any, said: str
) -> None:
    decided, data = on_record
    report = judged(data, expected=expected_of(change(decided)))
    assert report.verdict == "stale"
    assert said in report.reason


def test_23_the_same_records_and_more_are_fine(on_record: tuple[PilotMap, bytes]) -> None:
    decided, data = on_record
    more = recorded(decided, "operations", "Ada", "approved", "2026-02-01T10:00:00+00:00")
    for known in (decided, more):
        assert judged(data, expected=expected_of(known)).verdict == "accept"


def test_a_document_without_fields_is_a_draft() -> None:
    whole = with_its_map(gathered(support()), "a4", edition("a4"))
    bare = pdf(replace(whole, pages=tuple(replace(page, fields=()) for page in whole.pages)))
    alike = DOCUMENT._replace(compare=lambda _: (support(), True))
    report = verify(bare, alike)
    assert report.verdict == "incomplete"
    assert report.reason.startswith("It is a draft")


def test_a_file_that_another_program_saved_again_asks_for_the_original() -> None:
    for name, _, made in prepared.documents():
        if name in ("saved by qpdf", "saved by qpdf, linearized", "saved by qpdf, object streams"):
            assert "saved again by another program" in judged(made()).reason
