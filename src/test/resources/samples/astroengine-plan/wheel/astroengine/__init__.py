"""AstroEngine."""
