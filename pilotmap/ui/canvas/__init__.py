"""The map as it is seen and touched.

`canvas` is the widget. It holds a `picture` (the Drawing prepared for painting in `stage`, what
lies over it in `overlay`, the glide from edit to edit in `motion`), a `viewport` that says where
one looks, `gestures` that hand the pointer to a tool, `naming` for words typed in place and a
`minimap`. These parts know what they need of each other, never the canvas. `painter` repeats a
Drawing's primitives with Qt, far away in a few batches; `index` finds what lies at a point.
"""
