"""The fields of Gate 4, its parts and of seals, by the class that holds them."""

from collections.abc import Mapping
from typing import Final

from pilotmap.language import N_
from pilotmap.model.fields.field import Field
from pilotmap.model.fields.held import held

GATE_4: Final[Mapping[str, tuple[Field, ...]]] = {
    "Shadow": (
        *held(4, N_("Gate 4 opened on")),
        Field("weeks", "How many weeks the shadow run takes.", kind="number", caption=N_("Weeks")),
        Field(
            "threshold",
            "What the mean must not go beyond, in the outcome’s own measure.",
            kind="quantity",
            caption=N_("Threshold of the mean"),
        ),
        Field("threshold_set", "The day on which version 2 of the format says that it was locked."),
        Field(
            "agreement",
            "The least share of cases in which AI and person agree, where that is asked.",
            kind="share",
            caption=N_("Least agreement"),
        ),
        Field(
            "reckoned",
            "How the value of a case comes about.",
            kind="paragraph",
            caption=N_("How the value is reckoned"),
        ),
        Field("sealed", "The id of the seal of the threshold, a record of the chain."),
        Field("history", "The thresholds before, and why each was changed."),
        Field("records", "The file of the records and what they add up to."),
        Field("carried", "Records that version 2 of the format kept in the map."),
        Field("flip", "The decision: to flip, or to stop.", caption=N_("Decision")),
    ),
    "FormerMark": (
        Field("threshold", "The threshold of the mean as it was."),
        Field("agreement", "The least agreement as it was."),
        Field("reckoned", "How the value was reckoned."),
        Field("sealed", "The id of its seal."),
        Field("until", "When it was changed."),
        Field("by", "Who changed it."),
        Field("reason", "Why."),
        Field("records", "How many records there were by then."),
    ),
    "ShadowRecords": (
        Field("file", "The name of the CSV file beside the map."),
        Field("sha256", "Its SHA-256."),
        Field("rows", "How many records it holds."),
        Field("summary", "What they add up to."),
    ),
    "ShadowSummary": (
        Field("all", "All records."),
        Field("weeks", "The same by week."),
        Field("first", "The first day."),
        Field("last", "The last day."),
    ),
    "ShadowCount": (
        Field("week", "The Monday of the week."),
        Field("values", "How many records have a value."),
        Field("mean", "Its mean."),
        Field("deviation", "Its standard deviation."),
        Field("median", "Its median."),
        Field("compared", "How many records say whether AI and person agreed."),
        Field("agreed", "In how many they did."),
    ),
    "CarriedShadow": (
        Field("id", "Which record."),
        Field("on", "On which day."),
        Field("value", "The value."),
        Field("note", "What was seen."),
    ),
    "Flip": (
        Field("choice", "Flip the switch, or stop.", kind="choice", caption=N_("Decision")),
        Field("on", "The day of it.", kind="date", caption=N_("On")),
        Field(
            "reason",
            "Why, where it goes against the verdict.",
            kind="paragraph",
            caption=N_("Reason"),
        ),
        Field(
            "monitors",
            "Who monitors from then on.",
            kind="text",
            caption=N_("Who monitors from then on"),
        ),
        Field("hours", "In which hours.", kind="text", caption=N_("In which hours")),
        Field("way_back", "How to go back.", kind="paragraph", caption=N_("How to go back")),
        Field("back_if", "When to go back.", caption=N_("Go back if")),
        Field(
            "stages", "The parts of the cases that go over one after another.", caption=N_("Stages")
        ),
        Field("back", "The way back was taken.", caption=N_("Went back")),
    ),
    "BackIf": (
        Field("measure", "What is watched.", kind="text", caption=N_("Measure")),
        Field(
            "limit", "The limit beyond which it goes back.", kind="quantity", caption=N_("Limit")
        ),
    ),
    "Stage": (
        Field("share", "The share of cases, 0 to 1.", kind="share", caption=N_("Share of cases")),
        Field("on", "From which day.", kind="date", caption=N_("From")),
        Field(
            "seen",
            "What the measure of the way back said then.",
            kind="text",
            caption=N_("What was seen"),
        ),
    ),
    "Return": (
        Field("on", "On which day.", kind="date", caption=N_("On")),
        Field("by", "Who decided it.", kind="text", caption=N_("By")),
        Field("reason", "Why.", kind="paragraph", caption=N_("Reason")),
    ),
    "Seal": (
        Field("kind", "Tells a seal from a sign-off."),
        Field("gate", "Which gate it seals a threshold of."),
        Field("failed_share", "Gate 2: the failure rate that may not be exceeded."),
        Field("mean", "Gate 4: what the mean must be on the good side of."),
        Field("agreement", "Gate 4: the least share of agreement."),
        Field("reckoned", "Gate 4: how the value of a case comes about."),
        Field("applies_to", "What it applies to."),
        Field("reason", "Why it takes the place of another."),
        Field("judged", "How many cases had been judged by then."),
        Field("at", "When, with the offset from UTC."),
        Field("by", "Who sealed it."),
        Field("meaning", "The meaning of Gate 1 that it was sealed for."),
        Field("entered_by", "The account that recorded it."),
        Field("previous", "The id of the record before."),
        Field("id", "The digest of the rest of the record."),
    ),
}
