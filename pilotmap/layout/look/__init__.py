"""What each kind of element looks like, as primitives at their places.

One module for each kind: lanes, steps, flows with their jumps over each other, the marks beside
steps. `pen` makes lines of text and shapes in the colours of a role; which colour a role has is a
matter of the theme, and not known here.
"""
