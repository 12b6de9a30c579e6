"""Persons of an article with their roles: what stands before and after each print of a name, or was told a sentence earlier."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from summarizer.domain.article import Article, Role
from summarizer.domain.claim import SpeakerKind
from summarizer.domain.span import Span
from summarizer.language.folding import folded
from summarizer.language.name_lexicon import given_gender
from summarizer.language.names import NameKind
from summarizer.language.offices import role_side
from summarizer.language.parties import party_of
from summarizer.language.people_mentions import Mention
from summarizer.language.titles import described_by, honorific_gender, is_office, is_rank, role_after, role_before


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A speaker of an article. `role` is the printed title (of the body before a caption), `roles` all of them; `side` the
    state or organisation spoken for; `members` the parties of a collective; `first` the place of the fullest print."""

    name: str
    kind: SpeakerKind
    role: str | None
    side: str | None
    first: Span
    aliases: tuple[str, ...]
    roles: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    gender: str | None = None  # "male" or "female" where title or given name shows it


_GENERIC = frozenset(
    ["official", "officer", "man", "woman", "spokesman", "spokeswoman", "diplomat", "executive", "leader", "minister", "chief"]
)
_LEAD_SENTENCES = 6  # within which a lead's "the US secretary of state" is named
_NEAR = 2  # sentences between a description and the name that resolves it


def persons_of(article: Article, mentions: Sequence[Mention]) -> dict[str, Person]:
    """Full name → person, for every person named in full, or by surname only, in the article."""
    groups: dict[str, list[Mention]] = {}  # a surname that several full names share names nobody
    for mention in mentions:
        if mention.is_named and mention.kind is NameKind.PERSON:
            groups.setdefault(mention.name, []).append(mention)
    surnames = Counter(name.split()[-1] for name in groups if " " in name)
    people = {name: _person(article, name, prints) for name, prints in groups.items() if surnames[name] < 2}
    return _with_told_roles(_with_home_state(people, article.text), mentions)


# News drops the state before the one office that needs none at home; the seat of that office tells whose it is.
_HOME_OFFICES = (
    (
        re.compile(r"^(?:(?:vice[ -])?president|(?:secretary|secretary of state))$"),
        re.compile(r"White House|Oval Office|Pentagon|State Department|U\.S\. "),
        "United States",
    ),
    (
        re.compile(r"^(?:deputy )?prime minister$"),
        re.compile(r"\b(?:Downing Street|House of Commons|No\.? 10)\b"),
        "United Kingdom",
    ),
)


def _with_home_state(people: Mapping[str, Person], text: str) -> dict[str, Person]:
    return {name: replace(person, side=person.side or _home_state(person.roles, text)) for name, person in people.items()}


def _home_state(roles: Sequence[str], text: str) -> str | None:
    for office, seat, state in _HOME_OFFICES:
        if any(office.match(folded(role)) for role in roles) and seat.search(text):
            return state
    return None


def _person(article: Article, name: str, prints: Sequence[Mention]) -> Person:
    text = article.text
    in_order = sorted(prints, key=lambda mention: article.sentences[mention.sentence].role is Role.CAPTION)  # the body wins
    roles = tuple(dict.fromkeys(role for mention in in_order for role in _roles_at(text, mention.span)))
    first = next(
        (mention.span for mention in in_order if mention.span.cut(text) == name),
        max((m.span for m in in_order), key=lambda s: s.end - s.start),
    )
    fullest = sorted(roles, key=_is_bare)
    sided = next(((each, side) for each in fullest if (side := role_side(each))), None)
    role = sided[0] if sided else (fullest[0] if fullest else None)
    side = (sided[1] if sided else None) or _state_after(text, prints)
    aliases = tuple(dict.fromkeys(mention.span.cut(text) for mention in prints if mention.span.cut(text) != name))
    gender = _gender(text, name, prints, roles)
    return Person(
        name=name, kind=SpeakerKind.PERSON, role=role, side=side, first=first, aliases=aliases, roles=roles, gender=gender
    )


def _state_after(text: str, prints: Sequence[Mention]) -> str | None:
    """ "President Roe of Ruritania"."""
    for mention in prints:
        match = re.match(r"\s+of\s+((?:the\s+)?[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)", text[mention.span.end : mention.span.end + 40])
        party = party_of(match[1]) or party_of(match[1].split()[0]) if match else None
        if party and party.side and role_before(text, mention.span.start):
            return party.side
    return None


def _is_bare(role: str) -> bool:
    """ "the official": a role that says nothing beside its head."""
    return len(role.split()) == 1 and folded(role) in _GENERIC


def _roles_at(text: str, span: Span) -> tuple[str, ...]:
    found = (role_before(text, span.start), role_after(text, span.end))
    return tuple(" ".join(role.printed.split()) for role in found if role)


def _gender(text: str, name: str, prints: Sequence[Mention], roles: Sequence[str]) -> str | None:
    for mention in prints:
        word = text[max(0, mention.span.start - 12) : mention.span.start].split()[-1:]
        gender = honorific_gender(word[0]) if word else None
        if gender in ("male", "female"):
            return gender
    shown = {described.gender for role in roles if (described := described_by(role)) and described.gender}
    if len(shown) == 1:
        return shown.pop()
    given = given_gender(name.split(maxsplit=1)[0]) if " " in name else None
    return given if given in ("male", "female") else None


def _with_told_roles(people: Mapping[str, Person], mentions: Sequence[Mention]) -> dict[str, Person]:
    """The people, with the role that the article gave just before it gave the name: "the US secretary of state said. … Ann
    Pike said": news leads with the office. "the official, Bo Li," takes the office of the sentence before."""
    settled = dict(people)
    descriptions = [m for m in mentions if not m.is_named and not m.is_quoted and _may_be_named(m)]
    given: set[str] = set()
    for person in sorted(people.values(), key=lambda each: each.first):
        if person.role is not None and not (_is_bare(person.role) or (person.side is None and _is_rank(person.role))):
            continue
        open_roles = [m for m in descriptions if _without_article(m.name) not in given]
        told = _told_before(person, mentions, open_roles)
        if told:
            given.add(told)
            roles = (told, *person.roles)
            settled[person.name] = replace(person, role=told, roles=roles, side=role_side(told))
    return settled


def _may_be_named(mention: Mention) -> bool:
    described = described_by(mention.name)
    if described is None or not (described.is_definite or described.head.startswith("spokes")):
        return False
    return is_office(described.head) and (role_side(mention.name) is not None or described.head.startswith("spokes"))


def _is_rank(role: str) -> bool:
    """ "Brigadier General": it does not say whose."""
    return all(is_rank(word) for word in role.split())


def _told_before(person: Person, mentions: Sequence[Mention], descriptions: Sequence[Mention]) -> str | None:
    """The office, told just before this person's first print, that nobody with a name held there."""
    own = next((m for m in mentions if m.span == person.first), None)
    is_pointed = person.role is not None
    if own is None or own.is_quoted or (own.rank > 1 and not is_pointed):
        return None
    for mention in reversed(descriptions):
        distance = own.sentence - mention.sentence
        if not 0 < distance <= _NEAR or not (is_pointed or mention.sentence < _LEAD_SENTENCES):
            continue
        if mention.rank <= 2 and not _is_named_beside(mention, mentions):
            return _without_article(mention.name)
    return None


def _is_named_beside(description: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a person's name stands right beside the description: it is theirs."""
    return any(
        m.is_named
        and m.kind is NameKind.PERSON
        and (0 <= m.span.start - description.span.end <= 3 or 0 <= description.span.start - m.span.end <= 3)
        for m in mentions
    )


def _without_article(words: str) -> str:
    return " ".join(re.sub(r"(?i)^(?:the|a|an)\s+", "", words).split())


def same_role(description: str, role: str, side: str | None) -> bool:
    """Whether a role told without a name may be this person's: equal heads, and nothing in it that the role does not say."""
    told, held = described_by(description), described_by(role)
    if told is None or (held is None and told.head not in folded(role)):
        return False
    if held is not None and told.head != held.head:
        return False
    return _role_words(told.words) <= _role_words(role) | ({side} if side else set())


_SMALL = frozenset(["the", "a", "an", "of", "for", "to", "in", "at", "and", "'s", "s"])


def _role_words(words: str) -> set[str]:
    """The words of a role, states by their canonical name: "US" and "U.S.", "British" and "UK" meet."""
    found = set()
    for word in re.findall(r"[\w.&-]+(?:['’]s)?", words):
        plain = re.sub(r"['’]s$", "", word)
        party = party_of(plain) if plain[:1].isupper() else None
        found.add(party.name if party and party.side == party.name else folded(plain).rstrip("."))
    return found - _SMALL
