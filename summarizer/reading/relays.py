"""Media that a statement names as where it comes from: "…, as reported by the ISNA news agency", "…, according to CNN"."""

import re

from summarizer.domain.span import Span
from summarizer.language.names import NameKind, find_names

_BEHIND = re.compile(
    r",?\s+(?:as\s+)?(?:(?:was\s+|were\s+)?(?:first\s+)?(?:reported|quoted|cited|carried|published|said)\s+(?:by|in)|according\s+to)\s+(?=[^,.;]{2,80}$)",
    re.IGNORECASE,
)


def relay_behind(text: str, span: Span) -> tuple[int, str | None]:
    """Where the statement at `span` ends before a medium is named, and that medium as printed; (its end, `None`) without one."""
    words = text[span.start : span.end].rstrip(' .,;”"')
    for match in _BEHIND.finditer(words):
        start = span.start + match.end()
        for name in find_names(text, within=Span(start, span.start + len(words))) if start < span.start + len(words) else ():
            if name.kind is NameKind.MEDIA:
                return span.start + match.start(), name.printed
    return span.end, None
