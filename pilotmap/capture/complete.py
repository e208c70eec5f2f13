"""Names as they are typed: lanes, systems, steps, and look-alikes offered rather than doubled."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pilotmap.capture.complete_brackets import within_bracket
from pilotmap.capture.cursor import Completion
from pilotmap.capture.escapes import escaped, in_quotes, quoted
from pilotmap.language import tr
from pilotmap.model.edits.parts import one_line
from pilotmap.model.map import PilotMap
from pilotmap.model.names import look_alike
from pilotmap.model.process import Step

_MOST: Final = 9
_ARROW: Final = re.compile(r"(?:^|[>&][^>]*\s)\s*(?:->|→|<-|←)\s*")
_END: Final = re.compile(r"(?:^|:\s)\s*\.\s*")
_LEAD: Final = re.compile(r"\s*(?:>[^:]*:\s+|&(?!&):?\s*)?(?:[?.~]\s*|start:\s+)?", re.IGNORECASE)
_SYSTEM: Final = re.compile(r'(?:^|\s)@("?)([^@\[\]"]*)$')


def complete(pilot_map: PilotMap, text: str, at: int) -> tuple[Completion, ...]:
    """What the characters before `at` may become, the best first; at most nine.

    Names that begin so come first, then names in which a word begins so, then look-alikes.
    """
    head = text[:at]
    system, arrow = _SYSTEM.search(head), _arrow(head)
    bracket = within_bracket(head, at)
    if system is not None:
        found = _systems(pilot_map, system, at)
    elif bracket is not None:
        found = bracket
    elif arrow is not None:
        found = _steps(pilot_map, pilot_map.steps, head[arrow:], arrow, at)
    else:
        found = (*_ends(pilot_map, head, at), *_lanes(pilot_map, text, at))
    return tuple(dict.fromkeys(found))[:_MOST]


def _arrow(head: str) -> int | None:
    found = _ARROW.match(head)
    return None if found is None else found.end()


def _systems(pilot_map: PilotMap, match: re.Match[str], at: int) -> tuple[Completion, ...]:
    start = match.start(1)
    typed = one_line(match[2])
    if match[2] != match[2].rstrip() and typed in {system.name for system in pilot_map.systems}:
        return ()  # the name is typed in full and the line goes on
    names = {one_line(s.name): s.kind for s in pilot_map.systems if one_line(s.name)}
    return tuple(
        Completion(start, at, f"{_system_text(name)} ", kind or about)
        for name, about in _fitting(typed, names)
        for kind in (names[name] if not about else "",)
    )


def _system_text(name: str) -> str:
    return name if re.fullmatch(r"[^\"\\@\[\]:,;]+", name) else in_quotes(name)


def _steps(
    pilot_map: PilotMap, steps: Iterable[Step], typed: str, start: int, at: int
) -> tuple[Completion, ...]:
    by_name: dict[str, list[Step]] = {}
    for step in steps:
        if one_line(step.name) and step.kind != "start":
            by_name.setdefault(one_line(step.name), []).append(step)
    return tuple(
        Completion(start, at, _numbered(name, number, len(same)), about or _where(pilot_map, step))
        for name, about in _fitting(typed, by_name)
        for same in (by_name[name],)
        for number, step in enumerate(same, start=1)
    )


def _numbered(name: str, number: int, of: int) -> str:
    return f"{escaped(name)} ({number})" if of > 1 else escaped(name)


def _where(pilot_map: PilotMap, step: Step) -> str:
    return tr("in {lane}", lane=pilot_map.lane_by_id[step.lane].name)


def _ends(pilot_map: PilotMap, head: str, at: int) -> tuple[Completion, ...]:
    found = _END.search(head)
    if found is None:
        return ()
    ends = [step for step in pilot_map.steps if step.kind == "end"]
    return _steps(pilot_map, ends, head[found.end() :], found.end(), at)


def _lanes(pilot_map: PilotMap, text: str, at: int) -> tuple[Completion, ...]:
    lead = _LEAD.match(text)
    start = lead.end() if lead is not None else 0
    typed, colon, _ = text[start:].partition(":")
    if at < start or not typed.strip() or at > start + len(typed) + len(colon):
        return ()
    names = {one_line(lane.name): lane.group for lane in pilot_map.lanes if one_line(lane.name)}
    if colon:
        if typed.strip().casefold() in {name.casefold() for name in names}:
            return ()
        return tuple(
            Completion(start, start + len(typed), quoted(name), _looks_like(typed))
            for name in look_alike(typed, names)
        )
    return tuple(
        Completion(start, at, f"{quoted(name)}: ", about or names[name] or tr("lane"))
        for name, about in _fitting(text[start:at], names)
    )


def _fitting(typed: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Names that go with what was typed so far, with a remark on those that only look like it."""
    letters, names = typed.strip().casefold(), list(names)
    begun = [name for name in names if name.casefold().startswith(letters)]
    within = [name for name in names if f" {letters}" in name.casefold()]
    yield from ((name, "") for name in (*begun, *within))
    for name in look_alike(typed, names) if letters else ():
        if name not in begun and name not in within:
            yield name, _looks_like(typed)


def _looks_like(typed: str) -> str:
    return tr("looks like “{name}”", name=typed.strip())
