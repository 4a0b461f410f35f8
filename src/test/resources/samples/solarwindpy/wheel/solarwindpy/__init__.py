"""Solar wind."""

SPEED = 400.0
