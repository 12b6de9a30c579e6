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
        for shown in _folded_char(char):
            if shown == " " and (not out or out[-1] == " "):
                continue
            out.append(shown)
            origins.append(offset)
    if out and out[-1] == " ":
        out.pop()
        origins.pop()
    return Folded("".join(out), tuple(origins), len(text))


@lru_cache(maxsize=4096)
def _folded_char(char: str) -> str:
    """What one character becomes: nothing, itself, or several characters."""
    if _UNSEEN.match(char):
        return ""
    pieces = unicodedata.normalize("NFKC", char).translate(_ALIKE).casefold()
    return "".join(" " if piece.isspace() else piece for piece in pieces)


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
    places = []
    start = hay.text.find(needle)
    while start >= 0:
        end = start + len(needle)
        if _parts(hay.text, start) and _parts(hay.text, end):
            places.append(hay.unfold(start, end))
            start = hay.text.find(needle, end)
        else:
            start = hay.text.find(needle, start + 1)
    return tuple(places)


def _parts(text: str, at: int) -> bool:
    """Whether no word runs across this offset."""
    return not (0 < at < len(text) and _in_word(text[at - 1]) and _in_word(text[at]))


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
