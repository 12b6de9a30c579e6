"""Places in a frozen text, and the words cut from them."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points: `start` is in it, `end` is not. An empty or negative range is refused."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def cut(self, text: str) -> str:
        """The words of the span; `ValueError` where the text is too short to hold it."""
        if self.end > len(text):
            raise ValueError(f"span {self.start}..{self.end} lies outside a text of {len(text)} characters")
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> "Span":
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of one article with their place in it. `Quote.cut` is the way to make one, so it cannot misquote."""

    start: int
    end: int
    text: str

    @classmethod
    def cut(cls, text: str, span: Span) -> Self:
        return cls(span.start, span.end, span.cut(text))

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)
