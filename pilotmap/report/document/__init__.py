"""What the document says, section by section: page one, the maps, figures, answers, agreements.

Every module turns a map and its numbers into blocks of text; `pages` puts the sections in their
order. Wording lives here and nowhere else in the report. Nothing here knows of PDF.
"""
