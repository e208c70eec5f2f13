"""Gates 2 to 4 in the window: each a page on the right, and a quiet line in the left column.

`gates_now` judges them for the open map, `cases` holds the files of cases that belong to it (taken
in, saved with it, found again by undo). `page` is what all pages share; `feasibility`,
`integration` and `shadow_run` are the pages, made of `seal_box`, `cases_part`, `row_card`. A page
of a gate that has not opened yet shows what it will ask, and takes no entry.
"""
