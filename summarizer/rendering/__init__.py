"""A briefing to text. No decisions are made here."""
