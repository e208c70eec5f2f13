"""The map for assistive technology: each lane, step and flow as an element that can be read.

`factory` hands Qt the interfaces when somebody listens, and only then are they loaded; `elements`
stands for what the canvas shows, `words` says it, `telling` reports what changed.
"""
