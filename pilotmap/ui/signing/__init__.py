"""Signing a PDF and judging a signed one, in the window.

The library of signatures takes half a second to import: nothing here loads it before it is needed,
and then beside the window, in one of the `jobs`. `desk` is what others call.
"""
