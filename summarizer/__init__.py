"""Several news reports of one story in, one briefing out, with the exact words behind every sentence."""
