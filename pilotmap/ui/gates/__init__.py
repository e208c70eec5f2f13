"""Gates 2 to 4 in the window: each a page on the right, and a quiet line in the left column.

`gates_now` judges them for the open map, `cases` holds the files of cases that belong to it (taken
in, saved with it, found again by undo), `page` is what all pages share, and `feasibility` is that
of Gate 2 with its `seal_box`, `import_box` and `cases_table`. A page of a gate that has not opened
yet shows what it will ask, and takes no entry.
"""
