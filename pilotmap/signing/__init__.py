"""Signatures in the PDF: identities, signing a seat's field, and judging a file that was signed.

The only room that uses pyHanko, which takes half a second to import: load its modules when needed.
"""
