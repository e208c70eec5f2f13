"""The window: the only room that knows Qt.

`app` and `start` build it, `program` builds it anew in another language, `window` holds the parts
in their places. A `session` is the open map with its history; parts listen to it and compare old
and new. Actions are rows of one table in `actions` that work on the parts of the `workbench`;
gestures on the map are `tools`. What is not seen at the first paint is made by a `Later` and loaded
by an import that waits.
"""
