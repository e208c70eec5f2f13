"""For each rule the smallest map that fires it, and the smallest change of it that does not."""

from datetime import date
from typing import Any, Final

from pilotmap.analysis.chain import recorded
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.notes import Note
from pilotmap.model.outcome import Outcome
from pilotmap.model.quantity import Duration, Quantity, Volume
from tests.analysis.small import marked, process

TODAY: Final = date(2027, 3, 5)
NOTHING: Final = empty_map()
MINUTES: Final = Duration(value=30, unit="min")
FULL: Final = Outcome(
    change="reduce",
    measure="time to answer",
    population="tickets",
    baseline=Quantity(value=48, unit="h", basis="measured"),
    target=Quantity(value=4, unit="h"),
    by=date(2027, 6, 30),
    measured_in="Zendesk",
    owner="Head of support",
)


def outcome(**changes: Any) -> PilotMap:
    return NOTHING.replace(outcome=FULL.replace(**changes))


def hours(value: float | str | None, unit: str = "h", basis: Any = "measured") -> Quantity:
    return Quantity(value=value, unit=unit, basis=basis)


def timed(flows: str, times: str, ai: str | None = None) -> PilotMap:
    pilot_map = process(flows, times).replace(outcome=FULL)
    return marked(pilot_map, ai) if ai else pilot_map


def without_label(pilot_map: PilotMap) -> PilotMap:
    return pilot_map.replace(flows=(pilot_map.flows[0].replace(label=""), *pilot_map.flows[1:]))


def passing(pilot_map: PilotMap) -> PilotMap:
    return pilot_map.replace(flows=tuple(flow.replace(passes="Ticket") for flow in pilot_map.flows))


def in_systems(pilot_map: PilotMap) -> PilotMap:
    step = pilot_map.steps[0].replace(systems=("crm",))
    return pilot_map.replace(
        systems=({"id": "crm", "name": "CRM"},), steps=(step, *pilot_map.steps[1:])
    )


def named(pilot_map: PilotMap, *names: str) -> PilotMap:
    steps = [step.replace(name=name) for step, name in zip(pilot_map.steps, names, strict=False)]
    return pilot_map.replace(steps=(*steps, *pilot_map.steps[len(steps) :]))


def ai(mode: Any = None, **answers: Any) -> PilotMap:
    """One step that leads to an end; all questions answered unless said otherwise."""
    text = {"takes_in": "t", "gives_out": "g", "why_ai": "w", "worst_case": "c", "sees": "s"}
    text["escalation_info"] = "i"
    lanes = {"human": "lane_Agent", "escalates_to": "lane_Agent", "watched_by": "lane_Agent"}
    more = {"stopped_by": "lane_Agent", "undo": "u", "review": MINUTES, "mode": mode}
    return marked(process("a-e"), "a", **(text | lanes | more | answers))


def reviewed(per_day: float, people: float = 1) -> PilotMap:
    pilot_map = ai("draft")
    pilot_map = process("s-a a-e").replace(pilot=pilot_map.pilot)
    lane = pilot_map.lanes[0].replace(people=people, hours_per_day=5.0)
    return pilot_map.replace(lanes=(lane,), volume=Volume(value=per_day, unit="per day"))


def signed(day: int, opened: date | None = date(2027, 3, 2)) -> PilotMap:
    pilot_map = NOTHING.replace(opened=opened)
    for seat in ("operations", "it", "business"):
        pilot_map = recorded(pilot_map, seat, "N", "approved", f"2027-03-{day:02}T10:00:00+01:00")
    return pilot_map


def condition(**fields: Any) -> PilotMap:
    made = {"text": "Sandbox", "owner": "IT", "due": date(2027, 3, 20)} | fields
    at = "2027-03-04T10:00:00+01:00"
    return recorded(NOTHING, "it", "N", "approved with conditions", at, conditions=(made,))


def question(**fields: Any) -> PilotMap:
    note = Note(id="n1", kind="question", text="Who decides?", **({"owner": "Lead"} | fields))
    return NOTHING.replace(notes=(note,))


def altered(pilot_map: PilotMap) -> PilotMap:
    return pilot_map.replace(
        signoffs=(pilot_map.signoffs[0].replace(name="Other"), *pilot_map.signoffs[1:])
    )


GIVEN: Final = {"ai_time": MINUTES, "unsure": 0.1, "rejected": 0.1}


def measured(measure: str, **more: Any) -> PilotMap:
    m = process("s-a a-e", "a=1+40")
    return m.replace(outcome=FULL.replace(measure=measure, **more))


def forecast(review_wait: float) -> PilotMap:
    """48 h are measured and on the map, 40 of them at the AI step."""
    pilot_map = process("s-a a-b b-e", "a=0+40 b=0+2")
    pilot_map = pilot_map.replace(outcome=FULL.replace(baseline=hours(42), target=hours(6)))
    wait = Duration(value=float(review_wait), unit="h")
    return marked(pilot_map, "a", mode="draft", human="lane_Agent", review_wait=wait)


def more_work(review: float) -> PilotMap:
    pilot_map = process("s-a a-e", "a=1+40").replace(outcome=FULL)
    wait, time = Duration(value=1.0, unit="h"), Duration(value=float(review), unit="h")
    return marked(pilot_map, "a", mode="draft", human="lane_Agent", review=time, review_wait=wait)


def timed_in(*waits: str) -> PilotMap:
    m = process("s-a a-b b-e")
    times = [Duration(value=float(wait.split()[0]), unit=wait.split()[1]) for wait in waits]
    steps = [step.replace(wait=time) for step, time in zip(m.steps[1:3], times, strict=True)]
    return m.replace(steps=(m.steps[0], *steps, m.steps[3]))


def loaded(people: float | None) -> PilotMap:
    m = process("s-a a-e", "a=1+0")
    lane = m.lanes[0].replace(people=people, hours_per_day=5.0)
    return m.replace(lanes=(lane,), volume=Volume(value=10, unit="per day"))


def labelled(*labels: str) -> PilotMap:
    m = process("d-a d-b")
    pairs = zip(m.flows, labels, strict=True)
    return m.replace(flows=tuple(flow.replace(label=label) for flow, label in pairs))


def lanes(*names: str) -> PilotMap:
    m = process("a-b", "", "A=a B=b")
    pairs = zip(m.lanes, names, strict=True)
    return m.replace(lanes=tuple(lane.replace(name=name) for lane, name in pairs))


def owned(owner: str) -> PilotMap:
    m = in_systems(ai("draft"))
    return m.replace(systems=(m.systems[0].replace(owner=owner),))


def queued(review_wait: float) -> PilotMap:
    m = reviewed(9)
    wait = Duration(value=review_wait, unit="h")
    return m.replace(pilot=m.pilot.replace(review_wait=wait))


def caught(rejected: float) -> PilotMap:
    shares = {"error_share": 0.12, "missed_share": 0.5, "rejected": rejected}
    return ai("recommendation", **shares)


SIGNED: Final = signed(5)
TO_OUTSIDE: Final = process("a-b b-e", "", "Agent= Outside=b")
PING: Final = process("a-b b-c c-d", "", "Agent=a,c Lead=b,d")
PONG: Final = process("a-b b-c", "", "Agent=a,c Lead=b")

CASES: Final[tuple[tuple[str, PilotMap, PilotMap], ...]] = (
    ("PM101", outcome(measure=""), outcome()),
    ("PM101", outcome(population=" "), outcome()),
    ("PM101", outcome(baseline=None), outcome()),
    ("PM101", outcome(target=hours(None)), outcome()),
    ("PM101", outcome(by=None), outcome()),
    ("PM101", outcome(measured_in=""), outcome()),
    ("PM101", outcome(owner=""), outcome()),
    ("PM101", outcome(change=None), outcome()),
    ("PM102", outcome(target=hours("much less")), outcome(target=None)),
    ("PM102", outcome(baseline=hours("slow")), outcome()),
    ("PM103", outcome(target=hours(48)), outcome(target=hours(47))),
    ("PM103", outcome(change="increase"), outcome(change="increase", target=hours(49))),
    ("PM103", outcome(target=hours(3, "d")), outcome(target=hours(1, "d"))),
    ("PM104", outcome(target=hours(1, "d")), outcome()),
    ("PM104", outcome(target=hours(1, "%")), outcome()),
    ("PM105", timed("s-a a-b b-e", "a=0+40 b=0+4.1", "a"), timed("s-a a-b b-e", "b=0+4", "a")),
    ("PM106", outcome(measure="better service"), outcome()),
    ("PM107", outcome(by=date(2027, 3, 4)), outcome(by=TODAY)),
    ("PM108", outcome(baseline=hours(48, basis="guessed")), outcome()),
    ("PM108", outcome(baseline=hours(48, basis=None)), outcome()),
    ("PM109", timed("s-a a-e", "a=0+33"), timed("s-a a-e", "a=0+34")),
    ("PM109", timed("s-a a-e", "a=0+63"), timed("s-a a-e", "")),
    ("PM110", measured("average handling time"), measured("average handling time", about="work")),
    ("PM110", measured("Bearbeitungszeit"), measured("Durchlaufzeit")),
    ("PM110", measured("time to first response"), measured("first response", ends_at="a")),
    ("PM111", forecast(12), forecast(3)),
    ("PM112", forecast(41), forecast(39)),
    ("PM112", more_work(2), more_work(1)),
    ("PM113", timed_in("2 wd", "3 d"), timed_in("2 wd", "3 wd")),
    ("PM113", timed_in("2 wd", "14 h"), timed_in("2 wd", "4 h")),
    ("PM114", timed("s-a a-e", "a=0+4"), timed("s-a a-e", "a=0+4.1")),
    ("PM201", NOTHING, process("", alone="s")),
    ("PM202", NOTHING, process("", alone="e")),
    ("PM203", process("", alone="s a"), process("s-a")),
    ("PM203", process("a-b b-a", alone="s"), process("", alone="a")),
    ("PM204", without_label(process("d-a d-b")), process("d-a d-b")),
    ("PM204", labelled("yes", "Yes "), labelled("yes", "no")),
    ("PM205", process("d-a"), process("d-a d-b")),
    ("PM205", process("", alone="d"), process("d-a d-b")),
    ("PM206", process("d-a:0.5 d-b:0.4"), process("d-a:0.5 d-b:0.5")),
    ("PM206", process("d-a:0.6 d-b:0.397"), process("d-a:0.6 d-b:0.4")),
    ("PM206", process("d-a:0.9 d-b:0.2 d-c"), process("d-a:0.9 d-b:0.1 d-c")),
    ("PM207", process("", alone="a", names=False), process("", alone="p", names=False)),
    ("PM208", process("a-b", alone="e"), process("a-b b-e")),
    ("PM208", process("a-b b-a", alone="e"), process("a-b")),
    ("PM208", process("s-d d-a:1 d-e:0 a-d"), process("s-d d-a:0.9 d-e:0.1 a-d")),
    ("PM209", process("a-b a-c"), process("d-b d-c")),
    ("PM209", process("w-b w-c"), process("p-b p-c")),
    ("PM210", process("", "", "Agent=a Lead="), process("", "", "Agent=a", alone="a")),
    ("PM211", named(process("a-b"), "Check it", "check it"), named(process("a-b"), "Check", "Do")),
    ("PM211", process("a-b", "", "Lead=a lead=b"), process("a-b", "", "Lead=a Agent=b")),
    ("PM211", lanes("Dev / QA", "Dev"), lanes("Dev / QA", "Ops")),
    ("PM211", lanes("Einkauf und Lager", "Lager"), lanes("Einkauf", "Lager")),
    ("PM212", process("s-p p-a p-b a-e b-e"), process("s-p p-a p-b a-p2 b-p2 p2-e")),
    ("PM212", process("s-d d-a d-b a-p b-p p-e"), process("s-d d-a d-b a-c b-c c-e")),
    ("PM213", process("a-b", "", "A=a B=b"), passing(process("a-b", "", "A=a B=b"))),
    ("PM213", process("a-b", "", "A=a B=b"), process("a-b")),
    ("PM214", process("", alone="a"), in_systems(process("", alone="a"))),
    ("PM214", process("", alone="a"), process("", alone="s")),
    ("PM215", PING, PONG),
    (
        "PM216",
        process("", alone=" ".join(f"a{n}" for n in range(51))),
        process("", alone=" ".join(f"a{n}" for n in range(50))),
    ),
    ("PM217", loaded(people=1), loaded(people=2)),
    ("PM217", loaded(people=0), loaded(people=None)),
    ("PM301", NOTHING, NOTHING.replace(pilot={"verdict": "leave", "why_not": "It works"})),
    ("PM301", NOTHING.replace(pilot={"verdict": "leave"}), ai()),
    ("PM301", NOTHING.replace(pilot={"verdict": "ai"}), ai()),
    ("PM302", ai(), ai("draft")),
    ("PM303", ai("draft", escalates_to=None), ai("draft")),
    *(
        ("PM304", ai("draft", **{key: ""}), ai("draft"))
        for key in ("takes_in", "gives_out", "why_ai", "worst_case", "sees", "escalation_info")
    ),
    ("PM304", ai("recommendation", human=None), ai("recommendation")),
    ("PM304", ai("recommendation", review=None), ai("autonomous", review=None)),
    ("PM304", ai("autonomous", watched_by=None), ai("draft", watched_by=None)),
    ("PM304", ai("autonomous", stopped_by=None), ai("draft", stopped_by=None)),
    ("PM304", ai("autonomous", undo=""), ai("draft", undo="")),
    ("PM305", marked(TO_OUTSIDE, "a", mode="autonomous"), marked(TO_OUTSIDE, "a", mode="draft")),
    ("PM306", reviewed(9), reviewed(8)),
    ("PM307", marked(process("s-e", "", "Agent="), "s"), ai()),
    ("PM307", marked(process("", alone="w"), "w"), marked(process("", alone="d"), "d")),
    ("PM307", marked(process("a-e", "", "Outside=a,e"), "a"), ai()),
    ("PM308", ai("autonomous", irreversible=True), ai("draft", irreversible=True)),
    ("PM309", owned(""), owned("IT")),
    ("PM310", ai("recommendation"), ai("recommendation", **GIVEN)),
    ("PM310", ai("draft", **(GIVEN | {"review": None})), ai("autonomous", **GIVEN)),
    ("PM311", queued(0.01), queued(50)),
    ("PM312", caught(0.05), caught(0.06)),
    ("PM401", signed(8), signed(9)),
    ("PM401", signed(1), signed(9)),
    ("PM401", signed(9, opened=None), NOTHING),
    ("PM402", SIGNED.replace(title="Another"), SIGNED),
    ("PM403", condition(due=date(2027, 3, 4)), condition()),
    ("PM403", condition(owner=""), condition()),
    ("PM403", question(owner=""), question()),
    ("PM403", question(due=date(2027, 3, 4)), question(due=TODAY)),
    ("PM403", question(owner=""), question(owner="", settled=True)),
    ("PM404", altered(SIGNED), SIGNED),
    ("PM404", signed(7), signed(6)),
    ("PM405", SIGNED, condition()),
    ("PM501", process("a-e", "a=1+"), process("a-e", "a=1+0")),
    ("PM501", process("", alone="w"), process("", "w=+1", alone="w")),
    ("PM502", process("", alone="s"), process("s-e")),
    ("PM502", process("s-d d-e:0.5 d-a:0.5 a-b b-a"), process("s-d d-e:0.5 d-a:0.5 a-b b-e")),
    ("PM502", reviewed(9).replace(volume=None), reviewed(9)),
    ("PM503", outcome(measure="\U00013000"), outcome(measure="العربية 分类 📄")),
)
