"""What stands around the map: the five parts of Gate 1 to the left, the forms to the right.

`side` and `properties` are the two columns; a form is made of fields and writes what is entered
through edits of the model, `findings_panel` lists what was found, `status_bar` says what was done.
`pieces` and `form` have what panels are built of.
"""
