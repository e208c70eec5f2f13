"""PilotMap: Gate 1 of an AI pilot, drawn, measured and signed in one workshop."""

__version__ = "0.1.0"
