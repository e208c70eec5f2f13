"""The document before anyone signed: three empty, locked fields, and nothing that acts."""

from typing import Any, Final, NamedTuple

from pilotmap.language import tr
from pilotmap.model.signoff import FIELD_NAMES, SEATS, Seat
from pilotmap.signing.refusal import Refusal
from pilotmap.signing.revisions import Revision
from pilotmap.signing.values import (
    Objects,
    Stream,
    entry,
    follow,
    is_dictionary,
    is_name,
    is_whole,
    items,
    keys,
    number_of,
    text_of,
    walk,
)

ACTIVE: Final = frozenset(
    {"/JS", "/JavaScript", "/AA", "/OpenAction", "/Launch", "/URI", "/OC", "/OCProperties", "/EF"}
    | {"/RichMediaContent", "/XFA", "/Ref", "/OPI", "/PS", "/Perms", "/NeedAppearances", "/Legal"}
)
"""Names that make a reader do something, or show something else than what is in the page."""

_CATALOG: Final = {
    "/Type", "/Lang", "/Pages", "/ViewerPreferences", "/Names", "/Outlines", "/PageMode", "/AF",
    "/AcroForm", "/Metadata", "/MarkInfo", "/StructTreeRoot", "/OutputIntents", "/PageLabels",
    "/PageLayout", "/Extensions", "/Version",
}  # fmt: skip
_FIELD: Final = {
    "/Type", "/Subtype", "/FT", "/T", "/TU", "/F", "/Rect", "/P", "/Lock", "/StructParent", "/AP",
}  # fmt: skip


class Base(NamedTuple):
    """The numbers of the objects that a later revision may speak of."""

    objects: Objects
    root: int
    form: int
    info: int | None
    fields: dict[Seat, int]
    pages: tuple[int, ...]
    """In the order in which they are read."""


def read_base(first: Revision) -> Base | None:
    """The parts of the first revision; None for a document without fields, which is a draft.

    Raises Refusal where it is no document of PilotMap.
    """
    objects = {number: placed.value for number, placed in first.objects.items()}
    root = number_of(entry(first.trailer, "/Root"))
    catalog = follow(objects, entry(first.trailer, "/Root"))
    if root is not None and is_dictionary(catalog) and "/AcroForm" not in catalog:
        return None
    form_number = number_of(entry(catalog, "/AcroForm"))
    form = follow(objects, entry(catalog, "/AcroForm"))
    if root is None or form_number is None or not is_dictionary(form):
        raise _no_document()
    if keys(form) != {"/Fields"}:
        raise Refusal(tr("Its form holds more than the three signature fields."))
    fields = _fields(objects, form)
    info = number_of(entry(first.trailer, "/Info"))
    pages = tuple(_pages(objects, entry(catalog, "/Pages")))
    named = (root, form_number, info, *fields.values())
    if len(set(named)) != len(named) or set(pages) & set(named):
        raise _no_document()
    return Base(objects, root, form_number, info, fields, pages)


def check_harmless(base: Base) -> None:
    """Raise Refusal where a base that cannot be built again holds what no document of ours has."""
    catalog = base.objects[base.root]
    if not keys(catalog) <= _CATALOG:
        raise Refusal(tr("It holds parts that no document of PilotMap has."))
    for value in base.objects.values():
        for part in walk(value):
            attached = is_name(entry(part, "/Type"), "/Filespec")
            if keys(part) & (ACTIVE - ({"/EF"} if attached else set())):
                raise Refusal(tr("It holds parts that make a reader act on its own."))


def _fields(objects: Objects, form: Any) -> dict[Seat, int]:
    references = items(follow(objects, entry(form, "/Fields")))
    found: dict[Seat, int] = {}
    for seat, reference in zip(SEATS, references, strict=False):
        number, field = number_of(reference), follow(objects, reference)
        if number is None or not _is_empty_field(objects, field, FIELD_NAMES[seat]):
            break
        found[seat] = number
    if len(found) != len(SEATS) or len(references) != len(SEATS):
        raise Refusal(
            tr("Its form is not the three empty signature fields Operations, IT and Business.")
        )
    return found


def _is_empty_field(objects: Objects, field: Any, name: str) -> bool:
    lock = follow(objects, entry(field, "/Lock"))
    return (
        is_dictionary(field)
        and keys(field) <= _FIELD
        and is_name(entry(field, "/FT"), "/Sig")
        and is_name(entry(field, "/Subtype"), "/Widget")
        and text_of(entry(field, "/T")) == name
        and is_lock(objects, lock)
        and _is_blank(objects, entry(field, "/AP"))
    )


def _is_blank(objects: Objects, appearance: Any) -> bool:
    """Whether an empty field shows nothing yet."""
    shown = follow(objects, entry(follow(objects, appearance), "/N"))
    return isinstance(shown, Stream) and not shown.data and keys(appearance) == {"/N"}


def is_lock(objects: Objects, lock: Any) -> bool:
    """Whether a dictionary locks all but the three fields, and allows only to sign them."""
    fields = [text_of(each) for each in items(follow(objects, entry(lock, "/Fields")))]
    return (
        is_dictionary(lock)
        and is_name(entry(lock, "/Action"), "/Exclude")
        and fields == [FIELD_NAMES[seat] for seat in SEATS]
        and is_whole(entry(lock, "/P"), 2)
    )


def _pages(objects: Objects, tree: Any) -> list[int]:
    """The numbers of the pages, however deep the tree of them is."""
    found: list[int] = []
    seen: set[int] = set()
    waiting = [tree]
    while waiting:
        reference = waiting.pop()
        number, node = number_of(reference), follow(objects, reference)
        if number is None or number in seen:
            raise _no_document()
        seen.add(number)
        if is_name(entry(node, "/Type"), "/Page"):
            found.append(number)
        else:
            waiting += reversed(items(follow(objects, entry(node, "/Kids"))))
    return found


def _no_document() -> Refusal:
    return Refusal(tr("It is no document that PilotMap made to be signed."))
