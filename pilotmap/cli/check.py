"""`pilotmap check`: findings and numbers of maps."""

from datetime import date
from typing import Any, Final, NamedTuple

import click

from pilotmap.analysis.figures import Figures, figures
from pilotmap.analysis.findings import Finding, find
from pilotmap.analysis.gate1 import Gate1, gate1
from pilotmap.analysis.ranges import Ranges, ranges
from pilotmap.analysis.reasons import null_reasons
from pilotmap.cli.check_text import check_text
from pilotmap.cli.maps import maps_meant, read_map
from pilotmap.cli.options import format_option, language_option, print_json, today_option
from pilotmap.model.errors import PilotMapError
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import meaning

_COULD_NOT: Final = 2


class _Checked(NamedTuple):
    file: str
    map: PilotMap
    numbers: Figures
    ranges: Ranges
    findings: tuple[Finding, ...]
    gate: Gate1

    @property
    def has_errors(self) -> bool:
        return any(finding.severity == "error" for finding in self.findings)

    def as_json(self) -> dict[str, Any]:
        return {
            "file": self.file,
            "meaning": meaning(self.map),
            "gate1": self.gate.as_json(),
            "numbers": self.numbers.as_json()
            | self.ranges.as_json()
            | {"because": dict(null_reasons(self.map, self.numbers, self.ranges))},
            "findings": [
                {"rule": f.rule, "severity": f.severity, "message": f.message, "refs": f.refs}
                for f in self.findings
            ],
        }


@click.command(
    epilog="Example: pilotmap check support.pilotmap.json maps/ --format json",
    short_help="Findings and numbers of maps.",
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@format_option
@today_option
@language_option
def command(files: tuple[str, ...], form: str, today: date | None) -> int:
    """Say what is wrong with maps, and what they tell in numbers.

    A folder stands for every map in it. With --format json each map is one line that holds one
    JSON object. The exit code is 1 when a map has errors, and 2 when one could not be read; the
    others are checked all the same.
    """
    codes = [0]
    for at, file in enumerate(maps_meant(files)):
        try:
            checked = _checked(file, today)
        except PilotMapError as error:
            click.echo(" ".join(error.message.split()), err=True)
            codes.append(_COULD_NOT)
            continue
        _print(checked, form, first=at == 0)
        codes.append(1 if checked.has_errors else 0)
    return max(codes)


def _checked(file: str, today: date | None) -> _Checked:
    pilot_map = read_map(file)
    numbers = figures(pilot_map)
    findings = find(pilot_map, today, numbers=numbers)
    gate = gate1(pilot_map, today, findings=findings)
    return _Checked(file, pilot_map, numbers, ranges(pilot_map, numbers), findings, gate)


def _print(checked: _Checked, form: str, *, first: bool) -> None:
    if form == "json":
        print_json(checked.as_json())
        return
    if not first:
        click.echo()
    file, pilot_map, numbers, sure, findings, gate = checked
    click.echo(check_text(file, pilot_map, numbers, sure, findings, gate))
