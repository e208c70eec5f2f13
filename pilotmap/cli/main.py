"""The command line: finds the verb, runs it, and tells each failure in one line."""

import contextlib
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from pilotmap.cli.verbs import MODULES, VERBS
from pilotmap.language import language, speaking, tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.errors import PilotMapError

with lazy_imports():
    from importlib import metadata

DONE: Final = 0
COULD_NOT: Final = 2
INTERRUPTED: Final = 130  # as a shell reports the signal of Ctrl+C
READER_LEFT: Final = 141  # as a shell reports the signal of a closed pipe


class _Verbs(click.Group):
    """The verbs, each loaded only when it runs, for the sake of start-up time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command: click.Command = importlib.import_module(
            f"pilotmap.cli.{MODULES.get(cmd_name, cmd_name)}"
        ).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            raise click.UsageError(_no_verb(args[0]), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))


def _no_verb(word: str) -> str:
    verbs = ", ".join(VERBS)
    if Path(word).is_file():
        return tr(
            "the editor opens one file at a time; for several, name a verb before them: {verbs}",
            verbs=verbs,
        )
    return tr("there is no verb “{verb}”; the verbs are {verbs}", verb=word, verbs=verbs)


def _show_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        try:
            number = metadata.version("pilotmap")
        except metadata.PackageNotFoundError:
            number = tr("(run from its source, not installed)")
        click.echo(f"PilotMap {number}")
        context.exit()


@click.group(
    cls=_Verbs,
    subcommand_metavar="VERB [ARGUMENTS]",
    options_metavar="",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: pilotmap check support.pilotmap.json",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and leave.",
)
def cli() -> None:
    """Draw a process as it runs, and define what an AI pilot in it is for.

    Without a verb, or with a map, PilotMap opens its window.

    The exit code is 0 when nothing is wrong, 1 when something was found (errors in a map), and 2
    when it could not be done.
    """


def run(argv: Sequence[str]) -> int:
    """Run a verb; returns the exit code, and writes one line to stderr where it is 2."""
    _have_streams()
    _never_fail_on_a_letter()
    with speaking(language()):  # --language holds for this run
        return _run(argv)


def _run(argv: Sequence[str]) -> int:
    try:
        code = _invoke(list(argv))
        sys.stdout.flush()
    except click.ClickException as error:
        return _refused(_usage(error))
    except PilotMapError as error:
        return _refused(error.message)
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return READER_LEFT
    except OSError as error:
        _drop_output()
        words = tr(
            "{file} failed ({reason}): see that there is room and the right.",
            file=error.filename or tr("the output"),
            reason=error.strerror,
        )
        return _refused(words)
    except Exception as error:  # noqa: BLE001 (the one place that turns a bug into a line)
        return _refused(_bug(error))
    return code


def _invoke(argv: list[str]) -> int:
    if "_PILOTMAP_COMPLETE" in os.environ:  # the shell asks what could follow
        cli.main(argv, "pilotmap")
    if "" in argv:
        raise click.UsageError(
            tr("an argument is empty, as from a variable of the shell that is not set")
        )
    try:
        with cli.make_context("pilotmap", argv) as context:
            return int(cli.invoke(context) or DONE)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.message)
        return DONE
    except click.exceptions.Exit as leave:
        return leave.exit_code


def _usage(error: click.ClickException) -> str:
    what = error.format_message().rstrip(".")
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else "pilotmap"
    return tr(
        "{command}: {fault}; see “{command} --help”.",
        command=command,
        fault=what[:1].lower() + what[1:],
    )


def _bug(error: Exception) -> str:
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    where = f"{Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last else "?"
    return tr(
        "PilotMap has a fault of its own ({fault} at {place}): please report this line together "
        "with the map.",
        fault=f"{type(error).__name__}: {error}",
        place=where,
    )


def _refused(message: str) -> int:
    with contextlib.suppress(OSError):  # nobody listens: the exit code still tells
        click.echo(" ".join(message.split()), err=True)
    return COULD_NOT


def _have_streams() -> None:
    """Write nowhere where an output is closed: no file that is opened later must take its place."""
    for name, number in (("stdout", 1), ("stderr", 2)):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
            setattr(sys, name, os.fdopen(number, "w", encoding="utf-8"))


def _never_fail_on_a_letter() -> None:
    """Write what a terminal's encoding lacks as an escape instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """Send what is still in the buffer nowhere, so that leaving does not fail over it again."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
