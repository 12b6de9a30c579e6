"""Proof: a draft and its article to a report, in which every quote is cut from the text and every value found in it."""
