"""Findings to a story that can be read: every sentence built from a finding and proven against its quotes."""
