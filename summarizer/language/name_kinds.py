"""What a run of capitalised words names: people, states, bodies, media, places; and where one name ends and the next begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.domain.claim import SpeakerKind
from summarizer.domain.span import Span
from summarizer.language.name_guesses import NameKind, guessed_kind
from summarizer.language.name_lexicon import given_gender, given_names, is_ordinary, listed, region_at
from summarizer.language.name_runs import Run
from summarizer.language.name_words import Word
from summarizer.language.parties import Match, Party, match_at, names_territory, party_of
from summarizer.language.party_bodies import media_of
from summarizer.language.titles import head_of, honorific_gender, is_title_word


@dataclass(frozen=True, slots=True)
class Name:
    """A name in print, without title or possessive. `canonical` is one form for all prints of the same party in a text."""

    span: Span
    printed: str
    canonical: str
    kind: NameKind

    @property
    def is_place(self) -> bool:
        """Whether something can happen there: places, and states by their own name ("Iran", not "Iranian" or "the Kremlin")."""
        return self.kind is NameKind.PLACE or (self.kind is NameKind.STATE and names_territory(self.printed))


_SUFFIXES = re.compile(r"(?:,?\s+(?:Inc|Ltd|Corp|PLC|Plc|plc|LLC|LLP|Co|AG|SE|NV|SA|SpA|GmbH|AB|ASA)\.?)+$")
_LONG_SUFFIX = re.compile(r"^([\w'’&-]+)\s+(?:Corporation|Group|Company|Holdings|Limited)$")  # only where one word stays


def names_in(run: Run, text: str) -> Iterator[Name]:
    """The names that the run holds, in order."""
    words = _without_opening(run)
    while words:
        name, used = _first_name(words, text, is_title_case=run.is_title_case)
        if name:
            yield name
        words = words[used:]
        while run.is_title_case and words and not _may_open(words):
            words = words[1:]


def _without_opening(run: Run) -> tuple[Word, ...]:
    """The run's words without ordinary ones that only open a sentence ("But", "President" stays: it is a title)."""
    words = run.words
    while words and (run.opens or run.is_title_case) and not _may_open(words):
        words = words[1:]
    return words


def _may_open(words: Sequence[Word]) -> bool:
    if match_at(words, 0) and not (len(words) == 1 and words[0].bare.istitle() and is_ordinary(words[0].bare)):
        return True
    return not is_ordinary(words[0].bare) or (len(words) > 1 and _is_part(words))


def _is_part(words: Sequence[Word]) -> bool:
    """Whether an ordinary first word belongs to a title or to a body or place ("Royal Navy", "Northern Rock", "Mount Etna")."""
    if is_title_word(words[0].bare) or words[0].bare in listed("place_first"):
        return True
    return words[-1].bare in listed("organisations") | listed("places") or words[0].bare in listed("of_heads")


def _first_name(words: tuple[Word, ...], text: str, *, is_title_case: bool) -> tuple[Name | None, int]:
    """The first name of the words, and how many words it and what stands before it take."""
    match = match_at(words, 0)
    if match:
        return _party_name(words, match, text)
    region = region_at(words, 0)
    if region and (region[1] == len(words) or _ends_region(words, region[1])):
        return _region(words[: region[1]], region[0], text), region[1]
    titled = _title_length(words)
    if titled:
        return _after_title(words, titled, text, is_title_case=is_title_case)
    end = _name_end(words, is_title_case=is_title_case)
    return _named(words[:end], text, is_title_case=is_title_case), end


def _ends_region(words: Sequence[Word], size: int) -> bool:
    """Whether the region's name ends there: "California's Governor", "European Defence Minister", and not "Boston Dynamics"."""
    if words[size - 1].is_possessive or words[size - 1].bare.endswith(("ern", "ean", "can", "ian")):
        return words[-1].bare not in listed("organisations") or words[size - 1].is_possessive
    return is_title_word(words[size].bare) and words[-1].bare not in listed("organisations")


def _region(words: Sequence[Word], name: str, text: str) -> Name:
    span = Span(words[0].start, words[-1].end)
    return Name(span, span.cut(text), name, NameKind.PLACE)


def _name_end(words: Sequence[Word], *, is_title_case: bool) -> int:
    """The end of the first name; a headline runs on in capitals ("Hillary Roe Jokes About"), up to an ordinary word."""
    end = _segment_end(words)
    return next((at for at in range(1, end) if is_ordinary(words[at].bare)), end) if is_title_case else end


def _segment_end(words: Sequence[Word]) -> int:
    """Where the first name ends: at a possessive ("Ford's Bill Roe"), before a known party or a title that a name follows."""
    for at, word in enumerate(words):
        if word.is_possessive and not (at + 1 < len(words) and words[at + 1].bare in listed("owned_places")):
            return at + 1
        if at and (_breaks(words, at)):
            return at
    return len(words)


def _breaks(words: Sequence[Word], at: int) -> bool:
    match = match_at(words, at)
    if match and match.is_adjective:
        return True
    person_follows = at + 1 < len(words) and given_gender(words[at + 1].bare) is not None
    return person_follows and (head_of(words[at].bare) is not None) and given_gender(words[at].bare) is None


def _title_length(words: Sequence[Word]) -> int:
    """How many words at the start are a title: "Foreign Secretary", "Brigadier General", "Secretary of State"."""
    if words[0].bare in given_names() and honorific_gender(words[0].bare) is None:
        return 0
    last = 0
    for at, word in enumerate(words):
        if word.is_possessive or (at and match_at(words, at)):
            break
        if is_title_word(word.bare) and (at == 0 or last or _all_modify(words[:at])):
            last = at + 1
        elif at > 5:
            break
    while last < len(words) - 1 and words[last].bare in {"of", "for"}:
        last += 2
        while last < len(words) and (words[last].bare in {"and", "the", "Affairs", "State", "Staff"}):
            last += 1
    return 0 if words[len(words) - 1].bare in listed("organisations") and last < len(words) else min(last, len(words))


def _all_modify(words: Sequence[Word]) -> bool:
    return all(given_gender(word.bare) is None for word in words)


def _after_title(words: tuple[Word, ...], titled: int, text: str, *, is_title_case: bool) -> tuple[Name | None, int]:
    rest = words[titled:]
    if not rest:
        return None, titled
    if match_at(rest, 0) and given_gender(rest[0].bare) is None:
        return None, titled
    end = _name_end(rest, is_title_case=is_title_case)
    if rest[end - 1].bare in listed("organisations") | listed("places") and titled + end > 2:
        return _named(words[: titled + end], text, is_title_case=False), titled + end
    return _made(rest[:end], text, NameKind.PERSON), titled + end


def _party_name(words: tuple[Word, ...], match: Match, text: str) -> tuple[Name | None, int]:
    """A run that begins with a known party: alone, with a body ("Iranian Navy"), or inside a longer name ("London Bridge")."""
    size = match.words
    rest = words[size:]
    if rest and not words[size - 1].is_possessive:
        longer = _longer(words, match, text)
        if longer:
            return longer
    if rest and (body := _body(words, text)):
        return body
    kind = NameKind.PLACE if match.is_capital_city and _is_place(words, size, text) else NameKind(match.party.kind)
    return _party(words[:size], match.party, text, kind=kind), size


def _body(words: tuple[Word, ...], text: str) -> tuple[Name, int] | None:
    """ "Iran's Foreign Ministry", "U.S. Coast Guard": a body of the state, as far as the tables or patterns know it."""
    for end in range(min(len(words), 7), 1, -1):
        party = party_of(text[words[0].start : words[end - 1].end])
        if party and party.kind is SpeakerKind.STATE:
            return _party(words[:end], party, text, kind=NameKind.STATE), end
    return None


def _longer(words: tuple[Word, ...], match: Match, text: str) -> tuple[Name, int] | None:
    size = match.words
    first, following = words[0].bare, words[size].bare
    end = _segment_end(words[size:]) + size
    last = words[end - 1].bare
    printed = text[words[0].start : words[end - 1].end]
    if (body := _body(words[:end], text)) and body[1] == end:
        return body
    if media_of(printed):
        return _made(words[:end], text, NameKind.MEDIA), end
    if last in listed("organisations"):
        return _made(words[:end], text, NameKind.ORGANISATION), end
    if is_title_word(following) or given_gender(following) or _title_length(words[size:]):
        return None
    if last in listed("places") and not match.is_adjective:
        return _made(words[:end], text, NameKind.PLACE), end
    if not match.is_adjective and size == 1 and given_gender(first):
        return _made(words[:end], text, NameKind.PERSON), end
    return None


def _is_place(words: Sequence[Word], size: int, text: str) -> bool:
    """Whether a capital city is meant as a place: "in Tehran", "a trip to Kyiv", a dateline."""
    before = [word.lower() for word in re.findall(r"[\w']+", text[max(0, words[0].start - 40) : words[0].start])[-4:]]
    after = text[words[size - 1].end : words[size - 1].end + 40]
    following = re.match(r"['’]?s? ([\w-]+)", after)
    if (before and before[-1] in listed("locative")) or (following and following[1].lower() in listed("city_nouns")):
        return True
    if len(before) > 1 and before[-1] in {"to", "for", "from", "via"} and before[-2] in listed("motion"):
        return True
    line_start = text.rfind("\n", 0, words[0].start) + 1
    is_dateline = re.match(r"(?:,\s*[A-Z][\w.]+)?(?:,?\s+\w{3,9}\.? \d{1,2})?,?\s*(?:\([A-Z][\w /-]+\)|—|--?\s|–|:)", after)
    return (words[0].start - line_start < 3 and bool(is_dateline)) or re.match(r",? (?:D\.?C\b|state\b)", after) is not None


def _named(words: tuple[Word, ...], text: str, *, is_title_case: bool) -> Name | None:
    """A name that no table knows, by its words and its surroundings."""
    if not words:
        return None
    party = party_of(text[words[0].start : words[-1].end]) if len(words) > 1 else None
    if party and party.kind is SpeakerKind.STATE:  # "Foreign Ministry": whose, only the article tells
        return _party(words, party, text, kind=NameKind.STATE)
    return _made(words, text, guessed_kind(words, text, is_title_case=is_title_case))


def _made(words: Sequence[Word], text: str, kind: NameKind) -> Name:
    span = Span(words[0].start, words[-1].end)
    printed = span.cut(text)
    canonical = " ".join(printed.split())
    if kind is NameKind.ORGANISATION:
        canonical = _LONG_SUFFIX.sub(r"\1", _SUFFIXES.sub("", canonical))
    if kind is NameKind.MEDIA and (party := media_of(printed)):
        canonical = party.name
    return Name(span, printed, canonical, kind)


def _party(words: Sequence[Word], party: Party, text: str, *, kind: NameKind) -> Name:
    span = Span(words[0].start, words[-1].end)
    printed = span.cut(text)
    return Name(span, printed, printed if kind is NameKind.PLACE else party.name, kind)
