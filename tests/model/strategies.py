"""Random maps for property tests of every room: valid, all fields, any printable text."""

from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from pilotmap.model.gates.feasibility import Feasibility, FormerThreshold, Repair, TrialDecision
from pilotmap.model.gates.integration import Integration, IntegrationRow
from pilotmap.model.gates.records import (
    CarriedShadow,
    CarriedTrial,
    ShadowCount,
    ShadowRecords,
    ShadowSummary,
    TrialCount,
    TrialRecords,
    TrialSummary,
)
from pilotmap.model.gates.shadow import BackIf, Flip, FormerMark, Return, Shadow, Stage
from pilotmap.model.known import Count, Share
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.notes import Attendee, Note, Source, Waiver
from pilotmap.model.outcome import Outcome
from pilotmap.model.pilot import Pilot
from pilotmap.model.process import Flow, Lane, Phase, Pin, Step, System
from pilotmap.model.quantity import Duration, Money, Quantity, Volume
from pilotmap.model.signoff import Condition, Record, Seal, Signoff

CURRENCY = "EUR"
KINDS = ("start", "step", "decision", "parallel", "wait", "end")
BASES = st.sampled_from((None, "measured", "estimated", "guessed"))


TEXTS = (
    "Log the ticket",
    "yes",
    "Known issue?",
    "[2 d]",
    "> no: x",
    "a\\",
    "waits 2d for @Zendesk",
    "Überprüfung – ﷽ ไทย עברית 👩‍💻",
)


@cache
def texts(most: int = 12) -> st.SearchStrategy[str]:
    """Any unicode without control characters and surrogates, often empty or plain."""
    odd = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=most)
    plain = st.sampled_from(
        ("", "Log the ticket", "yes", "Known issue?", "[2 d]", "> no: x", "a\\")
    )
    return st.one_of(plain, odd)


@cache
def names() -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(("Customer", "Agent", "Zendesk", "Check")), texts())


@cache
def shares() -> st.SearchStrategy[float]:
    return st.one_of(st.sampled_from((0.0, 0.15, 0.6, 1.0)), st.floats(0, 1))


@cache
def amounts() -> st.SearchStrategy[float]:
    return st.one_of(
        st.integers(0, 500).map(float), st.floats(0, 1e6, allow_nan=False, allow_infinity=False)
    )


@cache
def dates() -> st.SearchStrategy[date]:
    return st.dates(date(2000, 1, 1), date(2100, 1, 1))


@cache
def ranges() -> st.SearchStrategy[tuple[float | None, float | None]]:
    """How far below and above its number something may lie, as parts of it; often nothing."""
    part = st.none() | st.sampled_from((0.0, 0.1, 0.5))
    return st.just((None, None)) | st.tuples(part, part)


def _ranged(value: float, parts: tuple[float | None, float | None]) -> dict[str, float | None]:
    low, high = parts
    return {
        "low": None if low is None else value * (1 - low),
        "high": None if high is None else min(value * (1 + high), max(value, 1.0)),
    }


@cache
def known_shares() -> st.SearchStrategy[Share]:
    """Shares of which something is known, and plain ones."""
    return st.builds(
        lambda value, parts, basis, source: Share(
            value=value, basis=basis, source=source, **_ranged(value, parts)
        ),
        *(shares(), ranges(), BASES, texts()),
    )


@cache
def counts() -> st.SearchStrategy[Count]:
    return st.builds(Count, value=amounts(), basis=BASES, source=texts())


@cache
def money() -> st.SearchStrategy[Money]:
    return st.builds(Money, value=amounts(), unit=st.just(CURRENCY), basis=BASES, source=texts())


@cache
def durations() -> st.SearchStrategy[Duration]:
    units = st.sampled_from(("s", "min", "h", "d", "wd", "hours", "Arbeitstage"))
    return st.builds(
        lambda value, unit, parts, basis, source: Duration(
            value=value, unit=unit, basis=basis, source=source, **_ranged(value, parts)
        ),
        *(amounts(), units, ranges(), BASES, texts()),
    )


@cache
def quantities() -> st.SearchStrategy[Quantity]:
    value = st.one_of(st.none(), amounts(), texts())
    unit = st.one_of(st.sampled_from(("h", "%", "EUR")), texts())
    return st.builds(Quantity, value=value, unit=unit, basis=BASES, source=texts())


@cache
def outcomes() -> st.SearchStrategy[Outcome]:
    return st.builds(
        Outcome,
        change=st.sampled_from((None, "reduce", "increase")),
        measure=texts(),
        population=texts(),
        baseline=st.none() | quantities(),
        target=st.none() | quantities(),
        by=st.none() | dates(),
        measured_in=texts(),
        owner=texts(),
        about=st.sampled_from((None, "lead_time", "work", "other")),
    )


def lanes(key: str) -> st.SearchStrategy[Lane]:
    return st.builds(
        Lane,
        id=st.just(key),
        name=names(),
        kind=st.sampled_from(("team", "person", "outside", "ai")),
        group=texts(),
        people=st.none() | counts(),
        hours_per_day=st.none() | amounts(),
        rate=st.none() | money(),
    )


def systems(key: str) -> st.SearchStrategy[System]:
    return st.builds(System, id=st.just(key), name=names(), kind=texts(), owner=texts())


def steps(key: str, in_lanes: list[str], of: list[str]) -> st.SearchStrategy[Step]:
    touched = st.lists(st.sampled_from(of), unique=True, max_size=3) if of else st.just([])
    others = st.lists(st.sampled_from(in_lanes), unique=True, max_size=2)
    made = st.builds(
        Step,
        id=st.just(key),
        kind=st.sampled_from(KINDS),
        name=names(),
        lane=st.sampled_from(in_lanes),
        systems=touched.map(tuple),
        work=st.none() | durations(),
        wait=st.none() | durations(),
        checks_ai=st.booleans(),
        pin=st.none() | st.builds(Pin, column=st.integers(0, 30), row=st.integers(0, 5)),
    )
    return st.builds(
        lambda step, lanes: step.replace(
            with_lanes=tuple(lane for lane in lanes if lane != step.lane)
        ),
        *(made, others),
    )


def flows(key: str, source: str, target: str, of: list[str]) -> st.SearchStrategy[Flow]:
    words = texts().map(lambda text: {"through": text})
    through = words
    if of:
        through = words | st.sampled_from(of).map(lambda system: {"through_system": system})
    return st.builds(
        Flow,
        id=st.just(key),
        source=st.just(source),
        target=st.just(target),
        label=texts(),
        share=st.none() | known_shares(),
        passes=texts(),
        returned=st.none() | known_shares(),
        rework=st.booleans(),
    ).flatmap(lambda flow: through.map(lambda fields: flow.replace(**fields)))


def pilots(step_ids: list[str], lane_ids: list[str]) -> st.SearchStrategy[Pilot]:
    lane = st.none() | st.sampled_from(lane_ids) if lane_ids else st.none()
    return st.builds(
        Pilot,
        verdict=st.sampled_from((None, "ai", "automate", "change", "leave")),
        step=st.none() | st.sampled_from(step_ids) if step_ids else st.none(),
        mode=st.sampled_from((None, "autonomous", "recommendation", "draft")),
        takes_in=texts(),
        gives_out=texts(),
        why_ai=texts(),
        human=lane,
        review=st.none() | durations(),
        review_wait=st.none() | durations(),
        sees=texts(),
        escalates_to=lane,
        escalation_info=texts(),
        unsure=st.none() | known_shares(),
        rejected=st.none() | known_shares(),
        ai_time=st.none() | durations(),
        watched_by=lane,
        stopped_by=lane,
        undo=texts(),
        veto=st.none() | durations(),
        worst_case=texts(),
        irreversible=st.booleans(),
        why_not=texts(),
        cost_once=st.none() | money(),
        cost_per_case=st.none() | money(),
        cost_of_error=st.none() | money(),
        error_share=st.none() | known_shares(),
        missed_share=st.none() | known_shares(),
    )


def notes(key: str, about: list[str]) -> st.SearchStrategy[Note]:
    return st.builds(
        Note,
        id=st.just(key),
        kind=st.sampled_from(("pain", "question", "note")),
        text=texts(),
        about=st.none() | st.sampled_from(about) if about else st.none(),
        owner=texts(),
        due=st.none() | dates(),
        settled=st.booleans(),
    )


DIGESTS = st.text("0123456789abcdef", min_size=64, max_size=64)
MOMENTS = st.sampled_from(("2027-03-12T14:02:00+01:00", "2027-03-12T13:02Z"))


@cache
def signoffs() -> st.SearchStrategy[Record]:
    condition = st.builds(Condition, text=texts(), owner=texts(), due=st.none() | dates())
    signoff = st.builds(
        Signoff,
        gate=st.sampled_from((1, 2, 3, 4)),
        seat=st.sampled_from(("operations", "it", "business")),
        name=texts(),
        title=texts(),
        decision=st.sampled_from(("approved", "approved with conditions", "declined", "withdrawn")),
        conditions=st.lists(condition, max_size=2).map(tuple),
        statement=texts(),
        drawn=st.sampled_from(("", "M 0 0 L 1.5 2")),
        at=MOMENTS,
        meaning=DIGESTS,
        entered_by=texts(),
        previous=st.none() | DIGESTS,
        id=DIGESTS,
    )
    seal = st.builds(
        Seal,
        kind=st.just("seal"),
        gate=st.sampled_from((2, 4)),
        failed_share=st.none() | shares(),
        mean=st.none() | quantities(),
        agreement=st.none() | shares(),
        reckoned=texts(),
        reason=texts(),
        judged=st.integers(0, 3),
        at=MOMENTS,
        by=texts(),
        meaning=DIGESTS,
        previous=st.none() | DIGESTS,
        id=DIGESTS,
    )
    return signoff | seal


def _few(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(strategy, max_size=1).map(tuple)


@cache
def gates() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "feasibility": st.none() | _feasibility(),
            "integration": st.none() | _integration(),
            "shadow": st.none() | _shadow(),
        }
    )


def _feasibility() -> st.SearchStrategy[Feasibility]:
    records = st.builds(
        TrialRecords,
        file=texts(),
        sha256=DIGESTS,
        rows=st.integers(0, 9),
        summary=st.builds(
            TrialSummary,
            judged=st.integers(0, 9),
            failed=st.integers(0, 9),
            passed_by_kind=st.booleans(),
            kinds=_few(st.builds(TrialCount, kind=texts(), judged=st.integers(0, 9))),
        ),
    )
    former = st.builds(
        FormerThreshold, threshold=shares(), until=MOMENTS, by=texts(), reason=texts()
    )
    case = st.builds(CarriedTrial, id=st.just("case1"), text=texts(), failed=st.booleans())
    return st.builds(
        Feasibility,
        opened=st.none() | dates(),
        owner=texts(),
        next_review=st.none() | dates(),
        built=texts(),
        threshold=st.none() | shares(),
        sealed=st.none() | DIGESTS,
        history=_few(former),
        records=st.none() | records,
        carried=_few(case),
        does_well=texts(),
        to_fix=_few(st.builds(Repair, text=texts(), effort_days=st.none() | amounts())),
        effort_days=st.none() | amounts(),
        decision=st.none()
        | st.builds(TrialDecision, choice=st.sampled_from(("proceed", "kill")), reason=texts()),
    )


def _integration() -> st.SearchStrategy[Integration]:
    row = st.builds(
        IntegrationRow,
        key=st.sampled_from(("own.1", "errors.nonsense")),
        area=st.sampled_from(("pipelines", "monitoring")),
        answer=texts(),
        effort_days=st.none() | amounts(),
        state=st.sampled_from(("open", "built", "tested")),
    )
    return st.builds(Integration, rows=_few(row), switched_on=_few(st.just("extra.never")))


def _shadow() -> st.SearchStrategy[Shadow]:
    count = st.builds(
        ShadowCount,
        week=st.none() | dates(),
        values=st.integers(0, 9),
        mean=st.none() | amounts(),
        agreed=st.integers(0, 9),
    )
    records = st.builds(
        ShadowRecords,
        file=texts(),
        sha256=DIGESTS,
        rows=st.integers(0, 9),
        summary=st.builds(ShadowSummary, all=count, weeks=_few(count), first=st.none() | dates()),
    )
    flip = st.builds(
        Flip,
        choice=st.sampled_from(("flip", "stop")),
        on=st.none() | dates(),
        back_if=st.builds(BackIf, measure=texts(), limit=st.none() | quantities()),
        stages=_few(st.builds(Stage, share=shares(), seen=texts())),
        back=st.none() | st.builds(Return, by=texts()),
    )
    return st.builds(
        Shadow,
        weeks=st.none() | st.integers(1, 9),
        threshold=st.none() | quantities(),
        agreement=st.none() | shares(),
        reckoned=texts(),
        history=_few(st.builds(FormerMark, until=MOMENTS, by=texts(), reason=texts())),
        records=st.none() | records,
        carried=_few(st.builds(CarriedShadow, id=st.just("r1"), value=amounts())),
        flip=st.none() | flip,
    )


@st.composite
def maps(draw: st.DrawFn, most_steps: int = 12) -> PilotMap:
    """A valid map with any of its fields filled: loops, dead ends and nonsense included."""
    lane_ids = [f"l{n}" for n in range(1, draw(st.integers(0, 4)) + 1)]
    system_ids = [f"sys{n}" for n in range(1, draw(st.integers(0, 3)) + 1)]
    count = draw(st.integers(0, most_steps)) if lane_ids else 0
    made = [draw(steps(f"s{n}", lane_ids, system_ids)) for n in range(1, count + 1)]
    joined = _flows(draw, made, system_ids)
    about = [part.id for part in (*made, *joined)]
    known = [*lane_ids, *system_ids, *about]
    refs = st.lists(st.sampled_from(known), max_size=2) if known else st.just([])
    waiver = st.builds(
        Waiver, rule=st.just("PM305"), refs=refs.map(tuple), reason=texts(), by=texts()
    )
    return empty_map().replace(
        title=draw(texts()),
        organisation=draw(texts()),
        opened=draw(st.none() | dates()),
        outcome=draw(outcomes()).replace(**draw(_ends(made))),
        currency=CURRENCY,
        volume=draw(st.none() | _volumes()),
        lanes=tuple(draw(lanes(key)) for key in lane_ids),
        systems=tuple(draw(systems(key)) for key in system_ids),
        steps=tuple(made),
        flows=tuple(joined),
        pilot=draw(pilots([step.id for step in made], lane_ids)),
        source=draw(st.none() | st.just(Source(file="old.bpmn", sha256="0f" * 32))),
        phases=draw(_phases(made)),
        notes=tuple(draw(notes(f"n{n}", about)) for n in range(1, draw(st.integers(0, 3)) + 1)),
        waivers=tuple(draw(st.lists(waiver, max_size=1))),
        attendance=tuple(
            draw(st.lists(st.builds(Attendee, name=texts(), role=texts()), max_size=2))
        ),
        signoffs=tuple(draw(st.lists(signoffs(), max_size=1))),
        **draw(gates()),
    )


def _ends(made: list[Step]) -> st.SearchStrategy[dict[str, str | None]]:
    step = st.none() | st.sampled_from([step.id for step in made]) if made else st.none()
    return st.fixed_dictionaries({"starts_at": step, "ends_at": step})


def _phases(made: list[Step]) -> st.SearchStrategy[tuple[Phase, ...]]:
    if not made:
        return st.just(())
    first = st.sampled_from([step.id for step in made])
    names = st.lists(st.tuples(first, texts()), max_size=2, unique_by=lambda pair: pair[0])
    return names.map(
        lambda pairs: tuple(
            Phase(id=f"ph{n}", name=name, first=step) for n, (step, name) in enumerate(pairs, 1)
        )
    )


@cache
def _volumes() -> st.SearchStrategy[Volume]:
    units = st.sampled_from(("per day", "per week", "per month"))
    return st.builds(Volume, value=amounts(), unit=units, basis=BASES, source=texts())


def _flows(draw: st.DrawFn, made: list[Step], system_ids: list[str]) -> list[Flow]:
    sources = [step.id for step in made if step.kind != "end"]
    targets = [step.id for step in made if step.kind != "start"]
    if not sources or not targets:
        return []
    pairs = draw(
        st.lists(
            st.tuples(st.sampled_from(sources), st.sampled_from(targets)),
            unique=True,
            max_size=len(made) + 4,
        )
    )
    return [
        draw(flows(f"f{n}", source, target, system_ids))
        for n, (source, target) in enumerate(pairs, start=1)
        if source != target
    ]
