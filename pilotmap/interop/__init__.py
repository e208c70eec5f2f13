"""What other programs read and write, one module for each foreign format.

A format is a function from a map to bytes, or from bytes to a map and what of them it left out.
Nothing lives here yet: the formats so far are PilotMap's own, in storage, and typed lines, in
capture.
"""
