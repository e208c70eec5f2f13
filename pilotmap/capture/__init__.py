"""The capture line: text that people type or paste becomes the map they mean, and leaves as text.

`grammar` says what one line means (`intents`), `apply` does it to a map at a `cursor`. `explain` is
the door for a typed line: it says beforehand what Enter will do and carries what is then there.
`outline` reads a whole text, `table` and `table_steps` a copied table; `outline_text` writes a map
so that `outline` reads the same map back. Words in brackets, times and shares are read and written
in pairs of modules. Nothing here knows the window or the disk: a map and a text go in, a map comes
out.
"""
