"""Clauses: the stretch of a sentence that belongs to a figure or a name, cut at the boundaries news English marks."""

import re

from summarizer.domain.span import Span

_BREAK = re.compile(
    r"[;:—–]\s|\s--?\s|,\s|\s(?=\()|\)\s|"
    r"\s(?=(?:and|but|while|although|though|whereas|because|after|before|when|which|who|as)\s)"
)
_FEWEST, _MOST = 9, 22  # words: enough to tell what a figure is of, short enough to be one statement


def clause_around(text: str, sentence: Span, span: Span) -> Span:
    """The clause of `sentence` that holds `span`, widened over boundaries until it has `_FEWEST` words."""
    cuts = [sentence.start, *(m.end() for m in _BREAK.finditer(text, sentence.start, sentence.end)), sentence.end]
    left = max(i for i, cut in enumerate(cuts) if cut <= span.start)
    right = min(i for i, cut in enumerate(cuts) if cut >= span.end)
    while _words(text[cuts[left] : cuts[right]]) < _FEWEST and (left > 0 or right < len(cuts) - 1):
        before = _words(text[cuts[left - 1] : cuts[right]]) if left > 0 else _MOST + 1
        after = _words(text[cuts[left] : cuts[right + 1]]) if right < len(cuts) - 1 else _MOST + 1
        if min(before, after) > _MOST:
            break
        if after <= before:
            right += 1
        else:
            left -= 1
    return _trimmed(text, cuts[left], cuts[right])


def _words(text: str) -> int:
    return len(text.split())


def _trimmed(text: str, start: int, end: int) -> Span:
    while text[start].isspace():
        start += 1
    while end > start + 1 and (text[end - 1].isspace() or text[end - 1] in ',;:—–(“"'):
        end -= 1
    return Span(start, end)
