"""Numbers as the formats write them."""


def number(value: float, decimals: int = 3) -> str:
    """A number in plain digits: short, never with an exponent, never minus nought."""
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
