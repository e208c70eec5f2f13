"""One sentence for each field of a map that may differ between two versions of it."""

from collections.abc import Mapping
from typing import Final

from pilotmap.language import later

MAP_FIELDS: Final[Mapping[str, str]] = {
    "title": later("The title was {old} and is {new}."),
    "organisation": later("The organisation was {old} and is {new}."),
    "opened": later("Gate 1 was opened on {old}; now it says {new}."),
    "currency": later("The currency was {old} and is {new}."),
    "volume": later("The number of cases was {old} and is {new}."),
}
OUTCOME_FIELDS: Final[Mapping[str, str]] = {
    "change": later("The outcome was to {old} and is to {new}."),
    "measure": later("What is measured was {old} and is {new}."),
    "population": later("What it is measured of was {old} and is {new}."),
    "baseline": later("The baseline was {old} and is {new}."),
    "target": later("The target was {old} and is {new}."),
    "by": later("The date of the outcome was {old} and is {new}."),
    "measured_in": later("Where it is measured was {old} and is {new}."),
    "owner": later("The owner of the outcome was {old} and is {new}."),
    "about": later("What the outcome is held against was {old} and is {new}."),
    "starts_at": later("The time of the outcome ran from {old} and runs from {new}."),
    "ends_at": later("The time of the outcome ran to {old} and runs to {new}."),
}
LANE_FIELDS: Final[Mapping[str, str]] = {
    "name": later("The lane {old} is called {new} now."),
    "kind": later("The kind of lane {name} was {old} and is {new}."),
    "group": later("The department of lane {name} was {old} and is {new}."),
    "people": later("The people in lane {name} were {old} and are {new}."),
    "hours_per_day": later("The hours a day of lane {name} were {old} and are {new}."),
    "rate": later("What an hour of lane {name} costs was {old} and is {new}."),
}
SYSTEM_FIELDS: Final[Mapping[str, str]] = {
    "name": later("The system {old} is called {new} now."),
    "kind": later("The kind of system {name} was {old} and is {new}."),
    "owner": later("The owner of system {name} was {old} and is {new}."),
}
STEP_FIELDS: Final[Mapping[str, str]] = {
    "name": later("{old} is called {new} now."),
    "kind": later("{name} was a {old} and is a {new}."),
    "lane": later("{name} moved from lane {old} to lane {new}."),
    "with_lanes": later("Who else takes part in {name} was {old} and is {new}."),
    "systems": later("The systems of {name} were {old} and are {new}."),
    "work": later("The work of {name} was {old} and is {new}."),
    "wait": later("The wait before {name} was {old} and is {new}."),
    "checks_ai": later("Whether a person checks the AI at {name}: was {old}, is {new}."),
}
FLOW_FIELDS: Final[Mapping[str, str]] = {
    "label": later("The branch {name} was labelled {old} and is labelled {new}."),
    "share": later("The share of {name} was {old} and is {new}."),
    "passes": later("What {name} hands over was {old} and is {new}."),
    "through_system": later("The system that {name} goes through was {old} and is {new}."),
    "through": later("What {name} goes through was {old} and is {new}."),
    "returned": later("The share of {name} that comes back was {old} and is {new}."),
    "rework": later("Whether {name} goes back to do something again: was {old}, is {new}."),
}
PILOT_FIELDS: Final[Mapping[str, str]] = {
    "verdict": later("The verdict was {old} and is {new}."),
    "step": later("The AI step was {old} and is {new}."),
    "mode": later("How people and the AI work together was {old} and is {new}."),
    "takes_in": later("What goes into the AI step was {old} and is {new}."),
    "gives_out": later("What comes out of the AI step was {old} and is {new}."),
    "why_ai": later("Why it is an AI and not a rule was {old} and is {new}."),
    "human": later("Who approves or edits was {old} and is {new}."),
    "review": later("The time to look at an answer was {old} and is {new}."),
    "review_wait": later("The wait before a person looks was {old} and is {new}."),
    "sees": later("What the person sees was {old} and is {new}."),
    "escalates_to": later("Who takes over when the AI is unsure was {old} and is {new}."),
    "escalation_info": later("What that person is given was {old} and is {new}."),
    "unsure": later("The share of cases where the AI is unsure was {old} and is {new}."),
    "rejected": later("The share sent back was {old} and is {new}."),
    "ai_time": later("The time the AI takes was {old} and is {new}."),
    "watched_by": later("Who watches the AI was {old} and is {new}."),
    "stopped_by": later("Who can stop the AI was {old} and is {new}."),
    "undo": later("How a wrong answer is undone was {old} and is {new}."),
    "veto": later("The time to stop it was {old} and is {new}."),
    "worst_case": later("What a wrong answer can cause was {old} and is {new}."),
    "irreversible": later("Whether it cannot be undone: was {old}, is {new}."),
    "why_not": later("The reason for the verdict was {old} and is {new}."),
    "cost_once": later("What the pilot costs once was {old} and is {new}."),
    "cost_per_case": later("What a case costs with the AI was {old} and is {new}."),
    "cost_of_error": later("What a wrong answer costs was {old} and is {new}."),
    "error_share": later("The share of wrong answers was {old} and is {new}."),
    "missed_share": later("The share of wrong answers let through was {old} and is {new}."),
}
PHASE_FIELDS: Final[Mapping[str, str]] = {
    "name": later("The phase {old} is called {new} now."),
    "first": later("The phase {name} began at {old} and begins at {new}."),
}
NOTE_FIELDS: Final[Mapping[str, str]] = {
    "kind": later("The remark {name} was a {old} and is a {new}."),
    "text": later("A remark said {old} and says {new}."),
    "about": later("What the remark {name} is about was {old} and is {new}."),
    "owner": later("The owner of the remark {name} was {old} and is {new}."),
    "due": later("The remark {name} was due on {old} and is due on {new}."),
    "settled": later("Whether the remark {name} is settled: was {old}, is {new}."),
}
ADDED: Final[Mapping[str, str]] = {
    "lanes": later("The lane {name} was added."),
    "systems": later("The system {name} was added."),
    "steps": later("{name} was added."),
    "flows": later("{name} was connected."),
    "phases": later("The phase {name} was added."),
    "notes": later("The remark {name} was added."),
}
REMOVED: Final[Mapping[str, str]] = {
    "lanes": later("The lane {name} was removed."),
    "systems": later("The system {name} was removed."),
    "steps": later("{name} was removed."),
    "flows": later("{name} is no longer connected."),
    "phases": later("The phase {name} was removed."),
    "notes": later("The remark {name} was removed."),
}

KINDS: Final[Mapping[str, str]] = {
    "team": later("team"),
    "person": later("person"),
    "outside": later("outside"),
    "pain": later("pain"),
    "question": later("question"),
    "note": later("plain note"),
}
"""What kinds of lanes and remarks are called in a sentence."""

ABOUTS: Final[Mapping[str, str]] = {
    "lead_time": later("lead time"),
    "work": later("people’s time"),
    "other": later("something else"),
}
"""What the outcome's number is held against, as a sentence names it."""
