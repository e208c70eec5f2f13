"""What actions do on the map, one plain function of the canvas for each.

`going` walks, selects and looks, `making` adds, names and deletes, `moving` changes lane and place.
Each makes one undo step by an edit of the model, and says what it did in the label.
"""
