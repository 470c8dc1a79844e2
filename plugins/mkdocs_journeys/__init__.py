"""Customer-journey maps as reviewed text: checked, linked, charted and published with MkDocs."""

__version__ = "0.1.0"
