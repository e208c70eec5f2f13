"""No arguments or a file opens the editor; a verb runs on the command line."""

import gc
import os
import sys
from pathlib import Path

from pilotmap.cli.verbs import VERBS


def main() -> None:
    """Run PilotMap and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Open the editor or run a verb; returns the exit code."""
    # PilotMap has no plugins: pydantic need not search every installed package for some
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if _asks_for_the_editor(arguments):
        # the command line must work, and start fast, where Qt is missing
        from pilotmap.ui.app import run as open_editor  # noqa: PLC0415

        return open_editor(arguments[0] if arguments else None)
    # a search for garbage finds nothing while all is loaded, and a verb is done soon
    gc.set_threshold(100_000, 50, 100)
    # the editor must not pay for the command line's libraries
    from pilotmap.cli.main import run as run_verb  # noqa: PLC0415

    return run_verb(arguments)


def _asks_for_the_editor(arguments: list[str]) -> bool:
    if not arguments:
        return True
    if len(arguments) > 1 or arguments[0] in VERBS or arguments[0].startswith("-"):
        return False
    # A bare word that is no file is a verb that was misspelt.
    return Path(arguments[0]).suffix != "" or Path(arguments[0]).exists()


if __name__ == "__main__":
    main()
