"""What code knows of English news text: numbers, times, names, speech. Pure functions from text to domain values."""
