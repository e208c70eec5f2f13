"""Small processes in one line: `s-a a-d d-b:0.6 d-e`; the first letter of an id is its kind."""

from collections.abc import Mapping

from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.process import Flow, Lane, Step, StepKind
from pilotmap.model.quantity import Duration

KINDS: Mapping[str, StepKind] = {
    "s": "start",
    "e": "end",
    "d": "decision",
    "p": "parallel",
    "w": "wait",
}


def process(
    flows: str, times: str = "", lanes: str = "", *, alone: str = "", names: bool = True
) -> PilotMap:
    """A map from flows `a-b` or `a-b:share`, times `a=work+wait` in hours, lanes `Agent=a,b`.

    Steps stand in the order of their first flow; `alone` are steps without one. Lanes are named
    in order, and all steps not named there are in the first; a lane `Outside` is outside.
    """
    pairs = [flow.partition(":") for flow in flows.split()]
    ends = [tuple(pair.split("-")) for pair, _, _ in pairs]
    ids = dict.fromkeys([step for pair in ends for step in pair] + alone.split())
    lane_of = dict.fromkeys(ids, "Agent")
    lane_names = dict.fromkeys(["Agent"] if not lanes else [])
    for lane in lanes.split():
        name, _, members = lane.partition("=")
        lane_names[name] = None
        lane_of.update({member: name for member in members.split(",") if member})
    lane_names.update(dict.fromkeys(lane_of.values()))
    hours = {step: both for step, _, both in (time.partition("=") for time in times.split())}
    return empty_map().replace(
        lanes=tuple(_lane(name) for name in lane_names),
        steps=tuple(_step(step, lane_of[step], hours.get(step, ""), names) for step in ids),
        flows=tuple(
            Flow(
                id=f"{source}_{target}",
                source=source,
                target=target,
                label=f"to {target}" if source.startswith("d") else "",
                share=float(share) if share else None,
            )
            for (source, target), (_, _, share) in zip(ends, pairs, strict=True)
        ),
    )


def _lane(name: str) -> Lane:
    return Lane(id=f"lane_{name}", name=name, kind="outside" if name == "Outside" else "team")


def _step(step: str, lane: str, hours: str, named: bool) -> Step:
    work, _, wait = hours.partition("+")
    return Step(
        id=step,
        kind=KINDS.get(step[0], "step"),
        name=f"Name of {step}" if named else "",
        lane=f"lane_{lane}",
        work=Duration(value=float(work), unit="h") if work else None,
        wait=Duration(value=float(wait), unit="h") if wait else None,
    )


def marked(pilot_map: PilotMap, step: str, **answers: object) -> PilotMap:
    """The map with its AI step marked, and answers about it."""
    return pilot_map.replace(pilot=pilot_map.pilot.replace(verdict="ai", step=step, **answers))
