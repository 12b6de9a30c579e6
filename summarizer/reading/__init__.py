"""The offline reader: an article to a draft of what it says, by rules and tables."""
