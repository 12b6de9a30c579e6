"""Sentences of a block: sentencex, with the cuts repaired that it makes wrongly in news prose."""

import re

from summarizer.domain.span import Span

_MONTHS_AND_DAYS = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    r"|[A-Z]{2,4}T\b|GMT\b|UTC\b|Eastern|Pacific|Central|\(|local)"
)
_WRONG_CUTS = (  # end of one piece, start of the next: together they are one sentence
    (re.compile(r"\b[ap]\.\s?m\.\s*$", re.I), re.compile(_MONTHS_AND_DAYS)),
    (re.compile(r"(?<![\w.])(?:Dr|Mr|Mrs|Ms|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Sen|Rep|Gov|Prof|Rev|St|Hon|Cdr|Cpl|Pvt)\.\s*$"),
     re.compile(r"[A-Z]")),
    (re.compile(r"(?<![\w.])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Nos?|pp?|Art|Fig|Vol|approx|est|ca)\.\s*$"),
     re.compile(r"\d")),
    (re.compile(r"(?:^|[\"“‘'(]|\b[A-Z][\w'’-]+\s)[A-HJ-Z]\.\s*$"),  # a first or middle initial; not "I."
     re.compile(r"(?!(?:The|He|She|It|They|We|In|On|At|But|And|A|An|This|That|Its|His|Her|Their)\b)[A-Z][\w'’-]+")),
    (re.compile(r"(?<![\w.])(?:vs|v|e\.g|i\.e|cf|al)\.\s*$"), re.compile(r"\S")),
    (re.compile(r"(?<![\w.])(?:U\.S|U\.K|U\.N|E\.U)\.\s*$"),
     re.compile(r"(?:[a-z]|Army|Navy|Air|Marine|Secretary|President|Senate|House|Congress|Treasury|State|Department|Supreme)")),
    (re.compile(r"[.?!]\s*$"), re.compile(r"[a-z]")),
)  # fmt: skip
_DANGLING_OPENER = re.compile(r"(?<=\s)[\"“‘«'(\[]+\s*$")
_ALMOST_NOTHING = re.compile(r"[\s\"“”‘’'»«)\]*_.,!?…]+")
_LONGEST = 600  # code points; beyond it, quote marks were paired wrongly and hide the stops between them
_PORTION = 20_000  # code points; longer than any paragraph of prose
_QUOTE_MARKS = re.compile(r"[\"“”‘’'«»]")


def sentences(flat: str, start: int) -> tuple[Span, ...]:
    """The sentences of a block that begins at `start`; trimmed, in order, covering everything but white space."""
    ends = _without_wrong_cuts(flat, _cuts(flat))
    spans = []
    begin = 0
    for end in ends:
        piece = flat[begin:end]
        left = begin + len(piece) - len(piece.lstrip())
        if piece.strip():
            spans.append(Span(start + left, start + left + len(piece.strip())))
        begin = end
    return tuple(spans)


def _cuts(flat: str) -> list[int]:
    """Ends of the pieces that sentencex sees; a piece that is far too long is cut again without regard to quote marks."""
    ends: list[int] = []
    begin = 0
    for end in _segment(flat):
        piece = flat[begin:end]
        if len(piece) > _LONGEST:
            ends.extend(begin + cut for cut in _segment(_QUOTE_MARKS.sub("x", piece)))
        else:
            ends.append(end)
        begin = end
    return ends


def _segment(flat: str) -> list[int]:
    """Ends of the pieces that sentencex sees, asked in portions: its time grows with the square of the quote marks."""
    ends: list[int] = []
    begin = 0
    while begin < len(flat):
        limit = begin + _PORTION
        stop = flat.rfind(". ", begin, limit) + 2 if limit < len(flat) else len(flat)
        portion = flat[begin : stop if stop > begin + 1 else limit]
        ends.extend(begin + end for end in _asked(portion))
        begin += len(portion)
    return ends


def _asked(flat: str) -> list[int]:
    import sentencex  # noqa: PLC0415  a compiled library: loaded when there is a text to split

    ends = [int(piece["end_index"]) for piece in sentencex.get_sentence_boundaries("en", flat)]
    is_whole = bool(ends) and ends[-1] == len(flat) and ends == sorted(set(ends))
    return ends if is_whole else [len(flat)]


def _without_wrong_cuts(flat: str, ends: list[int]) -> list[int]:
    kept: list[int] = []
    begin = 0
    for end in ends:
        cut = _moved(flat, begin, end)
        if cut < len(flat) and not _is_wrong(flat[begin:cut], flat[cut : cut + 40].lstrip()):
            kept.append(cut)
            begin = cut
    return [*kept, len(flat)]


def _moved(flat: str, begin: int, end: int) -> int:
    """The cut before an opening quote mark that was left at the end of the sentence before it."""
    dangling = _DANGLING_OPENER.search(flat, begin, end)
    if dangling and end < len(flat) and dangling.start() > begin:
        return dangling.start()
    return end


def _is_wrong(before: str, after: str) -> bool:
    if not after or _ALMOST_NOTHING.fullmatch(before) or _ALMOST_NOTHING.fullmatch(after):
        return True
    return any(end.search(before[-40:]) and start.match(after) for end, start in _WRONG_CUTS)
