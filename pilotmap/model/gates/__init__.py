"""Gates 2 to 4 as the file holds them, absent until opened and no part of Gate 1's meaning.

`feasibility`, `integration` and `shadow` are what people answer at each gate; `records` is what the
map keeps of the cases, which are rows of a CSV file beside it and never map content. Who decides
and what was sealed stands in the chain of sign-offs, in `model.signoff`.
"""
