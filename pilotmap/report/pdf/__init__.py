"""How a document of pages becomes a PDF that can be kept, read aloud, and signed.

`file` is the door. reportlab's canvas paints the pages, by `painter` and with the `glyphs` and
`fonts` of the text engine; pikepdf adds what it cannot: `tags` for readers that cannot see,
`fields` to sign in, `metadata` and what else an `archive` asks for. `drawing` makes a page of one
picture. The same document gives the same bytes. Only this room knows these two libraries.
"""
