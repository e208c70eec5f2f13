"""What a new map can start from: nothing, or the shape of a sample."""

import json
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from pilotmap.assets import samples
from pilotmap.language import tr
from pilotmap.model.errors import UnreadableFile
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.meaning import content
from pilotmap.model.reading import map_from_json
from pilotmap.storage.json_file import load

BLANK: Final = "blank"
_SUFFIX: Final = ".pilotmap.json"
_UNFINISHED: Final = "-unfinished"
_OF_THE_SAMPLE: Final = frozenset(
    {"opened", "notes", "waivers", "attendance", "signoffs", "feasibility", "integration", "shadow"}
)


class Template(NamedTuple):
    """A name to choose by, and what it holds."""

    name: str
    title: str


def templates() -> tuple[Template, ...]:
    """All templates: blank first, then the finished samples by name."""
    return (
        Template(BLANK, tr("Nothing yet")),
        *(Template(name, template(name).title) for name in _sample_names()),
    )


def template(name: str) -> PilotMap:
    """A new map from a template.

    From a sample come its people, systems, steps and answers; every number in it is marked as
    guessed, because nobody has measured anything about the new process yet, and its dates, notes
    and sign-offs stay behind. Raises UnreadableFile with the names there are.
    """
    if name == BLANK:
        return empty_map()
    names = tuple(_sample_names())
    if name not in names:
        known = ", ".join((BLANK, *names))
        raise UnreadableFile(
            tr("There is no template “{name}”: choose one of {known}.", name=name, known=known)
        )
    path = next(path for path in samples() if path.name == name + _SUFFIX)
    kept = {key: value for key, value in content(load(path)).items() if key not in _OF_THE_SAMPLE}
    kept["outcome"] = {key: value for key, value in kept["outcome"].items() if key != "by"}
    return map_from_json(json.dumps(_guessed(kept)))


def _sample_names() -> Iterator[str]:
    for path in samples():
        name = path.name.removesuffix(_SUFFIX)
        if not name.endswith(_UNFINISHED):
            yield name


def _guessed(value: Any) -> Any:
    """The same data with every quantity marked as guessed, without its source."""
    if isinstance(value, list):
        return [_guessed(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "value" in value:
        unit = {"unit": value["unit"]} if "unit" in value else {}
        return {"value": value["value"], **unit, "basis": "guessed"}
    return {key: _guessed(item) for key, item in value.items()}
