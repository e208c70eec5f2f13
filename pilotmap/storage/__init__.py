"""How a map rests on the disk, so that nothing is lost between two edits or two windows.

`json_file` reads and writes the file, `migrations` brings older ones up to date, `atomic` writes
all or nothing, `journal` keeps every edit until it is saved, `lock` says who works on a file.
`schema` tells others what a file may hold, `trust` which certificates the seats were confirmed
with, `versions` finds a map as it was signed, `templates` what one can start from.
"""
