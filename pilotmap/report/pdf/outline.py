"""The bookmarks of a PDF: the places that links lead to, and the tree beside the pages."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pilotmap.report.numbers import number
from pilotmap.report.pdf.objects import Objects, array, dictionary, name, name_tree, string
from pilotmap.report.setting.page import Bookmark, Page


def destinations(objects: Objects, pages: Sequence[tuple[Page, Any]]) -> Any:
    """Each bookmark's page and height by its key; pages come with their PDF objects."""
    return name_tree(
        {
            mark.key: array(
                objects.reference(made), name("XYZ"), 0, number(page.height - mark.y + 12), 0
            )
            for page, made in pages
            for mark in page.bookmarks
        }
    )


def outline(objects: Objects, marks: Sequence[Bookmark]) -> Any:
    """The tree of bookmarks; each is under the nearest one before it of a higher level."""
    root = dictionary({"Type": name("Outlines")})
    _hang(objects, root, marks)
    return objects.reference(root)


def _hang(objects: Objects, parent: Any, marks: Sequence[Bookmark]) -> None:
    starts = [at for at, mark in enumerate(marks) if mark.level <= marks[0].level]
    items = [
        dictionary(
            {
                "Title": string(marks[at].title),
                "Dest": string(marks[at].key),
                "Parent": objects.reference(parent),
            }
        )
        for at in starts
    ]
    for one, other in pairwise(items):
        one["Next"], other["Prev"] = objects.reference(other), objects.reference(one)
    for item, start, end in zip(items, starts, [*starts[1:], len(marks)], strict=True):
        if end > start + 1:
            _hang(objects, item, marks[start + 1 : end])
    parent["First"], parent["Last"] = objects.reference(items[0]), objects.reference(items[-1])
    parent["Count"] = len(marks)
