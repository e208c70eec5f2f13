"""Undo as people expect it."""

from pilotmap.model.history import History
from pilotmap.model.map import empty_map


def test_typing_in_one_field_is_one_undo_step() -> None:
    history = History(empty_map())
    for text in ("T", "Ti", "Tit"):
        assert history.commit(empty_map(text), "Name the map", "title")
    assert history.labels == ("Name the map",)
    assert history.undo() == empty_map()
    assert history.redo() == empty_map("Tit")


def test_another_key_or_a_closed_merge_begins_a_new_step() -> None:
    history = History(empty_map())
    history.commit(empty_map("a"), "one", "title")
    history.close_merge()
    history.commit(empty_map("b"), "two", "title")
    history.commit(empty_map("c"), "three", "other")
    assert history.labels == ("one", "two", "three")


def test_what_is_typed_after_undo_never_merges_with_before() -> None:
    history = History(empty_map())
    history.commit(empty_map("a"), "one", "title")
    history.commit(empty_map("b").replace(organisation="x"), "two", "other")
    history.undo()
    history.commit(empty_map("c"), "three", "title")
    assert history.labels == ("one", "three")
    assert history.redo_label is None


def test_nothing_changed_is_no_step() -> None:
    history = History(empty_map("a"))
    assert not history.commit(empty_map("a"), "nothing")
    assert history.undo_label is None
    assert history.undo() == empty_map("a")


def test_a_new_edit_drops_what_was_undone() -> None:
    history = History(empty_map())
    history.commit(empty_map("a"), "one")
    history.undo()
    assert history.redo_label == "one"
    history.commit(empty_map("b"), "two")
    assert (history.undo_label, history.redo_label) == ("two", None)


def test_undo_survives_saving_and_knows_what_is_saved() -> None:
    history = History(empty_map())
    history.commit(empty_map("a"), "one", "title")
    history.mark_saved()
    assert not history.is_modified
    history.commit(empty_map("ab"), "two", "title")
    assert history.is_modified
    assert history.undo() == empty_map("a")
    assert not history.is_modified
    assert history.undo() == empty_map()
    assert history.is_modified
    history.mark_unsaved()
    assert history.is_modified
