"""The command line: one module for each verb, and what verbs share.

`main` finds the verb, runs it and tells each failure in one line; `verbs` lists them, so that help
costs no import of any. A verb reads maps through `maps`, asks the rooms below, and prints; it
decides nothing itself. Exit codes: 0 all is well, 1 something was found, 2 it could not be done.
"""
