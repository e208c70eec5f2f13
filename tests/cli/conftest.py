"""Files are judged in processes of their own that begin quickly."""

from tests.signing.readers import quick_readers

__all__ = ["quick_readers"]
