"""Every text of the code has its words in every language, and what is compiled says the same."""

import re
from string import Formatter
from typing import Any

import pytest

from pilotmap.language import LANGUAGES
from tests.language.catalogs import load_script

pytest.importorskip("babel", reason="the catalogs are written with Babel")
script = load_script()
OTHERS = [code for code in LANGUAGES if code != "en"]


def said(message: Any) -> list[str]:
    return list(message.string) if message.pluralizable else [message.string]


def asked(message: Any) -> list[str]:
    return list(message.id) if message.pluralizable else [message.id]


def places(text: str) -> set[str]:
    """The placeholders of a text, with how each is formatted."""
    found = set()
    for _, name, form, conversion in Formatter().parse(text):
        if name is not None:
            found.add(f"{name}!{conversion}:{form}")
    return found


def test_each_language_has_a_catalog_and_no_other_has() -> None:
    assert sorted(script.LANGUAGES) == OTHERS


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_of_the_code_is_translated(language: str) -> None:
    catalog = script.read(language)
    wanted = {(context, text) for _, text, context in script.texts()}
    # a text that is also said of several stands in the catalog once, with both forms
    wanted -= {(context, text[0]) for context, text in wanted if isinstance(text, tuple)}
    known = {(message.context, message.id) for message in catalog if message.id}
    advice = "run resources/languages/build_catalogs.py --open"
    assert wanted - known == set(), advice
    assert known - wanted == set(), advice
    assert [m.id for m in script.untranslated(catalog)] == [], advice
    assert [m.id for m in catalog if m.fuzzy] == []
    assert not catalog.obsolete


@pytest.mark.parametrize("language", OTHERS)
def test_translations_have_the_placeholders_of_their_text(language: str) -> None:
    wrong = []
    for message in script.read(language):
        if not message.id:
            continue
        for text, translation in zip(asked(message), said(message), strict=True):
            if places(text) != places(translation):
                wrong.append((text, translation))
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_translations_keep_the_edges_of_their_text(language: str) -> None:
    """Spaces at the ends, a full stop, and an ellipsis mean the same in each language."""
    wrong = []
    for message in script.read(language):
        if not message.id:
            continue
        for text, translation in zip(asked(message), said(message), strict=True):
            spaces = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            found = (
                translation[: len(translation) - len(translation.lstrip())],
                translation[len(translation.rstrip()) :],
            )
            ends = [end for end in ("…", ".", "?", ":") if text.rstrip().endswith(end)]
            if spaces != found or not all(translation.rstrip().endswith(end) for end in ends):
                wrong.append((text, translation))
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_catalogs_are_as_the_script_writes_them(language: str) -> None:
    catalog = script.brought_up_to_date(language, script.read(language))
    po = script.po_file(language)
    assert po.read_bytes() == script.as_po(catalog)
    assert po.with_suffix(".mo").read_bytes() == script.as_mo(catalog)


@pytest.mark.parametrize("language", OTHERS)
def test_the_head_of_a_catalog_names_no_day_and_no_person(language: str) -> None:
    head = script.read(language).mime_headers
    text = script.po_file(language).read_text(encoding="utf-8").split("\n#:")[0]
    assert "Date" not in text
    assert "@" not in text
    assert "://" not in text
    assert dict(head)["Language"] == language


def test_german_keeps_to_its_style() -> None:
    """Quotation marks are „ “, readers are addressed with Sie, and marks of English stay away."""
    wrong = []
    for message in script.read("de"):
        for text in said(message) if message.id else ():
            pairs = text.count("„"), text.count("“")
            foreign = re.search(r"”|(?<!\\)\"|\b[Dd](u|ein|eine|ir|ich)\b|\bLane|\bStep\b", text)
            if pairs[0] != pairs[1] or foreign:
                wrong.append(text)
    assert wrong == []
