"""No arguments or a file opens the editor; a verb runs on the command line."""

import gc
import os
import sys
from pathlib import Path

from pilotmap.cli.verbs import VERBS
from pilotmap.lazy import lazy_imports

with lazy_imports():  # the command line works, and starts fast, where Qt is missing
    from pilotmap.cli import main as command_line
    from pilotmap.ui import app


def main() -> None:
    """Run PilotMap and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Open the editor or run a verb; returns the exit code."""
    # PilotMap has no plugins: pydantic need not search every installed package for some
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if _asks_for_the_editor(arguments):
        return app.run(arguments[0] if arguments else None)
    # a search for garbage finds nothing while all is loaded, and a verb is done soon
    gc.set_threshold(100_000, 50, 100)
    return command_line.run(arguments)


def _asks_for_the_editor(arguments: list[str]) -> bool:
    if not arguments:
        return True
    if len(arguments) > 1 or arguments[0] in ("", *VERBS) or arguments[0].startswith("-"):
        return False
    # A bare word that is no file is a verb that was misspelt.
    return Path(arguments[0]).suffix != "" or Path(arguments[0]).exists()


if __name__ == "__main__":
    main()
