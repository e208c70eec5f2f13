"""The guide through a session: which pass one is in, what it needs, how long it has taken.

`passes` has them all, `guide` opens what a pass needs and lowers a veil over the rest, `bar` is the
strip over the map with its clock.
"""
