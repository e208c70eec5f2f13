"""What greets a person, and teaches one: the start page and the five-minute walk-through.

`welcome` shows them over the map of a window, `lessons` is what is taught, and how each lesson sees
that it was done.
"""
