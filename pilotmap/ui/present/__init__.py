"""Showing a map to a room: the map alone in large type, a blank screen, one case on its way.

`room` hides what stands around the map, `walk` leads a case through it with `tokens` for parallel
work, `present` is what the actions call.
"""
