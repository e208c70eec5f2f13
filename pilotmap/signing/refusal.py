"""Why a file is not accepted."""


class Refusal(Exception):
    """The first reason against a file, as a sentence for who never saw the inside of one."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
