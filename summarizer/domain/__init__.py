"""Frozen values of the briefing: what was read, what it says, and what was found. Nothing here does I/O."""
