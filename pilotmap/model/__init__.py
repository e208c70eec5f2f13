"""What a map is: frozen values that refuse what cannot be true.

`map.PilotMap` is the whole file as one value, `parts` what it holds, `invariants` what must hold
between the parts; `edits` are functions from a map to another, `fields` the table of what people
fill in. `history` keeps the maps of a session, `reading` makes one of JSON, `meaning` is the
fingerprint of what was agreed to. Errors that a person can cause are one tree in `errors`. Nothing
here knows of pictures, figures or disks.
"""
