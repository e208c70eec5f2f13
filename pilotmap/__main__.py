"""No arguments or a file opens the editor; a verb runs on the command line."""

import sys

from pilotmap.cli.verbs import VERBS


def main() -> None:
    """Run PilotMap and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Open the editor or run a verb; returns the exit code."""
    if _asks_for_the_editor(arguments):
        # the command line must work, and start fast, where Qt is missing
        from pilotmap.ui.app import run as open_editor  # noqa: PLC0415

        return open_editor(arguments[0] if arguments else None)
    # the editor must not pay for the command line's libraries
    from pilotmap.cli.main import run as run_verb  # noqa: PLC0415

    return run_verb(arguments)


def _asks_for_the_editor(arguments: list[str]) -> bool:
    if not arguments:
        return True
    return len(arguments) == 1 and arguments[0] not in VERBS and not arguments[0].startswith("-")


if __name__ == "__main__":
    main()
