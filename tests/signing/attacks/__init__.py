"""Attacks on signed documents, from the published classes; each with the verdict it must get.

Incremental saving, shadow attacks and evil annotation: `saved_later`, `prepared`. Dishonest signers
and sneaky signatures: `dishonest`. Signature wrapping, universal signature forgery and the
cryptography: `forged`. Hostile and broken files: `hostile`.
"""
