"""What people write over the columns of a table, in English and German.

Among them are the headings of Visio's Data Visualizer, so that its tables come in as they are.
"""

from typing import Final, Literal

_Heading = Literal["id", "step", "who", "system", "next", "label", "kind", "work", "wait", "note"]

HEADINGS: Final[tuple[tuple[_Heading, frozenset[str], tuple[str, ...]], ...]] = (
    # column, headings that say it exactly, words that say it among others; the first fit counts
    (
        "id",
        frozenset({"id", "no", "nr", "number", "nummer", "process step id", "step id", "step no"}),
        (),
    ),
    ("label", frozenset({"label", "connector label", "condition", "answer", "bedingung"}), ()),
    ("kind", frozenset({"kind", "type", "shape type", "shape", "art", "typ"}), ()),
    (
        "next",
        frozenset({"then", "to", "dann", "nach"}),
        ("next", "successor", "successors", "follows", "followed", "nächster", "nächste",
         "nachfolger", "weiter", "folgeschritt"),
    ),
    (
        "wait",
        frozenset({"wait", "waits", "queue", "warten"}),
        ("waiting", "wait", "queue", "delay", "idle", "wartezeit", "liegezeit"),
    ),
    (
        "work",
        frozenset({"time", "work", "duration", "effort", "minutes", "hours", "zeit", "dauer"}),
        ("time", "duration", "effort", "cycle", "minutes", "hours", "dauer", "arbeitszeit",
         "bearbeitungszeit", "aufwand", "minuten", "stunden"),
    ),
    (
        "who",
        frozenset({"who", "lane", "role", "function", "wer", "rolle", "bahn"}),
        ("who", "lane", "role", "owner", "responsible", "team", "department", "actor",
         "performer", "swimlane", "function", "wer", "rolle", "verantwortlich", "abteilung",
         "zuständig"),
    ),
    (
        "system",
        frozenset({"system", "systems", "tool", "tools", "systeme"}),
        ("system", "systems", "tool", "tools", "application", "applications", "software", "app",
         "systeme", "anwendung", "werkzeug", "programm"),
    ),
    (
        "step",
        frozenset({"step", "task", "activity", "action", "name", "what", "was"}),
        ("step", "task", "activity", "action", "description", "what", "process", "schritt",
         "aufgabe", "tätigkeit", "aktivität", "beschreibung", "was"),
    ),
    (
        "note",
        frozenset({"note", "notes", "remark", "comment", "comments", "notiz", "bemerkung"}),
        ("note", "notes", "pain", "comment", "comments", "issue", "bemerkung", "kommentar"),
    ),
)  # fmt: skip

UNITS_IN_HEADINGS: Final[dict[str, str]] = {
    "s": "s", "sec": "s", "seconds": "s", "sekunden": "s",
    "min": "min", "mins": "min", "minutes": "min", "minuten": "min",
    "h": "h", "hr": "h", "hrs": "h", "hours": "h", "stunden": "h", "std": "h",
    "d": "d", "days": "d", "tage": "d",
    "wd": "wd", "workdays": "wd", "arbeitstage": "wd",
}  # fmt: skip

KINDS: Final[dict[str, Literal["start", "step", "decision", "parallel", "wait", "end"]]] = {
    "start": "start", "begin": "start", "anfang": "start",
    "end": "end", "finish": "end", "stop": "end", "ende": "end",
    "decision": "decision", "gateway": "decision", "question": "decision",
    "entscheidung": "decision",
    "wait": "wait", "delay": "wait", "warten": "wait",
    "parallel": "parallel", "fork": "parallel", "join": "parallel",
    "step": "step", "process": "step", "task": "step", "activity": "step", "schritt": "step",
    "aufgabe": "step", "aktivität": "step", "tätigkeit": "step", "subprocess": "step",
    "document": "step", "data": "step", "database": "step", "external data": "step",
}  # fmt: skip
