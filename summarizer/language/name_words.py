"""Words of a text with their places, as far as names need them: possessives cut off, initials and hyphens kept together."""

import re
from functools import lru_cache
from typing import NamedTuple

from summarizer.domain.span import Span

# "U.S.", "N'Djamena", "Quai d'Orsay", "AT&T", "Nasser-Ahmed", "RFE/RL", "OPEC+", "P5+1"
_WORD = re.compile(r"(?:[A-Z]\.-?){2,}|[^\W_]+(?:['’`\-‐‑&+/](?=[^\W_])[^\W_]+)*\+?|&")
_POSSESSIVE = re.compile(r"(?i)['’`]s$")
_HYPHENS = re.compile("[‐‑]")
_PARTS = re.compile(r"[^\-‐‑/]+")


class Word(NamedTuple):
    """One word; `bare` is its text without a possessive 's, with plain apostrophes and hyphens. Offsets are of the bare word."""

    bare: str
    start: int
    end: int
    is_possessive: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_capital(self) -> bool:
        """It begins as a name may: a capital, or a digit or small letter before one ("3M", "iPhone")."""
        head = self.bare[0]
        return head.isupper() or (not self.bare.islower() and any(c.isupper() for c in self.bare[1:3]))


@lru_cache(maxsize=256)
def words_of(text: str) -> tuple[Word, ...]:
    """All words of `text` in order."""
    return tuple(_word(match.group(), match.start()) for match in _WORD.finditer(text))


def split_word(word: Word) -> tuple[Word, ...]:
    """The parts of a hyphened word ("Iran-Russia") as words of their own; the last keeps the possessive."""
    parts = [Word(m.group(), word.start + m.start(), word.start + m.end(), False) for m in _PARTS.finditer(word.bare)]
    return (*parts[:-1], parts[-1]._replace(is_possessive=word.is_possessive)) if parts else (word,)


def _word(printed: str, start: int) -> Word:
    trimmed = _POSSESSIVE.sub("", printed)
    plain = _HYPHENS.sub("-", trimmed.replace("’", "'").replace("`", "'"))
    return Word(plain, start, start + len(trimmed), len(trimmed) < len(printed))
