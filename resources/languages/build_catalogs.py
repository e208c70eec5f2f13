"""Brings the catalogs up to date with the code and compiles them; see README.md for the words.

Usage: python build_catalogs.py          write every pilotmap.po and pilotmap.mo anew
       python build_catalogs.py --open   also list the texts that nobody has translated yet

Needs Babel. A text whose English changed is a new text: nothing is guessed from the old one.
"""

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final, NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HERE: Final = Path(__file__).resolve().parent
CODE: Final = HERE.parent.parent / "pilotmap"
LANGUAGES: Final = {"de": "nplurals=2; plural=(n != 1);"}
KEYWORDS: Final = {"tr": 1, "N_": 1, "trn": 2, "trc": 2}
"""Functions that say texts, each with how many of its first arguments are written out."""
HEADER: Final = "# {language}: every text of PilotMap. Written by ../../build_catalogs.py.\n#"
WIDTH: Final = 100


class Text(NamedTuple):
    """A text, or its forms for one and for many; where it is said, and in which context."""

    place: str
    text: str | tuple[str, ...]
    context: str | None = None


class PlainCatalog(Catalog):
    """A catalog whose head names no day, no person and no tool: the same texts, the same bytes."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """What gettext itself needs to read the file."""
        language = str(self.locale)
        return [
            ("Project-Id-Version", "pilotmap"),
            ("Language", language),
            ("Plural-Forms", LANGUAGES[language]),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def texts() -> Iterator[Text]:
    """Every text of the code that is said through `tr`, `trn`, `trc` or `later`."""
    for path in sorted(CODE.rglob("*.py")):
        place = path.relative_to(CODE.parent).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
            name = call.func.id if isinstance(call.func, ast.Name) else ""
            said = [arg.value for arg in call.args[: KEYWORDS.get(name, 0)] if _is_text(arg)]
            if len(said) < KEYWORDS.get(name, 1):
                continue  # the text of a table, which `later` marked there
            if name == "trc":
                yield Text(place, said[1], said[0])
            else:
                yield Text(place, tuple(said) if name == "trn" else said[0])


def _is_text(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Constant) and isinstance(argument.value, str)


def po_file(language: str) -> Path:
    """Where the texts of a language are written."""
    return HERE / language / "LC_MESSAGES" / "pilotmap.po"


def read(language: str) -> Catalog:
    """The catalog as it is."""
    if not po_file(language).exists():
        return Catalog(locale=language)
    with po_file(language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def brought_up_to_date(language: str, before: Catalog) -> Catalog:
    """All texts of the code, with what the catalog before says for them."""
    catalog = PlainCatalog(
        locale=language, fuzzy=False, header_comment=HEADER.format(language=language)
    )
    for place, text, context in texts():
        known = before.get(text, context)
        said = known.string if known and known.id == text else ""
        catalog.add(text, said, [(place, 1)], context=context)
    return catalog


def as_po(catalog: Catalog) -> bytes:
    """The catalog as people edit it, in the order of the files."""
    written = BytesIO()
    write_po(written, catalog, width=WIDTH, sort_by_file=True, include_lineno=False)
    return written.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """The catalog as the program reads it."""
    written = BytesIO()
    write_mo(written, catalog)
    return written.getvalue()


def untranslated(catalog: Catalog) -> list[Message]:
    """The texts without words of their own in this language."""
    return [
        message
        for message in catalog
        if message.id and not all(message.string if message.pluralizable else [message.string])
    ]


def main() -> None:
    """Write all catalogs."""
    for language in LANGUAGES:
        catalog = brought_up_to_date(language, read(language))
        po_file(language).parent.mkdir(parents=True, exist_ok=True)
        po_file(language).write_bytes(as_po(catalog))
        po_file(language).with_suffix(".mo").write_bytes(as_mo(catalog))
        missing = untranslated(catalog)
        sys.stdout.write(f"{language}: {len(catalog)} texts, {len(missing)} not translated\n")
        if "--open" in sys.argv:
            sys.stdout.writelines(f"{message.id!r}\n" for message in missing)


if __name__ == "__main__":
    main()
