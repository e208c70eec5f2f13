"""The kinds of field that forms are made of: lines, paragraphs, choices, times, dates, chips.

A field shows a value, says what was entered, and complains in its own place; it knows nothing of
maps. `reading` turns words into values and back, the same for forms and for cells of tables.
"""
