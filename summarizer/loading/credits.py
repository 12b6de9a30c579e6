"""What an article's own text says of its publication: title, outlet, agency, byline, dateline and date, each with its basis."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from summarizer.domain.article import Credit, Publication, Role, Sentence
from summarizer.domain.claim import SpeakerKind
from summarizer.language.media import agency
from summarizer.language.parties import known_party
from summarizer.loading.agencies import agency_in
from summarizer.loading.datelines import Dateline, dateline_of
from summarizer.loading.lines import plain
from summarizer.loading.shapes import ends_of
from summarizer.loading.stamps import is_stamp, published_in, updated_in

NOT_IN_TEXT = Credit(None, "not named in the text")
UNDATED = Publication(None, "no date in the text")
_DATELINE, _BYLINE, _CREDIT_LINE = "dateline in the text", "byline in the text", "credit line in the text"
_CONTRIBUTOR = "contributor line in the text"
_MASTHEAD = "name of the outlet in the text"
_COPYRIGHT, _SITE, _LETTER = "copyright line in the text", "site name in the text", "letter to the readers in the text"
_STAMP, _UPDATE = "date printed in the text", "date of the last update printed in the text"
BASES = frozenset(
    {
        NOT_IN_TEXT.basis,
        UNDATED.basis,
        _DATELINE,
        _BYLINE,
        _CREDIT_LINE,
        _CONTRIBUTOR,
        _COPYRIGHT,
        _SITE,
        _MASTHEAD,
        _LETTER,
        _STAMP,
        _UPDATE,
    }
)

_NAMED_BY = re.compile(
    r"^(?:by|written by|story by|posted by|author:|byline:)\s+(?P<who>[A-Z][^|•·]{1,80}?)"
    r"(?:\s*(?:[|•·]|,? (?:published|updated|posted)\b).*)?$",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"^(?:sources?|via|agency|agencies|credit)\s?:?\s+(?P<who>[A-Z].{1,60})$", re.IGNORECASE)
_CONTRIBUTED = re.compile(r"\b(?:contributed|helped report)\b")
_AGENCY_NAMES = re.compile(r"\b(?:Associated Press|Agence France-Presse|AFP|Reuters|Press Association|UPI|Xinhua|Bloomberg)\b")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)[\s©,:-]*(?:\(c\)\s*)?(?:(?:19|20)\d\d(?:\s?-\s?(?:19|20)?\d\d)?,?\s*)?(?:by )?"
    r"(?P<who>[A-Z][\w&.' -]{1,50}?)(?:[.,|]| all rights|$)",
    re.IGNORECASE,
)
_LETTER_FROM = re.compile(r"^a (?:message|note|letter|word|appeal) from (?P<who>[A-Z][\w&.' -]{2,50}?):?$", re.IGNORECASE)
_SITE_NAME = re.compile(r"\b(?P<who>[A-Za-z][\w-]{2,}\.(?:com|org|net|co\.uk|info|tv|io|news|eu|int))\b")
_STAMP_IN_TITLE = re.compile(r"\s+(?:updated|published|posted|last updated)\s?:.*$", re.IGNORECASE)
_FIRM = re.compile(r",?(?: (?:Limited|Ltd|LLC|Inc|plc|PLC|Corp|Corporation))?\.?(?: (?:19|20)\d\d)?$")
_PAPER = re.compile(
    r"(?:The )?(?:(?!By\b)[A-Z][\w.'-]+ ){1,3}(?:Times|Post|Journal|Tribune|Herald|Gazette|Chronicle|Telegraph|Observer|Mirror"
    r"|Courier|Inquirer|Examiner|Dispatch|Express)"
    r"|The (?:Sun|Mirror|Register|Observer|Times|Herald|Scotsman|Star|Age|Spectator|Standard)"
)
_MASTHEAD_WORDS = 5
_PEOPLE = re.compile(r"\b(?:we|our|us|editors?|the)\b", re.IGNORECASE)
_STAMP_ROOM = 25  # characters; a date in a line this much longer than itself is no stamp


@dataclass(frozen=True, slots=True)
class Printed:
    """Everything that the text itself says of its publication."""

    title: str | None
    outlet: Credit
    agency: Credit
    byline: Credit
    dateline: Credit
    published: Publication


@dataclass(frozen=True, slots=True)
class _Paragraph:
    role: Role
    printed: str

    @property
    def words(self) -> str:
        """In plain form; of a very long one, its two ends."""
        return ends_of(plain(self.printed))


def printed(text: str, sentences: Sequence[Sentence]) -> Printed:
    """The publication facts that `text` prints."""
    paragraphs = list(_paragraphs(text, sentences))
    dateline = _dateline(paragraphs)
    byline = _byline(paragraphs)
    return Printed(
        title=_title(paragraphs),
        outlet=_outlet(paragraphs, dateline),
        agency=_agency(paragraphs, dateline, byline),
        byline=byline,
        dateline=Credit(dateline.place, _DATELINE) if dateline and dateline.place else NOT_IN_TEXT,
        published=_published(paragraphs),
    )


def _paragraphs(text: str, sentences: Sequence[Sentence]) -> Iterator[_Paragraph]:
    """Runs of sentences of one role within a paragraph."""
    for (_, role), run in groupby(sentences, key=lambda sentence: (sentence.paragraph, sentence.role)):
        spans = [sentence.span for sentence in run]
        yield _Paragraph(role, text[spans[0].start : spans[-1].end])


def _of(paragraphs: Sequence[_Paragraph], *roles: Role) -> list[str]:
    return [paragraph.words for paragraph in paragraphs if paragraph.role in roles]


def _title(paragraphs: Sequence[_Paragraph]) -> str | None:
    """The first headline as printed, without Markdown's marks and a stamp behind it."""
    headline = next((paragraph.printed for paragraph in paragraphs if paragraph.role is Role.HEADLINE), "")
    return _STAMP_IN_TITLE.sub("", " ".join(headline.split()).strip("#* ")) or None


def _dateline(paragraphs: Sequence[_Paragraph]) -> Dateline | None:
    """The dateline of the first paragraph, or of a credit line above it."""
    above = [paragraph.words for paragraph in _above_body(paragraphs) if paragraph.role is Role.CREDIT]
    first = _of(paragraphs, Role.BODY)[:3]
    found = [dateline for words in [*first, *above] if (dateline := dateline_of(words))]
    is_transcript = len(found) > 2  # "SMITH: …" on every line
    return found[0] if found and not is_transcript else None


def _byline(paragraphs: Sequence[_Paragraph]) -> Credit:
    for words in _of(paragraphs, Role.CREDIT):
        if (found := _NAMED_BY.match(words)) and not published_in(found["who"]):
            return Credit(found["who"].rstrip(" ."), _BYLINE)
    return NOT_IN_TEXT


def _agency(paragraphs: Sequence[_Paragraph], dateline: Dateline | None, byline: Credit) -> Credit:
    """The agency whose copy it is: by its dateline first, then byline, credit and copyright lines, contributors last."""
    lines, notices = _of(paragraphs, Role.CREDIT), _of(paragraphs, Role.BOILERPLATE)
    if dateline and dateline.credit and (name := agency_in(dateline.credit)):
        return Credit(name, _DATELINE)
    if byline.name and (name := agency_in(byline.name)):
        return Credit(name, _BYLINE)
    if name := next((name for words in lines if (name := _agency_of_line(words))), None):
        return Credit(name, _CREDIT_LINE)
    owners = (found["who"] for words in notices if (found := _RIGHTS.search(words)))
    if name := next((name for owner in owners if (name := agency(owner))), None):
        return Credit(name, _COPYRIGHT)
    helpers = (words for words in lines if _CONTRIBUTED.search(words))
    found_names = (found.group() for words in helpers if (found := _AGENCY_NAMES.search(words)))
    return next((Credit(name, _CONTRIBUTOR) for words in found_names if (name := agency(words))), NOT_IN_TEXT)


def _agency_of_line(words: str) -> str | None:
    if _CONTRIBUTED.search(words):
        return None
    source = _SOURCE.match(words)
    if source and (name := agency_in(source["who"])):
        return name
    in_parens = re.search(r"\(([^()]{2,40})\)\s*\.?$", words)
    return agency(words) or (agency(in_parens[1]) if in_parens else None)


def _outlet(paragraphs: Sequence[_Paragraph], dateline: Dateline | None) -> Credit:
    """The outlet that the text names as its own: beside the dateline, in a letter, a copyright line or as a site's name."""
    if dateline and dateline.credit and not agency_in(dateline.credit):
        return Credit(dateline.credit, _DATELINE)
    notices = _of(paragraphs, Role.BOILERPLATE)
    letters = (found["who"] for words in notices if (found := _LETTER_FROM.match(words)))
    if name := next((who for who in letters if not _PEOPLE.fullmatch(who.split()[0]) or who.split()[0] == "The"), None):
        return Credit(name, _LETTER)
    owners = (_FIRM.sub("", found["who"].strip()) for words in notices if (found := _RIGHTS.search(words)))
    if name := next((owner for owner in owners if owner[:1].isupper() and not agency(owner) and not _is_notice(owner)), None):
        return Credit(name, _COPYRIGHT)
    heads = [paragraph.words for paragraph in _above_body(paragraphs) if paragraph.role in (Role.CREDIT, Role.BOILERPLATE)]
    if name := next((words for words in heads if _is_masthead(words)), None):
        return Credit(name, _MASTHEAD)
    above = [paragraph.words for paragraph in _above_body(paragraphs) if paragraph.role is Role.BOILERPLATE]
    sites = (found["who"] for words in above if "@" not in words and (found := _SITE_NAME.search(words)))
    return next((Credit(name, _SITE) for name in sites), NOT_IN_TEXT)


def _is_masthead(words: str) -> bool:
    """Whether a line is the name of an outlet and nothing else; a name that only ends like one must be that of a paper."""
    if len(words.split()) > _MASTHEAD_WORDS or agency(words) or words.endswith("."):
        return False
    known = known_party(words) or known_party(words.removeprefix("The "))
    return known.kind is SpeakerKind.MEDIA if known else bool(_PAPER.fullmatch(words))


def _is_notice(owner: str) -> bool:
    return bool(re.match(r"(?:all rights|notice|law|holder|infring|material)", owner, re.IGNORECASE))


def _above_body(paragraphs: Sequence[_Paragraph]) -> Sequence[_Paragraph]:
    body = next((index for index, paragraph in enumerate(paragraphs) if paragraph.role is Role.BODY), len(paragraphs))
    return paragraphs[:body]


def _published(paragraphs: Sequence[_Paragraph]) -> Publication:
    """The first stamp of publication, above the report or among the credits; else the first stamp of an update."""
    above = [paragraph.words for paragraph in _above_body(paragraphs) if paragraph.role in (Role.CREDIT, Role.HEADLINE)]
    lines = [*above, *(words for words in _of(paragraphs, Role.CREDIT) if is_stamp(words) or len(words) <= _STAMP_ROOM)]
    first = next((paragraph.words for paragraph in paragraphs if paragraph.role is Role.BODY), "")
    head = dateline_of(first)
    lines += [first[: head.length + _STAMP_ROOM]] if head and head.credit else []
    if day := next((day for words in lines if (day := published_in(words))), None):
        return Publication(day, _STAMP)
    if day := next((day for words in lines if (day := updated_in(words))), None):
        return Publication(day, _UPDATE)
    return UNDATED
