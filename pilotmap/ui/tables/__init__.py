"""Under the map: steps, handoffs, systems, lanes, notes and the room as tables; the history.

`lower_area` holds the pages, made when their tab is first chosen. A table is a row of `tables`: a
name and its columns, each of which reads and writes one field of an element. Cells edit in place by
the same reading and the same edits as the forms.
"""
