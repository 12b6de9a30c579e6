"""The last check: a line that says a number, name, date or negation which its quotes do not say is withheld."""

from summarizer.composing.desk import Desk
from summarizer.domain.story import Line, Row, Section, SectionKind, Withheld
from summarizer.language.proving import unsupported

_OURS = frozenset({SectionKind.SOURCES, SectionKind.GAPS, SectionKind.CHANGED})  # tell of the articles, not from them
QUOTED_COLUMNS = frozenset({"figure", "what", "specification", "statement"})  # the columns that repeat words of articles


class Proof:
    """Passes sections on without the lines that fail, and keeps those in `withheld`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known = _known(desk)
        self.withheld: list[Withheld] = []
        self.checked = 0

    def passed(self, section: Section) -> Section:
        """The section with its proven lines and rows."""
        if section.kind in _OURS:
            return section
        lines = tuple(line for line in section.lines if self._holds(line))
        quoted = [place for place, column in enumerate(section.columns) if column in QUOTED_COLUMNS]
        rows = tuple(row for row in section.rows if self._row_holds(row, quoted))
        return Section(section.kind, section.title, lines, section.columns, rows, section.empty)

    def _holds(self, line: Line) -> bool:
        parts = (line, *line.details)
        return all(self._check(part.text, part.finding or line.finding, part.citations) for part in parts)

    def _row_holds(self, row: Row, quoted: list[int]) -> bool:
        return all(self._check(row.cells[place], row.finding, row.citations) for place in quoted)

    def _check(self, text: str, finding: str | None, citations: tuple[int, ...]) -> bool:
        if not citations:
            return True  # a heading of its details, which are checked themselves
        self.checked += 1
        quotes = [self._desk.quote_numbered(number).quote.text for number in citations]
        failure = unsupported(text, quotes, known=self._known)
        if failure:
            self.withheld.append(Withheld(text, finding, f"{failure[0]}: {failure[1]}"))
        return failure is None


def _known(desk: Desk) -> tuple[str, ...]:
    """Names, titles and dates that hold for reasons proven elsewhere: speakers, outlets, resolved dates and counts."""
    speakers = [claim.attribution.speaker for claim in desk.claims.values() if claim.attribution.speaker]
    labels = [article.label for article in desk.articles.values()]
    return (*(s.name for s in speakers), *(s.role for s in speakers if s.role), *labels)
