"""Folding: the differences of form that two prints of the same words may have, removed with a map back.

NFKC, quote marks, dashes, white space and case are folded; after that, matching is exact. Fuzzy matching is never used.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from summarizer.domain.span import Span

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")  # soft hyphens, zero widths, bidi controls


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; `origins[i]` is the offset in the text as printed from which folded character `i` came."""

    text: str
    origins: tuple[int, ...]
    length: int  # of the text as printed

    def unfold(self, start: int, end: int) -> Span:
        """The span of the printed text behind the folded range `start..end`."""
        last = self.origins[end - 1]
        return Span(self.origins[start], last + 1)


@lru_cache(maxsize=4096)
def fold(text: str) -> Folded:
    """`text` in folded form with its offset map."""
    out: list[str] = []
    origins: list[int] = []
    for offset, char in enumerate(text):
        if _UNSEEN.match(char):
            continue
        for piece in unicodedata.normalize("NFKC", char).translate(_ALIKE).casefold():
            shown = " " if piece.isspace() else piece
            if shown == " " and (not out or out[-1] == " "):
                continue
            out.append(shown)
            origins.append(offset)
    if out and out[-1] == " ":
        out.pop()
        origins.pop()
    return Folded("".join(out), tuple(origins), len(text))


def folded(text: str) -> str:
    """`text` in folded form, for comparing."""
    return fold(text).text


def find(words: str, text: str) -> Span | None:
    """Where `words` first stand in `text` as whole words after folding, as a span of the printed text."""
    return next(iter(find_all(words, text)), None)


def find_all(words: str, text: str) -> tuple[Span, ...]:
    """Every place where `words` stand in `text` as whole words after folding, without overlaps."""
    needle = folded(words)
    if not needle:
        return ()
    hay = fold(text)
    before = r"(?<!\w)" if needle[0].isalnum() else ""
    after = r"(?!\w)" if needle[-1].isalnum() else ""
    return tuple(hay.unfold(m.start(), m.end()) for m in re.finditer(before + re.escape(needle) + after, hay.text))
