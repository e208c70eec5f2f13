"""The verbs by name, so that a start can be told apart without loading any of them."""

from typing import Final

VERBS: Final[dict[str, str]] = {
    "check": "Say what is wrong with maps, and what they tell in numbers.",
    "export": "Write a map as a PDF to sign, as a picture, or as geometry.",
    "import": "Make a map from a text or a table.",
    "new": "Make a map, empty or from a template.",
    "records": "Take cases of gates 2 and 4 in from a CSV file.",
    "schema": "Print the JSON Schema of the file format.",
    "sign": "Sign a seat's field in an exported PDF.",
    "status": "Show a table of all maps in a folder.",
    "verify": "Say what the signatures in a PDF are worth.",
}

MODULES: Final[dict[str, str]] = {"import": "import_"}
"""The verbs whose name is a word of Python."""
