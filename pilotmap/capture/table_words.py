"""What people write over the columns of a table, in English and German.

Among them are the headings of Visio's Data Visualizer, so that its tables come in as they are.
"""

from typing import Final, Literal

_Heading = Literal[
    "id", "step", "who", "system", "next", "previous", "label", "kind", "work", "wait", "note"
]

HEADINGS: Final[tuple[tuple[_Heading, frozenset[str], tuple[str, ...]], ...]] = (
    # column, headings that say it exactly, words that say it among others; the first fit counts
    (
        "id",
        frozenset({"id", "no", "nr", "number", "nummer", "pos", "position", "seq", "wbs", "lfd"}),
        (),
    ),
    (
        "previous",
        frozenset({"after", "depends on", "hängt ab von"}),
        ("predecessor", "predecessors", "vorgänger", "previous", "vorheriger"),
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
        frozenset({"wait", "waits", "queue", "warten", "wt", "w t", "wz", "lz"}),
        ("waiting", "wait", "queue", "delay", "idle", "wartezeit", "liegezeit"),
    ),
    (
        "work",
        frozenset({"time", "work", "duration", "effort", "minutes", "hours", "zeit", "dauer",
                   "pt", "p t", "ct", "c t", "va time", "bz", "min", "std"}),
        ("time", "zeit", "work", "processing", "touch", "duration", "effort",
         "cycle", "minutes", "hours", "dauer", "arbeitszeit",
         "bearbeitungszeit", "aufwand", "minuten", "stunden"),
    ),
    (
        "who",
        frozenset({"who", "lane", "role", "function", "wer", "rolle", "bahn", "by", "stelle"}),
        ("who", "resource", "resources", "ressource", "ressourcen", "ressourcenname",
         "ressourcennamen", "assignee", "assigned", "unit", "bearbeiter", "zuständigkeit",
         "person", "roles", "rollen", "verantwortung", "lane", "role", "owner",
         "responsible", "team", "department", "actor",
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
         "prozessschritt", "vorgang", "vorgangsname", "arbeitsschritt", "steps", "activities",
         "aufgabe", "tätigkeit", "aktivität", "beschreibung", "was"),
    ),
    (
        "note",
        frozenset({"note", "notes", "remark", "comment", "comments", "notiz", "bemerkung"}),
        ("note", "notes", "pain", "remarks", "hinweis", "anmerkung", "problem", "comment",
         "comments", "issue", "bemerkung", "kommentar"),
    ),
)  # fmt: skip

ELAPSED: Final = frozenset(
    {
        *("lt", "l t", "lead time", "lead", "elapsed", "elapsed time", "durchlaufzeit", "dlz"),
        *("date", "datum", "start date", "end date", "start", "finish", "due", "status", "cost"),
        *("costs", "kosten", "priority", "priorität", "complete", "anfang", "ende", "volume"),
    }
)
"""Headings that are known as such, of what a map does not hold or reckons itself."""
NOTHING: Final = frozenset(
    {
        *("", "-", "--", "n/a", "na", "n.a.", "none", "nil", "?", "tbd", "tbc", "/"),
        *("k.a.", "k. a.", "keine", "entfällt", "offen", "unknown", "unbekannt", "nn"),
        *("\N{EN DASH}", "\N{EM DASH}", "\N{HORIZONTAL ELLIPSIS}"),
    }
)
"""Cells that say that nothing is known."""
OVER: Final = frozenset({"end", "ende", "stop", "finish", "done", "fertig", "schluss", "-", "none"})
"""Cells under Next after which nothing follows."""

UNITS_IN_HEADINGS: Final[dict[str, str]] = {
    "s": "s", "sec": "s", "seconds": "s", "sekunden": "s",
    "min": "min", "mins": "min", "minutes": "min", "minuten": "min",
    "h": "h", "hr": "h", "hrs": "h", "hours": "h", "stunden": "h", "std": "h",
    "d": "d", "days": "d", "tage": "d",
    "wd": "wd", "workdays": "wd", "arbeitstage": "wd", "at": "wd",
    "minute": "min", "hour": "h", "stunde": "h", "day": "d", "tag": "d", "sek": "s", "secs": "s",
    "weeks": "weeks", "week": "weeks", "wochen": "weeks", "woche": "weeks",
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
