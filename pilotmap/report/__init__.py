"""What leaves the house on paper: the problem definition as a PDF, the map as SVG and PNG.

`document` holds what is said, `setting` how it is set on pages, `pdf` how pages become a file.
The modules beside these rooms are the doors: `problem_definition` makes the file, `attachment`
puts the map into it and reads it back, `rebuild` compares a file with one made anew from its map,
`edition` names what a file was made with, `stamp` draws a signature's box.
"""
