"""Who is known to sign for which seat: a small file beside the maps, kept in git like them.

The same is kept for each user, apart from the maps: a file beside a PDF may have come with it, so
it says nothing until the user has registered the certificate too.

`pilotmap-trust.json` holds `format` ("pilotmap-trust"), `version` (1) and `seats`: for each seat a
list of certificates, each with its `fingerprint` (SHA-256 over the whole certificate, 64 hex
digits), `name` (whom it names), `since` (ISO date) and `by` (the account that registered it).
"""

import hashlib
import json
import os
from datetime import date
from pathlib import Path
from typing import Any, Final, get_args

from platformdirs import user_data_path
from pydantic import Field, ValidationError

from pilotmap.language import tr
from pilotmap.model.errors import UnreadableFile
from pilotmap.model.signoff import SEATS, Seat
from pilotmap.model.value import Digest, IsoDate, Text, Value
from pilotmap.storage.atomic import write_atomically
from pilotmap.storage.bounded import SMALL, read_at_most

FILE_NAME: Final = "pilotmap-trust.json"
_FORMAT: Final = "pilotmap-trust"
_VERSION: Final = 1
_DIGITS: Final = 32


class Registered(Value):
    """A certificate that somebody confirmed to belong to a seat."""

    fingerprint: Digest
    name: Text
    since: IsoDate
    by: Text = ""


class TrustFile(Value):
    """The certificates registered for each seat."""

    operations: tuple[Registered, ...] = Field(default=())
    it: tuple[Registered, ...] = Field(default=())
    business: tuple[Registered, ...] = Field(default=())

    def of(self, seat: Seat) -> tuple[Registered, ...]:
        """The certificates registered for a seat."""
        found: tuple[Registered, ...] = getattr(self, seat)
        return found

    def fingerprints(self) -> dict[Seat, tuple[str, ...]]:
        """By seat, the seats left out for which nobody is registered."""
        return {
            seat: tuple(each.fingerprint for each in self.of(seat))
            for seat in SEATS
            if self.of(seat)
        }

    def with_registered(
        self, seat: Seat, fingerprint: str, name: str, *, by: str = "", on: date | None = None
    ) -> "TrustFile":
        """The same with one more certificate; one that is there already stays as it was."""
        if any(each.fingerprint == fingerprint for each in self.of(seat)):
            return self
        since = on or date.today()
        new = Registered(fingerprint=fingerprint, name=name, since=since, by=by)
        return self.replace(**{seat: (*self.of(seat), new)})


def trust_file_for(path: Path) -> Path:
    """Where the trust of the project is, for a map or a PDF of it."""
    return path.parent / FILE_NAME


def own_trust_file_for(path: Path) -> Path:
    """Where the user's own trust is for a map or a PDF in this folder."""
    folder = hashlib.sha256(os.fsencode(path.resolve().parent)).hexdigest()[:_DIGITS]
    return user_data_path("pilotmap", appauthor=False) / "trust" / f"{folder}.json"


def register(path: Path, seat: Seat, fingerprint: str, name: str, *, by: str = "") -> None:
    """Keep a certificate for a seat beside a map or a PDF, and for this user.

    Raises UnreadableFile or UnwritableFile.
    """
    own = own_trust_file_for(path)
    for file in (trust_file_for(path), own):
        known = load_trust(file)
        if file == own:
            own.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        save_trust(known.with_registered(seat, fingerprint, name, by=by), file)


def load_trust(path: Path) -> TrustFile:
    """The trust in a file; empty where there is none. Raises UnreadableFile."""
    if not os.path.lexists(path):
        return TrustFile()
    data = read_at_most(path, SMALL)
    try:
        record = json.loads(data)
        if record.pop("format") != _FORMAT or record.pop("version") != _VERSION:
            raise ValueError("format")
        seats = record.pop("seats")
        if record or set(seats) - set(get_args(Seat)):
            raise ValueError("keys")
        return TrustFile.model_validate_json(json.dumps(seats))
    except (
        ValueError,
        ValidationError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
    ) as error:
        raise UnreadableFile(
            tr(
                "{file} is no list of registered certificates: take an earlier version of it, or "
                "remove it and register the certificates again.",
                file=path,
            )
        ) from error


def save_trust(trust: TrustFile, path: str | os.PathLike[str]) -> None:
    """Write the trust, the same for the same content. Raises UnwritableFile."""
    data: dict[str, Any] = {
        "format": _FORMAT,
        "version": _VERSION,
        "seats": trust.model_dump(mode="json", exclude_defaults=True),
    }
    write_atomically(path, (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
