"""Every edit of a map, named for what a person means: `append_step`, `move_to_lane`.

Plain functions from a map to another, or to a `Made` that also names what is new; `rules` says why
something cannot be done, and then `EditRefused` carries that reason. One module for each kind of
part; `together` edits several at once, `fragment` copies a part of a map and puts it in.
"""
