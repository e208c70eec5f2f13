"""How text and pictures are set: type, paragraphs, tables, strips of a map, the flow over pages.

It ends in a `Document` of pages that hold primitives at their places, with links, bookmarks, fields
and what each part is for a reader that cannot see it. Nothing here knows of PDF, nor what is said.
"""
