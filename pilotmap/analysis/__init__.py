"""What is true of a map: figures, findings, the state of Gate 1, the map with the AI at work.

Pure functions from a map to values; nothing is drawn, stored or shown here. `graph` is the map as
its questions need it, `figures` the times, counts and shares, `gate1` where the five parts stand,
`with_ai` the derived map, `changes` what differs between two maps. Words for what was found are
made here, too, so that the window, the document and the command line say the same.
"""
