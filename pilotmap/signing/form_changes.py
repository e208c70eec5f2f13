"""What a revision did to the form and its fields."""

from collections.abc import Iterator
from typing import Any, Final

from pyhanko.pdf_utils.generic import StreamObject

from pilotmap.language import tr
from pilotmap.model.signoff import SEAT_WORDS, Seat
from pilotmap.signing.refusal import Refusal
from pilotmap.signing.step import Step
from pilotmap.signing.values import (
    Objects,
    entry,
    follow,
    is_dictionary,
    is_name,
    number_of,
    raw,
    same,
    text_of,
)

_FLAGS: Final = {4, 132}  # printed; printed and locked
_HIDDEN: Final = {2, 6, 130, 132, 134}
_STAMPED_FIELD: Final = {
    "/Type", "/Subtype", "/FT", "/T", "/F", "/Ff", "/Rect", "/P", "/V", "/Lock", "/TU",
}  # fmt: skip


def check_form(before: Objects, after: Objects, old: Any, new: Any, found: Step) -> None:
    """The form keeps its fields and has no defaults; a time stamp may bring one field more."""
    if not is_dictionary(new) or set(new) - {"/SigFlags", "/Fields"}:
        raise Refusal(tr("The form got entries that are none of a signature."))
    if entry(new, "/SigFlags") not in (None, 1, 3):
        raise Refusal(tr("The form got entries that are none of a signature."))
    fields = raw(follow(before, entry(old, "/Fields"))), raw(follow(after, entry(new, "/Fields")))
    numbers = [[number_of(each) for each in some] for some in fields]
    kept, more = numbers[1][: len(numbers[0])], fields[1][len(numbers[0]) :]
    if kept != numbers[0]:
        raise Refusal(tr("Signature fields were taken out of the form, or exchanged."))
    if not more:
        return
    if len(more) > 1 or number_of(more[0]) in before:
        raise Refusal(tr("A field was added to the form."))
    _time_stamp_field(after, more[0], found)


def _time_stamp_field(after: Objects, reference: Any, found: Step) -> None:
    """A field that holds a time stamp of the whole document, and shows nothing."""
    added = follow(after, reference)
    value = follow(after, entry(added, "/V"))
    hidden = entry(added, "/F") in _HIDDEN
    nowhere = all(each == 0 for each in raw(follow(after, entry(added, "/Rect"))))
    if (
        not is_dictionary(added)
        or set(added) - _STAMPED_FIELD
        or not is_name(entry(added, "/FT"), "/Sig")
        or not is_name(entry(value, "/Type"), "/DocTimeStamp")
        or not (hidden or nowhere)
        or text_of(entry(added, "/T")) is None
    ):
        raise Refusal(tr("A field was added to the form."))
    found.time_stamp = number_of(entry(added, "/V"))
    found.new_field = number_of(reference)
    found.entrances.append(reference)


def check_seat_field(after: Objects, old: Any, new: Any, seat: Seat, found: Step) -> None:
    """An empty field may be signed and get a stamp; a signed one stays as it is."""
    word = tr(SEAT_WORDS[seat])
    if entry(old, "/V") is not None:
        raise Refusal(
            tr("The signature field of {seat} was changed after it was signed.", seat=word)
        )
    if not is_dictionary(new) or found.seat is not None or found.signature is not None:
        raise Refusal(tr("One saving put in more than one signature."))
    for key in {*old, *new} - {"/V", "/AP", "/M"}:
        was, now = entry(old, key), entry(new, key)
        if was is not None and now is not None and same(was, now):
            continue
        if (key == "/F" and now in _FLAGS) or (key in ("/MK", "/Ff") and now in ({}, 0, 1)):
            continue
        if key == "/AS" and is_name(now, "/N"):
            continue  # said by poppler; the one appearance there is has no states
        raise Refusal(tr("The signature field of {seat} was moved or changed.", seat=word))
    signature = entry(new, "/V")
    if number_of(signature) is None:
        raise Refusal(
            tr("The signature field of {seat} was changed without a signature.", seat=word)
        )
    found.seat, found.signature = seat, number_of(signature)
    found.entrances += [signature, *_appearance(after, entry(new, "/AP"), word)]


def _appearance(after: Objects, value: Any, seat: str) -> Iterator[Any]:
    if value is None:
        return
    appearance = follow(after, value)
    shown = follow(after, entry(appearance, "/N"))
    box = raw(follow(after, entry(shown, "/BBox")))
    if (
        set(appearance) != {"/N"}
        or not isinstance(shown, StreamObject)
        or not is_name(entry(shown, "/Subtype"), "/Form")
        or len(box) != 4
    ):
        raise Refusal(tr("The stamp of {seat} can show more than one thing.", seat=seat))
    yield value
