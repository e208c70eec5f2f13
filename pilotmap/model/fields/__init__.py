"""One table of all fields that people fill in.

Forms, tables, sentences of change, the schema and the brackets of captured lines are made from it,
so a new field is named here and nowhere else.
"""
