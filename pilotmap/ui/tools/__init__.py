"""Gestures of the pointer on the map: one object each, from press to release.

`choose` says which gesture a press begins. A tool shows what letting go would do, does it as one
undo step, or leaves everything as it was; it works on a `Desk`, the parts of the canvas that it may
use.
"""
