"""PilotMap: Gate 1 of an AI pilot, drawn, measured and signed in one workshop.

Rooms import one way: the model says what a map is; analysis, layout, storage and capture work on
it; report, signing and interop bring it out of the house; the window and the command line put all
of that into hands. `__main__` is the door, `language` says every text, `lazy` lets imports wait.
"""

__version__ = "0.1.0"
