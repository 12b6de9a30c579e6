"""Between an article and what an LLM is asked and answers: pure code, no I/O. What comes back is a draft, unproven."""
