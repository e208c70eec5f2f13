"""PM211: lanes, systems and steps whose names are taken for one another."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from pilotmap.analysis.findings.finding import Facts, Finding, Fix, found
from pilotmap.analysis.wording import first_upper, quoted
from pilotmap.model.edits.lanes import merge_lanes
from pilotmap.model.edits.systems import merge_systems
from pilotmap.model.map import PilotMap
from pilotmap.model.names import look_alike_pairs
from pilotmap.model.process import Lane, Step, System

Merge = Callable[[PilotMap, str, str], PilotMap]

_MERGES: Final[Mapping[str, Merge | None]] = {
    "lanes": merge_lanes,
    "systems": merge_systems,
    "steps": None,
}


def check(facts: Facts) -> Iterator[Finding]:
    """Names that are used twice, and pairs of names that differ by next to nothing."""
    m = facts.map
    steps = [step for step in m.steps if step.kind in ("step", "decision")]
    yield from _alike("lanes", m.lanes)
    yield from _alike("systems", m.systems)
    yield from _alike("steps", steps)


def _alike(word: str, parts: Sequence[Lane | System | Step]) -> Iterator[Finding]:
    ids: dict[str, list[str]] = {}
    for part in parts:
        if part.name.strip():
            ids.setdefault(part.name, []).append(part.id)
    for name, same in ids.items():
        if len(same) > 1:
            message = f"{len(same)} {word} are called {quoted(name)}: rename those that differ"
            yield found("PM211", message, tuple(same), fix=_merge(word, same))
    for one, other in _pairs(list(ids)):
        names = f"{quoted(one)} and {quoted(other)}"
        message = f"{first_upper(word)} {names} look alike: are they one or two?"
        refs = (ids[one][0], ids[other][0])
        yield found("PM211", message, refs, fix=_merge(word, refs))


def _pairs(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Names with other numbers in them are never alike, so only those with the same are tried."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for name in names:
        groups.setdefault(tuple(sorted(re.findall(r"\d+", name))), []).append(name)
    for group in groups.values():
        for one, other in look_alike_pairs(group):
            yield group[one], group[other]


def _merge(word: str, ids: Sequence[str]) -> Fix | None:
    """All of them into the first; steps are not merged, because each has its place in the flow."""
    merge = _MERGES[word]
    if merge is None:
        return None

    def edit(m: PilotMap) -> PilotMap:
        for gone in ids[1:]:
            m = merge(m, gone, ids[0])
        return m

    return Fix(f"Make them one {word[:-1]}", edit)
