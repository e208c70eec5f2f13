"""Where everything in the picture is: from a map to a `Drawing`, without Qt, without a file.

`draw.draw_map` is the door. It asks in turn `columns` and `rows` for a cell for each step, `router`
for the ways of the flows between them, `look` for what things look like, and hands out groups of
rectangles, polygons, lines and placed text, each with the id it stands for, and the `Geometry` that
says where things are. `text` measures with the fonts that every painter uses. `strips` folds a wide
picture for paper. The same map gives the same picture, and a small edit moves little.
"""
