"""`pilotmap verify`: what each signature in a PDF is worth, and whether anything else changed."""

import contextlib
import getpass
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from pilotmap.cli.maps import read_map
from pilotmap.cli.options import format_option, language_option, print_json
from pilotmap.language import tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.errors import PilotMapError
from pilotmap.model.meaning import grouped
from pilotmap.model.signoff import SEAT_WORDS, SEATS, Seat
from pilotmap.report.for_signing import compare_pages, look, rebuilt
from pilotmap.signing.certificate import Certificate, certificate_in
from pilotmap.signing.document import LARGEST, Document
from pilotmap.signing.sandbox import verify_in_sandbox
from pilotmap.signing.trust import Known, Trust, joined, known_from
from pilotmap.signing.verdict import VERDICT_WORDS, Report
from pilotmap.signing.words import (
    dissent_sentences,
    pages_sentence,
    revision_sentences,
    seat_sentence,
)
from pilotmap.storage.bounded import SMALL, read_at_most
from pilotmap.storage.trust import load_trust, own_trust_file_for, register, trust_file_for

with lazy_imports():  # only a map to compare with needs the analysis
    from pilotmap.signing import weighing

if TYPE_CHECKING:
    from pilotmap.signing.weighing import Expected

_FOUND: Final = 1
_NO_PDF: Final = 2
_HEAD: Final = 1024
_Pair = tuple[Seat, str]


def _pairs(_: click.Context, option: click.Parameter, given: tuple[str, ...]) -> tuple[_Pair, ...]:
    found: list[_Pair] = []
    for each in given:
        word, equals, file = each.partition("=")
        seat = next((seat for seat in SEATS if seat == word), None)
        if seat is None or not equals or not file:
            said = tr(
                "“{given}” must be a seat ({seats}), “=” and a file",
                given=each,
                seats=", ".join(SEATS),
            )
            raise click.BadParameter(said, param=option)
        found.append((seat, file))
    return tuple(found)


@click.command(
    epilog="Example: pilotmap verify support.pdf --trust operations=ada.pem",
    short_help="Say what the signatures in a PDF are worth.",
)
@click.argument("file", metavar="FILE.pdf")
@click.option(
    "--trust", multiple=True, callback=_pairs, metavar="SEAT=CERT.pem", help="Who signs for a seat."
)
@click.option(
    "--trust-file", metavar="TRUST.json", help="A list of registered certificates to rely on."
)
@click.option(
    "--register",
    "registered",
    multiple=True,
    callback=_pairs,
    metavar="SEAT=CERT.pem",
    help="As --trust, kept for you and in pilotmap-trust.json beside FILE.",
)
@click.option("--map", "map_file", metavar="MAP", help="The map that ought to have been signed.")
@format_option
@language_option
def command(
    file: str,
    trust: tuple[_Pair, ...],
    trust_file: str | None,
    registered: tuple[_Pair, ...],
    map_file: str | None,
    form: str,
) -> int:
    """Say by whom each seat is signed, and whether the file is otherwise as PilotMap made it.

    The exit code is 0 when all three seats have signed with registered certificates and nothing
    else happened, 2 when FILE is no PDF, and else 1. A pilotmap-trust.json that lies beside FILE
    may have come with it: what it says counts once you have registered it yourself.
    """
    data = read_at_most(file, LARGEST)
    for seat, name in registered:
        certificate = _certificate(name)
        register(Path(file), seat, certificate.fingerprint, certificate.subject, by=_account())
    notes: list[str] = []
    known = joined(_given(trust), _listed(trust_file), _kept(Path(file), notes))
    document = Document(compare_pages, rebuilt, look)
    report = verify_in_sandbox(data, document, known, _expected(map_file))
    if form == "json":
        print_json(report.as_json())
    else:
        click.echo("\n".join((*_lines(file, report), *(f"  {note}" for note in notes))))
    if b"%PDF-" not in data[:_HEAD]:
        return _NO_PDF
    return 0 if report.agreed else _FOUND


def _given(trust: tuple[_Pair, ...]) -> Trust:
    found: dict[Seat, tuple[Known, ...]] = {}
    for seat, name in trust:
        told = Known(_certificate(name).fingerprint, tr("given with {option}", option="--trust"))
        found[seat] = (*found.get(seat, ()), told)
    return found


def _listed(trust_file: str | None) -> Trust:
    if trust_file is None:
        return {}
    read_at_most(trust_file, SMALL)  # a list that is named has to be there
    return known_from(load_trust(Path(trust_file)), trust_file, confirmed=True)


def _kept(file: Path, notes: list[str]) -> Trust:
    """What the user has registered, and what lies beside the file, which alone confirms nothing."""
    own, beside = own_trust_file_for(file), trust_file_for(file)
    lists: list[Trust] = [known_from(load_trust(own), tr("your own list"), confirmed=True)]
    try:
        where = tr("{file} beside the PDF", file=beside.name)
        lists.append(known_from(load_trust(beside), where, confirmed=False))
    except PilotMapError as error:
        notes.append(tr("Not used: {reason}", reason=error.message))
    return joined(*lists)


def _expected(map_file: str | None) -> "Expected | None":
    return weighing.expected_of(read_map(map_file)) if map_file else None


def _certificate(name: str) -> Certificate:
    return certificate_in(read_at_most(name, SMALL), name)


def _account() -> str:
    with contextlib.suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


def _lines(file: str, report: Report) -> Iterator[str]:
    yield from dissent_sentences(report)
    yield f"{file}: {tr(VERDICT_WORDS[report.verdict])}"
    yield f"  {report.reason}"
    yield ""
    for seat in SEATS:
        said = seat_sentence(report.seats[seat], report.verdict)
        yield f"  {tr(SEAT_WORDS[seat])}: {said}"
    more = (*report.remarks, *pages_sentence(report), report.draft)
    yield from ("", *(f"  {each}" for each in more if each))
    if report.meaning is not None:
        said = tr("Content (SHA-256) {digest}", digest=grouped(report.meaning))
        yield f"  {said}"
    yield from (f"  {each}" for each in revision_sentences(report))
