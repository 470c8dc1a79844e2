"""Ways: how to get from a definition to one of its parts."""

Way = tuple[str | int, ...]
"""Keys, and places in lists from 0, such as `("stages", 0, "steps", 2, "name")`."""
