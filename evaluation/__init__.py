"""Figures on labelled data: one module for each set, `python -m evaluation NAME`."""
