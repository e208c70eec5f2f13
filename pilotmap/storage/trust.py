"""Who is known to sign for which seat: a small file beside the maps, kept in git like them.

`pilotmap-trust.json` holds `format` ("pilotmap-trust"), `version` (1) and `seats`: for each seat a
list of certificates, each with its `fingerprint` (SHA-256 over the whole certificate, 64 hex
digits), `name` (whom it names), `since` (ISO date) and `by` (the account that registered it).
"""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any, Final, get_args

from pydantic import Field, ValidationError

from pilotmap.language import tr
from pilotmap.model.errors import UnreadableFile
from pilotmap.model.signoff import SEATS, Seat
from pilotmap.model.value import Digest, IsoDate, Text, Value
from pilotmap.storage.atomic import write_atomically

FILE_NAME: Final = "pilotmap-trust.json"
_FORMAT: Final = "pilotmap-trust"
_VERSION: Final = 1
_MOST_BYTES: Final = 1 << 20


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


def load_trust(path: Path) -> TrustFile:
    """The trust in a file; empty where there is none. Raises UnreadableFile."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        return TrustFile()
    except OSError as error:
        raise UnreadableFile(
            tr("{file} cannot be read ({reason}).", file=path, reason=error.strerror or error)
        ) from error
    try:
        if len(data) > _MOST_BYTES:
            raise ValueError(f"larger than {_MOST_BYTES} bytes")
        record = json.loads(data)
        if record.pop("format") != _FORMAT or record.pop("version") != _VERSION:
            raise ValueError("format")
        seats = record.pop("seats")
        if record or set(seats) - set(get_args(Seat)):
            raise ValueError("keys")
        return TrustFile.model_validate_json(json.dumps(seats))
    except (ValueError, ValidationError, KeyError, TypeError, AttributeError) as error:
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
