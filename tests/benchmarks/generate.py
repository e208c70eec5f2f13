"""Random swimlane maps for benchmarks and properties: the same seed gives the same map.

`swimlanes` makes maps as they are met (15 % decisions, 3 % loops, 30 % handoffs, short names);
`wild` makes maps as hard as the file allows: long labels in any script, pins, parallels, marks.
"""

from random import Random

from pilotmap.model.map import FORMAT, VERSION, PilotMap
from pilotmap.model.notes import Note
from pilotmap.model.pilot import Pilot
from pilotmap.model.process import Flow, Lane, Pin, Step, System
from pilotmap.model.quantity import Duration

VERBS = ("Check", "Send", "Enter", "Approve", "Review", "Call", "File", "Book", "Sort", "Close")
THINGS = ("the order", "the claim", "the invoice", "the ticket", "the record", "the request")
SCRIPTS = (
    "abcdefghijklmnopqrstuvwxyz      ",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ",
    "абвгдежзиклмнопрст    ",
    "日本語工程図確認申請承認",
    "مرحبا العالم طلب فحص ",
    "שלום בדיקה טופס ",
    "नमस्ते दुनिया जांच ",
    "ทดสอบระบบงาน",
    "😀✅📄🧾 ",
)


def swimlanes(steps: int, seed: int, lanes: int = 0) -> PilotMap:
    """A map as they are met, with about this many nodes."""
    random = Random(seed * 1_000_003 + steps)
    lane_count = lanes or max(2, min(8, 2 + steps // 15))
    lane_of, kinds, edges = _walk(random, steps, lane_count)
    return _map(
        lane_count,
        [
            Step(
                id=f"s{number}",
                kind=kind,  # type: ignore[arg-type]
                name=f"{random.choice(VERBS)} {random.choice(THINGS)}",
                lane=f"l{lane_of[number]}",
                work=Duration(value=5, unit="min") if random.random() < 0.5 else None,
            )
            for number, kind in enumerate(kinds)
        ],
        [
            Flow(
                id=f"f{number}",
                source=f"s{source}",
                target=f"s{target}",
                label=("yes", "no", "other")[place % 3] if kinds[source] == "decision" else "",
            )
            for number, (source, target, place) in enumerate(edges)
        ],
    )


def piloted(steps: int, seed: int = 3) -> PilotMap:
    """A map as they are met with one of its steps marked for an AI, so that a document is whole."""
    pilot_map = swimlanes(steps, seed)
    step = next(
        each
        for each in pilot_map.steps
        if each.kind == "step" and len(pilot_map.flows_out(each.id)) == 1
    )
    pilot = Pilot(
        verdict="ai",
        step=step.id,
        mode="recommendation",
        human="l0",
        escalates_to="l1",
        unsure=0.1,
        review=Duration(value=3, unit="min"),
    )
    return pilot_map.replace(title=f"A process of {steps} steps", pilot=pilot)


def _walk(
    random: Random, steps: int, lane_count: int
) -> tuple[list[int], list[str], list[tuple[int, int, int]]]:
    """Lanes, kinds and flows of a process that grows from its open ends."""
    lane_of = [random.randrange(lane_count)]
    kinds = ["start"]
    edges: list[tuple[int, int, int]] = []
    open_ends: list[tuple[int, int]] = [(0, 0)]
    while len(kinds) < steps - len(open_ends) // 2:
        at = len(open_ends) - 1 if random.random() < 0.7 else random.randrange(len(open_ends))
        source, place = open_ends.pop(at)
        if len(open_ends) > 0 and random.random() < 0.15 and source != open_ends[0][0]:
            open_ends.insert(0, (source, place))
            at = random.randrange(1, len(open_ends))
            other, other_place = open_ends.pop(at)
            target = _add(random, kinds, lane_of, lane_of[source], lane_count, "step")
            edges.append((open_ends.pop(0)[0], target, place))
            if other != source:
                edges.append((other, target, other_place))
            open_ends.append((target, 0))
            continue
        kind = "decision" if random.random() < 0.15 else "step"
        target = _add(random, kinds, lane_of, lane_of[source], lane_count, kind)
        edges.append((source, target, place))
        routes = random.choice((2, 2, 2, 3)) if kind == "decision" else 1
        open_ends.extend((target, route) for route in range(routes))
        if random.random() < 0.03 and target > 4:
            back = random.randrange(max(1, target - 12), target - 1)
            if (target, back) not in {(a, b) for a, b, _ in edges}:
                edges.append((target, back, 3))
    for source, place in open_ends:
        if random.random() < 0.5:
            target = _add(random, kinds, lane_of, lane_of[source], lane_count, "end")
            edges.append((source, target, place))
    unique: dict[tuple[int, int], int] = {}
    for source, target, place in edges:
        unique.setdefault((source, target), place)
    return lane_of, kinds, [(a, b, place) for (a, b), place in unique.items()]


def _add(
    random: Random, kinds: list[str], lane_of: list[int], lane: int, lane_count: int, kind: str
) -> int:
    kinds.append(kind)
    moves = random.random() < 0.3 and lane_count > 1
    lane_of.append(random.choice([n for n in range(lane_count) if n != lane]) if moves else lane)
    return len(kinds) - 1


def wild(steps: int, seed: int, *, pins: bool = True) -> PilotMap:
    """A map as hard as the file allows."""
    random = Random(seed)
    lane_count = random.randint(1, 12)
    kinds = [
        random.choice(("step", "step", "step", "decision", "parallel", "wait", "start", "end"))
        for _ in range(steps)
    ]
    reach = random.choice((3, 8, steps))
    pairs: dict[tuple[int, int], None] = {}
    for _ in range(int(steps * random.uniform(0.6, 1.8))):
        source = random.randrange(steps)
        target = min(steps - 1, max(0, source + random.randint(-reach // 3, reach)))
        if source != target and kinds[source] != "end" and kinds[target] != "start":
            pairs[source, target] = None
    systems = [System(id=f"y{n}", name=_words(random, 24) or "X") for n in range(6)]
    pinned = random.choice((0.0, 0.1, 0.6)) if pins else 0.0
    made = _map(
        lane_count,
        [_wild_step(random, n, kind, lane_count, pinned) for n, kind in enumerate(kinds)],
        [_wild_flow(random, n, *pair) for n, pair in enumerate(pairs)],
        names=[_words(random, 80) for _ in range(lane_count)],
        systems=systems,
    )
    notes = tuple(
        Note(
            id=f"n{n}",
            kind=random.choice(("pain", "question", "note")),
            text="x",
            about=f"s{random.randrange(steps)}",
        )
        for n in range(random.randrange(steps))
    )
    pilot = Pilot(
        verdict="ai",
        step=f"s{random.randrange(steps)}",
        mode=random.choice((None, "autonomous", "recommendation", "draft")),
    )
    return made.replace(notes=notes, pilot=pilot)


def _wild_step(random: Random, number: int, kind: str, lane_count: int, pinned: float) -> Step:
    pin = Pin(column=random.randrange(20), row=random.randrange(5))
    return Step(
        id=f"s{number}",
        kind=kind,  # type: ignore[arg-type]
        name=_words(random, 80),
        lane=f"l{random.randrange(lane_count)}",
        systems=tuple(f"y{n}" for n in range(6) if random.random() < 0.15),
        work=_duration(random),
        wait=_duration(random),
        checks_ai=random.random() < 0.1,
        pin=pin if random.random() < pinned else None,
    )


def _wild_flow(random: Random, number: int, source: int, target: int) -> Flow:
    return Flow(
        id=f"f{number}",
        source=f"s{source}",
        target=f"s{target}",
        label=_words(random, 80) if random.random() < 0.5 else "",
        share=round(random.random(), 3) if random.random() < 0.3 else None,
        rework=random.random() < 0.05,
    )


def _duration(random: Random) -> Duration | None:
    if random.random() < 0.5:
        return None
    unit = random.choice(("s", "min", "h", "d", "wd"))
    return Duration(value=round(random.uniform(0, 500), 1), unit=unit)


def _words(random: Random, longest: int) -> str:
    script = random.choice(SCRIPTS)
    length = random.choice((0, 5, 12, 25, longest))
    return "".join(random.choice(script) for _ in range(min(length, longest))).strip()


def _map(
    lane_count: int,
    steps: list[Step],
    flows: list[Flow],
    names: list[str] | None = None,
    systems: list[System] | None = None,
) -> PilotMap:
    return PilotMap(
        format=FORMAT,
        version=VERSION,
        lanes=tuple(
            Lane(id=f"l{n}", name=names[n] if names else f"Lane {n + 1}", kind="team")
            for n in range(lane_count)
        ),
        systems=tuple(systems or ()),
        steps=tuple(steps),
        flows=tuple(flows),
    )
