"""The map as a list to the left of it: each step under its lane or along the flow.

It shows what the canvas shows, in words, and its rows are edited in place.
"""
