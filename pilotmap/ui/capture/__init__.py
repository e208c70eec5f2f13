"""The line under the map that is typed into, and what shows what it will do.

`line` takes words, `popup` completes them, `hint` and `card` explain, `preview` shows the map as it
would be, `writer` does it. What lines mean is the room `pilotmap.capture`.
"""
