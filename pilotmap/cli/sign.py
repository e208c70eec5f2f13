"""`pilotmap sign`: a certificate signature in a seat's field of an exported PDF."""

import sys
from datetime import datetime
from pathlib import Path

import click
import platformdirs

from pilotmap.cli.options import language_option
from pilotmap.language import tr
from pilotmap.model.errors import CannotSign
from pilotmap.model.signoff import SEAT_WORDS, SEATS, Seat
from pilotmap.report.for_signing import compare_pages, look, rebuilt
from pilotmap.report.stamp import stamp
from pilotmap.signing.document import Document
from pilotmap.signing.fill import Task, Tools, sign_file
from pilotmap.signing.identity import Identity, check, first_line, from_p12
from pilotmap.signing.key_ring import SystemKeyRing
from pilotmap.signing.local_identity import LocalIdentity
from pilotmap.signing.verdict import Report
from pilotmap.signing.words import dissent_sentences, named, pages_sentence, seat_sentence
from pilotmap.storage.bounded import SMALL, read_at_most


@click.command(
    epilog="Example: pilotmap sign support.pdf --seat operations --p12 me.p12 -o signed.pdf",
    short_help="Sign a seat's field in a PDF.",
)
@click.argument("file", metavar="FILE.pdf")
@click.option("--seat", type=click.Choice(SEATS), required=True, help="For whom it is signed.")
@click.option("--p12", metavar="ID.p12", help="The certificate with its key, .p12 or .pfx.")
@click.option("--local", is_flag=True, help="Sign with the key that PilotMap keeps here.")
@click.option("--name", metavar="NAME", help="With --local, the first time: whose key it is.")
@click.option("--passphrase-file", metavar="FILE", help="Its first line is the pass phrase.")
@click.option(
    "--pages-not-compared",
    is_flag=True,
    help="Sign also what another version of PilotMap made, whose pages cannot be compared.",
)
@click.option("-o", "--output", "out", required=True, metavar="OUT.pdf", help="The file to write.")
@language_option
def command(
    file: str,
    seat: Seat,
    p12: str | None,
    local: bool,
    name: str | None,
    passphrase_file: str | None,
    pages_not_compared: bool,
    out: str,
) -> None:
    """Put a signature into a seat's field of an exported PDF.

    OUT may be FILE itself. Stakeholders sign one after another, each the file that the one before
    signed. The file is verified before and after.
    """
    if bool(p12) == local:
        raise click.UsageError(tr("name a certificate with --p12, or say --local"))
    at = datetime.now().astimezone().replace(microsecond=0)
    identity = _local(name, passphrase_file) if local else _own(p12 or "", passphrase_file)
    task = Task(Path(file), Path(out), seat, at, pages_not_compared)
    report = sign_file(task, identity, _tools(identity, at))
    click.echo(tr("Signed {file} for {seat}.", file=out, seat=tr(SEAT_WORDS[seat])))
    if local:
        holder = named(identity.certificate.subject)
        click.echo(tr("With the key of {name} that PilotMap keeps on this computer.", name=holder))
    click.echo(identity.worth)
    if report.draft:
        click.echo(report.draft)


def _tell(before: Report) -> None:
    """Who signed before, and what could not be checked, ahead of the signature."""
    for seat in before.signed:
        said = seat_sentence(before.seats[seat], before.verdict)
        click.echo(tr("Signed before: {seat}: {said}", seat=tr(SEAT_WORDS[seat]), said=said))
    if before.pages_match is None:
        click.echo(" ".join(pages_sentence(before)))
    for remark in (*dissent_sentences(before), *before.remarks):
        click.echo(remark)


def _tools(identity: Identity, at: datetime) -> Tools:
    def draw(width: float, height: float) -> bytes:
        return stamp(identity.certificate.subject, at.isoformat(), identity.worth, width, height)

    return Tools(Document(compare_pages, rebuilt, look), draw, _tell)


def _own(p12: str, passphrase_file: str | None) -> Identity:
    data = read_at_most(p12, SMALL)
    secret = _passphrase(passphrase_file, tr("Pass phrase of {file}", file=p12))
    identity = from_p12(data, secret, p12)
    check(identity)
    return identity


def _local(name: str | None, passphrase_file: str | None) -> Identity:
    def ask(new: bool) -> str:
        what = tr("New pass phrase for the key") if new else tr("Pass phrase of the key")
        return _passphrase(passphrase_file, what)

    folder = platformdirs.user_data_path("pilotmap", appauthor=False) / "identity"
    kept = LocalIdentity(folder, SystemKeyRing(), ask)
    if kept.exists:
        return kept.open(name)
    if name is None:
        raise CannotSign(
            tr("This computer has no key yet: say whose it is to be with --name, and sign again.")
        )
    return kept.make(name)


def _passphrase(file: str | None, prompt: str) -> str:
    if file is not None:
        return first_line(read_at_most(file, SMALL), file)
    if not sys.stdin.isatty():  # typed by a program
        return sys.stdin.readline().rstrip("\r\n")
    typed: str = click.prompt(prompt, hide_input=True, default="", show_default=False, err=True)
    return typed
