"""What a revision did to the form and its fields."""

import re
from collections.abc import Iterator
from typing import Any, Final

from pilotmap.language import tr
from pilotmap.model.signoff import FIELD_NAMES, SEAT_WORDS, Seat
from pilotmap.signing.refusal import Refusal
from pilotmap.signing.step import Step
from pilotmap.signing.values import (
    Objects,
    entry,
    follow,
    is_dictionary,
    is_name,
    is_whole,
    items,
    keys,
    number_of,
    numbers,
    same,
    text_of,
)

_FLAGS: Final = {4, 132}  # printed; printed and locked
_HIDDEN: Final = {2, 130}  # hidden; hidden and locked
_NAME: Final = re.compile(r"[A-Za-z0-9 _:.-]{1,80}")
_DATE: Final = re.compile(r"D:\d{14}(?:Z|[-+]\d\d'\d\d'?|Z00'00'?)?")
_STAMPED_FIELD: Final = {
    "/Type", "/Subtype", "/FT", "/T", "/F", "/Ff", "/Rect", "/P", "/V", "/TU",
}  # fmt: skip


def is_date(value: Any) -> bool:
    """Whether a value is a moment in the way in which PDF writes it."""
    said = text_of(value)
    return said is not None and _DATE.fullmatch(said) is not None


def check_form(before: Objects, after: Objects, old: Any, new: Any, found: Step) -> None:
    """The form keeps its fields and has no defaults; a time stamp may bring one field more."""
    if not is_dictionary(new) or keys(new) - {"/SigFlags", "/Fields"}:
        raise Refusal(tr("The form got entries that are none of a signature."))
    if "/SigFlags" in new and not is_whole(entry(new, "/SigFlags"), 1, 3):
        raise Refusal(tr("The form got entries that are none of a signature."))
    fields = (
        items(follow(before, entry(old, "/Fields"))),
        items(follow(after, entry(new, "/Fields"))),
    )
    named = [[number_of(each) for each in some] for some in fields]
    kept, more = named[1][: len(named[0])], fields[1][len(named[0]) :]
    if kept != named[0]:
        raise Refusal(tr("Signature fields were taken out of the form, or exchanged."))
    if not more:
        return
    if len(more) > 1 or number_of(more[0]) in before:
        raise Refusal(tr("A field was added to the form."))
    taken = {text_of(entry(follow(before, each), "/T")) for each in fields[0]}
    _time_stamp_field(after, more[0], taken, found)


def _time_stamp_field(after: Objects, reference: Any, taken: set[str | None], found: Step) -> None:
    """A field that holds a time stamp of the whole document, and shows nothing."""
    added = follow(after, reference)
    value = follow(after, entry(added, "/V"))
    name = text_of(entry(added, "/T")) or ""
    box = numbers(after, entry(added, "/Rect"), 4)
    hidden = is_whole(entry(added, "/F"), *_HIDDEN)
    shown = "/F" not in keys(added) or is_whole(entry(added, "/F"), *_FLAGS)
    nowhere = shown and not any(box or (1,))
    if (
        not is_dictionary(added)
        or keys(added) - _STAMPED_FIELD
        or not is_name(entry(added, "/FT"), "/Sig")
        or not is_name(entry(value, "/Type"), "/DocTimeStamp")
        or box is None
        or not (hidden or nowhere)
        or not _NAME.fullmatch(name)
        or name in taken | set(FIELD_NAMES.values())
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
    for key in (keys(old) | keys(new)) - {"/V", "/AP"}:
        was, now = entry(old, key), entry(new, key)
        if not same(was, now) and not _said_by_signers(key, now):
            raise Refusal(tr("The signature field of {seat} was moved or changed.", seat=word))
    signature = entry(new, "/V")
    if number_of(signature) is None:
        raise Refusal(
            tr("The signature field of {seat} was changed without a signature.", seat=word)
        )
    found.seat, found.signature = seat, number_of(signature)
    found.entrances += [signature, *_appearance(after, old, new, word)]
    found.stamp = number_of(entry(follow(after, entry(new, "/AP")), "/N"))


def _said_by_signers(key: str, now: Any) -> bool:
    """What some programs write into a field that they sign, and that changes nothing."""
    if key == "/F":
        return is_whole(now, *_FLAGS)
    if key == "/M":
        return is_date(now)
    if key == "/AS":  # said by poppler; the one appearance there is has no states
        return is_name(now, "/N")
    return (key == "/MK" and now == {}) or (key == "/Ff" and is_whole(now, 0, 1))


def _appearance(after: Objects, old: Any, new: Any, seat: str) -> Iterator[Any]:
    value = entry(new, "/AP")
    if same(value, entry(old, "/AP")):
        return
    appearance = follow(after, value)
    if keys(appearance) != {"/N"} or number_of(entry(appearance, "/N")) is None:
        raise Refusal(tr("The stamp of {seat} can show more than one thing.", seat=seat))
    yield value
