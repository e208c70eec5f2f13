"""The verbs by name, so that a start can be told apart without loading any of them."""

from typing import Final

VERBS: Final = ("check", "export", "new", "schema", "status")
