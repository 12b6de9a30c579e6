"""Bytes to articles: frozen text, numbered sentences with roles, and what is known about publication."""
