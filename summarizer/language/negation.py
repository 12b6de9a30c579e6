"""Words of negation in English news text: a closed list, with the phrases in which they negate nothing.

Counted: not, n't, cannot, no, no one, nobody, none, nothing, nowhere, never, neither, nor, without, hardly, barely, scarcely,
no longer, and the verbs that say a thing did not happen: fail(ed) to, refuse(d) to, decline(d) to, unable to, lack of.
Not counted: "not only", "not just", "not least", "not to mention", "if not", "whether or not", "no doubt", "no fewer/less/
later/more than" and "not more than" (they bound a number), "none other than", "nothing but", "nothing short of", "No. 10",
"nor'easter".
"deny", "reject" and the like are acts (see `acts`), not negation.
"""

import re
from functools import lru_cache

from summarizer.domain.span import Span

_IDLE = re.compile(
    r"(?i)\bnot\s+(?:only|just|merely|simply|least|to\s+mention|(?:more|less|fewer|later|earlier)\s+than)\b|\b(?:if|whether\s+or|or)\s+not\b"
    r"|\bno\s+(?:doubt|wonder|matter\s+(?:how|what|who|where|when)|(?:fewer|less|later|earlier|more|sooner|smaller)\s+than|stranger\s+to)\b"
    r"|\bnone\s+other\s+than\b|\bnothing\s+(?:but|short\s+of|less\s+than)\b|\bNo\.?\s*\d|\bwithout\s+(?:a\s+)?(?:doubt|question)\b|\bnever\s*mind\b|\bnor['’]easter"
)
_NEGATION = re.compile(
    r"(?i)\b(?:not|cannot|no\s+one|no\s+longer|nobody|none|nothing|nowhere|never|neither|nor|no|without|hardly|barely|scarcely)\b(?![-‐‑](?:go|fly|show|brainer|nonsense|name)\b)"
    r"|\b(?:is|are|was|were|do|does|did|has|have|had|wo|would|ca|could|should|must|might|need|ai|sha)n['’]t\b"
    r"|\bfail(?:s|ed|ing)?\s+to\b|\b(?:refus|declin)(?:e|es|ed|ing)\s+to\b|\bunable\s+to\b|\black(?:s|ed|ing)?\s+of\b"
)


def find_negations(text: str, *, within: Span | None = None) -> tuple[Span, ...]:
    """The negation words of `text` in order; `within` keeps those inside a span of the text."""
    spans = _negations(text)
    return spans if within is None else tuple(span for span in spans if within.covers(span))


@lru_cache(maxsize=1024)
def _negations(text: str) -> tuple[Span, ...]:
    idle = [Span(match.start(), match.end()) for match in _IDLE.finditer(text)]
    found = (Span(match.start(), match.end()) for match in _NEGATION.finditer(text) if not _is_interjection(match, text))
    return tuple(span for span in found if not any(span.overlaps(other) for other in idle))


def _is_interjection(match: re.Match[str], text: str) -> bool:
    """ "No, we are going": an answer, which negates another sentence than its own."""
    return match.group().lower() == "no" and text[match.end() : match.end() + 1] in {",", ".", "!"} and match.group()[0] == "N"
