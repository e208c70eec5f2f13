"""The capture line: a line of text does one thing to a map, and an outline makes a whole one."""
