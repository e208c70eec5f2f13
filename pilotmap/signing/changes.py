"""What one revision changed, held against the little that a signature has to change.

Objects that are not named here as changeable may not change at all, whatever a reader would make
of it; new objects must hang on something that was allowed to come in.
"""

from typing import Any, Final

from pilotmap.language import tr
from pilotmap.model.signoff import SEAT_WORDS
from pilotmap.signing.appearance import check_stamp
from pilotmap.signing.base import ACTIVE, Base
from pilotmap.signing.form_changes import check_form, check_seat_field
from pilotmap.signing.metadata import check_info, check_metadata
from pilotmap.signing.refusal import Refusal
from pilotmap.signing.revisions import Revision
from pilotmap.signing.step import Step
from pilotmap.signing.validation_data import check_extensions, check_validation_data, containers
from pilotmap.signing.values import (
    Objects,
    Stream,
    entry,
    follow,
    is_array,
    is_dictionary,
    is_name,
    items,
    keys,
    number_of,
    references,
    same,
    walk,
)

_OUTSIDE: Final = {"/F", "/FFilter", "/FDecodeParms"}
_VERSIONS: Final = ("/1.7", "/2.0")


def step(base: Base, before: Objects, revision: Revision) -> Step:
    """What a revision is. Raises Refusal where it is more than a signature and its company."""
    after = {**before, **{number: each.value for number, each in revision.objects.items()}}
    found = Step()
    changed = [
        number
        for number, placed in revision.objects.items()
        if number in before and not same(before[number], placed.value)
    ]
    # the form first: it says which field is new
    for number in sorted(changed, key=lambda each: each != base.form):
        _change(base, before, after, number, found)
    _new_objects(before, after, revision, found)
    if found.seat is None and found.time_stamp is None and not found.validation_data:
        raise Refusal(tr("Something other than a signature was saved into it."))
    if found.seat is not None and found.time_stamp is not None:
        raise Refusal(tr("One saving put in more than one signature."))
    return found


def _change(base: Base, before: Objects, after: Objects, number: int, found: Step) -> None:
    old, new = before[number], after[number]
    seats = [seat for seat, at in base.fields.items() if at == number]
    if number == base.root:
        _catalog(base, before, after, found)
    elif number == base.form:
        check_form(before, after, old, new, found)
    elif seats:
        check_seat_field(after, old, new, seats[0], found)
    elif number == base.info:
        check_info(old, new)
    elif number == number_of(entry(before[base.root], "/Metadata")):
        check_metadata(old, new)
    elif number in base.pages or _is_annotations(base, before, number):
        _page(before, after, number, found)
    elif number in containers(base, before):
        found.validation_data = True  # the whole of it is checked from the catalog, see below
        _dss(base, after, found)
    else:
        raise Refusal(
            tr("The document itself was changed after it was made: {what}.", what=_kind(old))
        )


def _catalog(base: Base, before: Objects, after: Objects, found: Step) -> None:
    old, new = before[base.root], after[base.root]
    if not is_dictionary(new):
        raise _catalog_changed("/Type")
    for key in sorted(keys(old) | keys(new)):
        was, now = entry(old, key), entry(new, key)
        if same(was, now):
            continue
        if key == "/DSS":
            _dss(base, after, found)
        elif key == "/Extensions":
            check_extensions(follow(before, was), follow(after, now))
        elif key == "/Version" and is_name(now, *_VERSIONS):
            continue
        elif key == "/Metadata" and number_of(now) not in (None, *before):
            check_metadata(follow(before, was), follow(after, now))
            found.entrances.append(now)
        else:
            raise _catalog_changed(key)


def _catalog_changed(key: str) -> Refusal:
    return Refusal(tr("The document's own settings were changed ({entry}).", entry=key))


def _dss(base: Base, after: Objects, found: Step) -> None:
    value = entry(after[base.root], "/DSS")
    check_validation_data(base, after, value)
    found.validation_data = True
    found.entrances.append(value)


def _page(before: Objects, after: Objects, number: int, found: Step) -> None:
    """A page may get the widget of a time stamp, and nothing else."""
    old, new = before[number], after[number]
    if is_array(old):
        was, now = items(old), items(new)
    else:
        was, now = _annotations(before, old), _annotations(after, new)
        rest = [{**page, "/Annots": None} for page in (old, new) if is_dictionary(page)]
        if len(rest) < 2 or not same(*rest):
            raise Refusal(tr("A page was changed after it was made."))
    more = [number_of(each) for each in now[len(was) :]]
    if not same(was, now[: len(was)]) or found.new_field is None or more != [found.new_field]:
        raise Refusal(tr("Something was put onto a page, or taken off it."))


def _annotations(objects: Objects, page: Any) -> tuple[Any, ...]:
    return items(follow(objects, entry(page, "/Annots")))


def _is_annotations(base: Base, before: Objects, number: int) -> bool:
    return any(number_of(entry(before[page], "/Annots")) == number for page in base.pages)


def _paints_nothing(value: Any) -> bool:
    """Whether an object is an empty form: poppler leaves one where it paints a signed field."""
    entries = {"/Type", "/Subtype", "/BBox", "/Length"}
    if not isinstance(value, Stream) or keys(value) - entries or value.raw:
        return False
    return is_name(entry(value, "/Subtype"), "/Form")


def _new_objects(before: Objects, after: Objects, revision: Revision, found: Step) -> None:
    """New objects hang on what was let in, name only what is there, and make no reader act."""
    reached: set[int] = set()
    waiting = [number for entrance in found.entrances for number in references(entrance)]
    while waiting:
        number = waiting.pop()
        if number not in revision.objects or number in reached:
            continue
        reached.add(number)
        waiting += references(after[number])
    added = {number for number in revision.objects if number not in before}
    left_over = added - reached - revision.containers
    if not all(_paints_nothing(after[number]) for number in left_over):
        raise Refusal(tr("It holds objects that nothing uses: somebody may plan a later change."))
    if found.signature in before or found.time_stamp in before:
        raise Refusal(tr("A signature stands in for an object that was there before."))
    for number in added - revision.containers:
        _harmless(after, after[number])
    if found.stamp in added and found.stamp is not None and found.seat is not None:
        check_stamp(after, found.stamp, tr(SEAT_WORDS[found.seat]))


def _harmless(after: Objects, value: Any) -> None:
    for part in walk(value):
        if keys(part) & ACTIVE or (isinstance(part, Stream) and keys(part) & _OUTSIDE):
            raise Refusal(tr("It was given parts that make a reader act on its own."))
    if any(number not in after for number in references(value)):
        raise Refusal(
            tr("It names objects that are not there, as one who plans a later change does.")
        )


def _kind(value: Any) -> str:
    if is_name(entry(value, "/Type"), "/Font", "/FontDescriptor"):
        return tr("a font")
    if is_name(entry(value, "/Type"), "/EmbeddedFile", "/Filespec"):
        return tr("the attached map")
    if is_name(entry(value, "/Type"), "/SigFieldLock"):
        return tr("the lock of a signature field")
    if is_name(entry(value, "/Type"), "/Sig"):
        return tr("a signature")
    return tr("what a page shows") if isinstance(value, Stream) else tr("a part of it")
