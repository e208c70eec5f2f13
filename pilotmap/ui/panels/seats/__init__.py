"""The seats of a sign-off in the forms: cards, decisions, conditions, the pad that is signed on.

What a decision means and whether it still holds is said by analysis; this shows it and records what
a person decides. `older` finds the version that a seat agreed to.
"""
