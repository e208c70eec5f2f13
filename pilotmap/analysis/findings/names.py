"""PM211: lanes, systems and steps whose names are taken for one another."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from pilotmap.analysis.findings.finding import Facts, Finding, Fix, found
from pilotmap.analysis.wording import quoted
from pilotmap.language import N_, tr
from pilotmap.model.edits.lanes import merge_lanes
from pilotmap.model.edits.systems import merge_systems
from pilotmap.model.map import PilotMap
from pilotmap.model.names import look_alike_pairs
from pilotmap.model.process import Lane, Step, System

Merge = Callable[[PilotMap, str, str], PilotMap]


class _Kind(NamedTuple):
    """What is said of one kind of part, and how two of them become one."""

    same: str
    alike: str
    make_one: str = ""
    merge: Merge | None = None


_LANES: Final = _Kind(
    N_("{number} lanes are called {name}: rename those that differ"),
    N_("Lanes {one} and {other} look alike: are they one or two?"),
    N_("Make them one lane"),
    merge_lanes,
)
_SYSTEMS: Final = _Kind(
    N_("{number} systems are called {name}: rename those that differ"),
    N_("Systems {one} and {other} look alike: are they one or two?"),
    N_("Make them one system"),
    merge_systems,
)
# steps are not merged, because each has its place in the flow
_STEPS: Final = _Kind(
    N_("{number} steps are called {name}: rename those that differ"),
    N_("Steps {one} and {other} look alike: are they one or two?"),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Names that are used twice, and pairs of names that differ by next to nothing."""
    pilot_map = facts.map
    steps = [step for step in pilot_map.steps if step.kind in ("step", "decision")]
    yield from _alike(_LANES, pilot_map.lanes)
    yield from _alike(_SYSTEMS, pilot_map.systems)
    yield from _alike(_STEPS, steps)
    yield from _together(pilot_map.lanes)


def _alike(kind: _Kind, parts: Sequence[Lane | System | Step]) -> Iterator[Finding]:
    ids: dict[str, list[str]] = {}
    for part in parts:
        if part.name.strip():
            ids.setdefault(part.name, []).append(part.id)
    for name, same in ids.items():
        if len(same) > 1:
            message = tr(kind.same, number=len(same), name=quoted(name))
            yield found("PM211", message, tuple(same), fix=_merge(kind, same))
    for one, other in _pairs(list(ids)):
        message = tr(kind.alike, one=quoted(one), other=quoted(other))
        refs = (ids[one][0], ids[other][0])
        yield found("PM211", message, refs, fix=_merge(kind, refs))


_BETWEEN: Final = re.compile(r"\s*[/+&,]\s*|\s+(?:and|und|or|oder)\s+", re.IGNORECASE)


def _together(lanes: Sequence[Lane]) -> Iterator[Finding]:
    """“Dev / QA” beside “Dev”: a lane of two, of whom one has a lane already."""
    named = {" ".join(lane.name.split()).casefold(): lane for lane in lanes if lane.name.strip()}
    for lane in lanes:
        parts = [part.strip().casefold() for part in _BETWEEN.split(lane.name)]
        for part in dict.fromkeys(parts) if len(parts) > 1 else ():
            other = named.get(part)
            if other is not None and other.id != lane.id:
                message = tr(
                    "Lane {both} stands beside lane {one}: who does what there?",
                    both=quoted(lane.name),
                    one=quoted(other.name),
                )
                yield found("PM211", message, (lane.id, other.id))


def _pairs(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Names with other numbers in them are never alike, so only those with the same are tried."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for name in names:
        groups.setdefault(tuple(sorted(re.findall(r"\d+", name))), []).append(name)
    for group in groups.values():
        for one, other in look_alike_pairs(group):
            yield group[one], group[other]


def _merge(kind: _Kind, ids: Sequence[str]) -> Fix | None:
    """All of them into the first."""
    merge = kind.merge
    if merge is None:
        return None

    def edit(pilot_map: PilotMap) -> PilotMap:
        for gone in ids[1:]:
            pilot_map = merge(pilot_map, gone, ids[0])
        return pilot_map

    return Fix(tr(kind.make_one), edit)
