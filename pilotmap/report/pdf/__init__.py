"""How a document of pages becomes a PDF that can be kept, read aloud, and signed."""
