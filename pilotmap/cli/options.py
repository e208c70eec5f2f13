"""Options that several verbs take, and how they print."""

import json
from datetime import date, datetime
from typing import Any

import click

from pilotmap.language import LANGUAGES, Language, speak


def _day(_: click.Context, __: click.Parameter, given: datetime | None) -> date | None:
    return given.date() if given else None


format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text to read aloud, or JSON for a program.",
)
today_option = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_day,
    metavar="DATE",
    help="Judge dates as on this day, such as 2027-03-02.",
)


def _speak(_: click.Context, __: click.Parameter, wanted: Language | None) -> None:
    if wanted is not None:
        speak(wanted)


language_option = click.option(
    "--language",
    type=click.Choice(list(LANGUAGES)),
    envvar="PILOTMAP_LANGUAGE",
    show_envvar=True,
    callback=_speak,
    expose_value=False,
    is_eager=True,  # so that what is wrong with the others is said in it
    help="The language of what is said.",
)


def print_json(value: Any, *, indent: int | None = None) -> None:
    """Print JSON in UTF-8, whatever the terminal's encoding."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    click.echo(text.encode("utf-8", "backslashreplace"))
