"""A sentence in parts that are set differently: names, lanes and chips stand in its places."""

from string import Formatter

Part = tuple[str, str]
Value = str | Part | list[Part]


def set_in(sentence: str, kind: str = "text", /, **values: Value) -> list[Part]:
    """A sentence, in the language spoken already, with parts in its `{places}`.

    A plain text is set as the sentence around it, a part as it says itself.
    """
    parts: list[Part] = []
    for words, name, _, _ in Formatter().parse(sentence):
        if words:
            parts.append((words, kind))
        if name is not None:
            value = values[name]
            parts.extend(
                [(value, kind)]
                if isinstance(value, str)
                else [value]
                if isinstance(value, tuple)
                else value
            )
    return parts
