"""What git knows of the files: when they changed, and by whom."""
