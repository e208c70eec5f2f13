"""What all edits share: finding a part, changing it, and letting go of what referred to it."""

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final, Protocol, TypeVar

from pydantic import ValidationError

from pilotmap.language import N_, tr
from pilotmap.model.errors import EditRefused
from pilotmap.model.known import Known
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import Note, Waiver
from pilotmap.model.process import Flow, Lane, Step, System
from pilotmap.model.reading import invalid_map
from pilotmap.model.value import Value

V = TypeVar("V", bound=Value)
T = TypeVar("T")

_NOT_ENTERED: Final = N_("This cannot be entered: {place} {rule}.")
_NOT_ENTERED_FOUND: Final = N_("This cannot be entered: {place} {rule} (found {value}).")


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def refuse(reason: str | None) -> None:
    """Raise EditRefused where a rule gave a reason."""
    if reason is not None:
        raise EditRefused(reason)


def step_of(pilot_map: PilotMap, step: str) -> Step:
    """The step with this id."""
    return _found(
        pilot_map.step_by_id, step, N_("That step is no longer in the map; select another one.")
    )


def flow_of(pilot_map: PilotMap, flow: str) -> Flow:
    """The flow with this id."""
    return _found(
        pilot_map.flow_by_id, flow, N_("That flow is no longer in the map; select another one.")
    )


def lane_of(pilot_map: PilotMap, lane: str) -> Lane:
    """The lane with this id."""
    return _found(
        pilot_map.lane_by_id, lane, N_("That lane is no longer in the map; select another one.")
    )


def system_of(pilot_map: PilotMap, system: str) -> System:
    """The system with this id."""
    return _found(
        pilot_map.system_by_id,
        system,
        N_("That system is no longer in the map; select another one."),
    )


def note_of(pilot_map: PilotMap, note: str) -> Note:
    """The note with this id."""
    return _found(
        pilot_map.note_by_id, note, N_("That note is no longer in the map; select another one.")
    )


def _found(parts: Mapping[str, T], wanted: str, gone: str) -> T:
    if wanted not in parts:
        raise EditRefused(tr(gone))
    return parts[wanted]


def changed(value: V, **changes: Any) -> V:
    """The value with some fields changed, or EditRefused with what is wrong with them."""
    try:
        return value.replace(**{key: _entered(value, key, new) for key, new in changes.items()})
    except ValidationError as error:
        fault = invalid_map(error)
        place = fault.place.removeprefix("$").lstrip(".").replace("_", " ") or tr("the map")
        words = _NOT_ENTERED_FOUND if fault.value else _NOT_ENTERED
        raise EditRefused(tr(words, place=place, rule=fault.rule, value=fault.value)) from error


def swapped(parts: Iterable[N], new: N) -> tuple[N, ...]:
    """The parts with the one of the same id exchanged."""
    return tuple(new if part.id == new.id else part for part in parts)


def placed_after(parts: tuple[N, ...], before: str, *new: N) -> tuple[N, ...]:
    """The parts with new ones put behind the one with the id `before`."""
    at = next(index for index, part in enumerate(parts) if part.id == before) + 1
    return parts[:at] + new + parts[at:]


def one_line(text: str) -> str:
    """A name without control characters, doubled blanks, and blanks at its ends."""
    return " ".join(str(_printable(text)).split())


def notes_without(pilot_map: PilotMap, gone: Collection[str]) -> tuple[Note, ...]:
    """The notes that are about none of these ids."""
    return tuple(note for note in pilot_map.notes if note.about not in gone)


def waivers_without(pilot_map: PilotMap, gone: Collection[str]) -> tuple[Waiver, ...]:
    """The waivers that refer to none of these ids."""
    return tuple(waiver for waiver in pilot_map.waivers if not set(waiver.refs) & set(gone))


def waivers_renamed(pilot_map: PilotMap, old: str, new: str) -> tuple[Waiver, ...]:
    """The waivers with one id exchanged for another, each id once."""
    return tuple(
        waiver.replace(refs=tuple(dict.fromkeys(new if r == old else r for r in waiver.refs)))
        if old in waiver.refs
        else waiver
        for waiver in pilot_map.waivers
    )


def _entered(value: Value, key: str, new: Any) -> Any:
    """What is entered as it can be held; a number alone keeps what was known of the old one."""
    old = getattr(value, key, None)
    if isinstance(old, Known) and isinstance(new, int | float) and not old.is_plain:
        return old.renumbered(float(new))
    return _printable(new)


def _printable(new: Any) -> Any:
    if not isinstance(new, str) or new.isprintable():
        return new
    return "".join(" " if unicodedata.category(c) in {"Cc", "Cs"} else c for c in new)
