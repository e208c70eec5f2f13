"""Gates 2 to 4, judged: intervals, verdicts, the work list that comes from the map, states.

`trial` is the feasibility build of Gate 2, `work_list` the integration of Gate 3, `shadow_run`
Gate 4; `intervals` has their statistics, `sealing` makes and reads the seals of thresholds, and
`state` says where each gate stands, with what `findings` found. All of it is pure: what lies on
the disk beside the map is handed in as `beside`.
"""
