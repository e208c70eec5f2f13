"""Why a file is not accepted."""

from pilotmap.language import tr


class Refusal(Exception):
    """The first reason against a file, as a sentence for who never saw the inside of one."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def disagreeing() -> Refusal:
    """What is said where readers would follow different ways through the file."""
    return Refusal(tr("Readers would not agree on which of its contents are shown."))
