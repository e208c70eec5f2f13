"""`pilotmap verify`: what each signature in a PDF is worth, and whether anything else changed."""

from pathlib import Path
from typing import Final

import click

from pilotmap.cli.maps import read_map, refuse_unreadable
from pilotmap.cli.options import format_option, language_option, print_json
from pilotmap.language import tr
from pilotmap.model.meaning import grouped, meaning
from pilotmap.model.signoff import SEAT_WORDS, SEATS, Seat
from pilotmap.report.rebuild import compare_pages
from pilotmap.signing.certificate import Certificate, certificate_in
from pilotmap.signing.sandbox import verify_in_sandbox
from pilotmap.signing.verdict import VERDICT_WORDS, Report
from pilotmap.signing.words import draft_sentence, pages_sentence, revision_sentences, seat_sentence
from pilotmap.storage.trust import TrustFile, load_trust, save_trust, trust_file_for

_FOUND: Final = 1
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
    "--register",
    multiple=True,
    callback=_pairs,
    metavar="SEAT=CERT.pem",
    help="The same, kept for the project in pilotmap-trust.json beside FILE.",
)
@click.option("--map", "map_file", metavar="MAP", help="The map that ought to have been signed.")
@format_option
@language_option
def command(
    file: str,
    trust: tuple[_Pair, ...],
    register: tuple[_Pair, ...],
    map_file: str | None,
    form: str,
) -> int:
    """Say by whom each seat is signed, and whether the file is otherwise as PilotMap made it.

    The exit code is 0 when all three seats have signed and nothing else happened, else 1.
    """
    with refuse_unreadable(file):
        data = Path(file).read_bytes()
    expected = meaning(read_map(map_file)) if map_file else None
    registered = _registered(Path(file), register)
    trusted = registered.fingerprints()
    trusted.update(_named(trust))
    report = verify_in_sandbox(data, compare_pages, trusted, expected)
    if form == "json":
        print_json(report.as_json())
    else:
        click.echo("\n".join(_lines(file, report)))
    return 0 if report.verdict == "accept" else _FOUND


def _registered(file: Path, register: tuple[_Pair, ...]) -> TrustFile:
    path = trust_file_for(file)
    known = load_trust(path)
    for seat, name in register:
        certificate = _certificate(name)
        known = known.with_registered(seat, certificate.fingerprint, certificate.subject)
    if register:
        save_trust(known, path)
    return known


def _named(trust: tuple[_Pair, ...]) -> dict[Seat, tuple[str, ...]]:
    found: dict[Seat, tuple[str, ...]] = {}
    for seat, name in trust:
        found[seat] = (*found.get(seat, ()), _certificate(name).fingerprint)
    return found


def _certificate(name: str) -> Certificate:
    with refuse_unreadable(name):
        data = Path(name).read_bytes()
    return certificate_in(data, name)


def _lines(file: str, report: Report) -> list[str]:
    lines = [f"{file}: {tr(VERDICT_WORDS[report.verdict])}", f"  {report.reason}", ""]
    for seat in SEATS:
        said = seat_sentence(report.seats[seat], report.verdict)
        lines.append(f"  {tr(SEAT_WORDS[seat])}: {said}")
    pages = (*pages_sentence(report), draft_sentence(report))
    lines += ["", *(f"  {each}" for each in pages if each)]
    if report.meaning is not None:
        said = tr("Content (SHA-256) {digest}", digest=grouped(report.meaning))
        lines.append(f"  {said}")
    lines += [f"  {each}" for each in revision_sentences(report)]
    return lines
