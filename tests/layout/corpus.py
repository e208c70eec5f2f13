"""Foreign process files as maps, by a small converter of the tests' own.

It keeps lanes, nodes and sequence flows; pools become lane groups, a subprocess is one step and
has a map of its own. What a map cannot say (data, messages, boundary events as things) is left
out. It exists to judge the layout on maps that people drew, and shares nothing with the import.
"""

import csv
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple
from xml.etree import ElementTree

from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.process import Flow, Lane, Step

Element = ElementTree.Element

MODEL: Final = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
SUBPROCESSES: Final = frozenset({"subProcess", "transaction", "adHocSubProcess"})
KINDS: Final = {
    **dict.fromkeys(("exclusiveGateway", "inclusiveGateway", "complexGateway"), "decision"),
    **dict.fromkeys(("eventBasedGateway", "gateway"), "decision"),
    "parallelGateway": "parallel",
    "startEvent": "start",
    "endEvent": "end",
    "intermediateCatchEvent": "wait",
    **dict.fromkeys(("intermediateThrowEvent", "implicitThrowEvent", "event"), "step"),
    **dict.fromkeys((*SUBPROCESSES, "callActivity", "callChoreography", "subChoreography"), "step"),
    **dict.fromkeys(("task", "userTask", "manualTask", "serviceTask", "sendTask"), "step"),
    **dict.fromkeys(("receiveTask", "scriptTask", "businessRuleTask"), "step"),
    "choreographyTask": "step",
}


class Converted(NamedTuple):
    """The maps of one file, or the reason why there is none."""

    file: str
    maps: tuple[PilotMap, ...]
    reason: str = ""


def corpus(folder: Path) -> Iterator[Converted]:
    """Every file of a corpus' manifest, in its order."""
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as manifest:
        for row in csv.DictReader(manifest):
            yield convert(folder / row["file"])


def convert(path: Path) -> Converted:
    """Read one file; never raises for what is in it."""
    data = path.read_bytes()
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:  # nothing a process needs, much that harms
        return Converted(path.name, (), "it declares entities")
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        return Converted(path.name, (), f"not readable as XML: {error}")
    if root.tag != f"{MODEL}definitions":
        return Converted(path.name, (), f"its root is {root.tag}")
    pools = {
        pool.get("processRef", ""): _plain(pool.get("name"))
        for pool in root.iter(f"{MODEL}participant")
    }
    processes = list(root.iter(f"{MODEL}process"))
    maps = [_map_of([(p, pools.get(p.get("id", ""), "")) for p in processes])]
    inner = (part for process in processes for part in process.iter() if _tag(part) in SUBPROCESSES)
    maps += [_map_of([(part, "")]) for part in inner]
    found = tuple(made for made in maps if made is not None)
    return Converted(path.name, found, "" if found else "it holds no steps")


def _tag(part: Element) -> str:
    return part.tag.removeprefix(MODEL) if isinstance(part.tag, str) else ""


def _map_of(parts: list[tuple[Element, str]]) -> PilotMap | None:
    lanes: list[Lane] = []
    steps: dict[str, Step] = {}
    flows: list[Element] = []
    aliases: dict[str, str] = {}
    for number, (process, pool) in enumerate(parts):
        lane_of = _lanes(process, pool, lanes)
        for node in process:
            if _tag(node) in KINDS:
                lane = lane_of.get(node.get("id", ""), "") or _rest(lanes, number, process, pool)
                steps[node.get("id", "")] = _step(node, f"s{len(steps)}", lane)
            elif _tag(node) == "boundaryEvent":
                aliases[node.get("id", "")] = node.get("attachedToRef", "")
            elif _tag(node) == "sequenceFlow":
                flows.append(node)
    if not steps:
        return None
    kept = _flows(flows, steps, aliases)
    return empty_map().replace(
        lanes=tuple(lanes), steps=_with_fitting_kinds(tuple(steps.values()), kept), flows=kept
    )


def _lanes(process: Element, pool: str, lanes: list[Lane]) -> dict[str, str]:
    """Add the innermost lanes of a process; the lane of each node that one names."""
    lane_of: dict[str, str] = {}
    for lane_set in process.findall(f"{MODEL}laneSet"):
        for lane in lane_set.iter(f"{MODEL}lane"):
            if lane.find(f"{MODEL}childLaneSet/{MODEL}lane") is not None:
                continue
            lane_id = f"l{len(lanes)}"
            name = _plain(lane.get("name"))
            lanes.append(Lane(id=lane_id, name=name, kind="team", group=pool))
            for node in lane.findall(f"{MODEL}flowNodeRef"):
                lane_of[(node.text or "").strip()] = lane_id
    return lane_of


def _rest(lanes: list[Lane], number: int, process: Element, pool: str) -> str:
    """The lane for what no lane of a process names, made when it is first needed."""
    lane_id = f"p{number}"
    if lane_id not in {lane.id for lane in lanes}:
        name = pool or _plain(process.get("name"))
        lanes.append(Lane(id=lane_id, name=name, kind="team", group=""))
    return lane_id


def _step(node: Element, step_id: str, lane: str) -> Step:
    kind = KINDS[_tag(node)]
    return Step(id=step_id, kind=kind, name=_plain(node.get("name")), lane=lane)  # type: ignore[arg-type]


def _flows(
    found: list[Element], steps: dict[str, Step], aliases: dict[str, str]
) -> tuple[Flow, ...]:
    kept: dict[tuple[str, str], Flow] = {}
    for flow in found:
        ends = [flow.get("sourceRef", ""), flow.get("targetRef", "")]
        source, target = (steps.get(aliases.get(end, end)) for end in ends)
        if source is None or target is None or source == target:
            continue
        made = Flow(
            id=f"f{len(kept)}",
            source=source.id,
            target=target.id,
            label=_plain(flow.get("name")),
        )
        kept.setdefault((source.id, target.id), made)
    return tuple(kept.values())


def _with_fitting_kinds(steps: tuple[Step, ...], flows: tuple[Flow, ...]) -> tuple[Step, ...]:
    """Starts with a way in and ends with a way out are steps to a map."""
    reached, left = {flow.target for flow in flows}, {flow.source for flow in flows}
    return tuple(
        step.replace(kind="step")
        if (step.kind == "start" and step.id in reached) or (step.kind == "end" and step.id in left)
        else step
        for step in steps
    )


def _plain(text: str | None) -> str:
    """The text on one line, without characters that no map may hold."""
    words = " ".join((text or "").split())
    return "".join(c for c in words if unicodedata.category(c) not in {"Cc", "Cs"})
