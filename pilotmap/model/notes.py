"""Pains, questions and plain notes, answers to errors in writing, and who was in the room."""

from typing import Literal

from pilotmap.model.value import Digest, Id, IsoDate, Text, Value

NoteKind = Literal["pain", "question", "note"]


class Note(Value):
    """A remark on a step or a flow, or on the whole map where `about` is absent."""

    id: Id
    kind: NoteKind
    text: Text
    about: Id | None = None
    owner: Text = ""
    due: IsoDate | None = None
    settled: bool = False


class Waiver(Value):
    """An error answered in writing; only for the rules that allow it."""

    rule: Text
    refs: tuple[Id, ...] = ()
    reason: Text
    by: Text = ""
    on: IsoDate | None = None


class Source(Value):
    """The file that a map was imported from; not part of the meaning."""

    file: Text
    sha256: Digest


class Attendee(Value):
    """Someone who was in the room; not part of the meaning."""

    name: Text
    role: Text = ""
