"""Who is who in an article: a name, title, pronoun or description at any place, resolved to the one who is meant."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from summarizer.domain.article import Article
from summarizer.domain.claim import SpeakerKind
from summarizer.domain.span import Span
from summarizer.language.names import Name, NameKind, find_names
from summarizer.language.offices import role_side
from summarizer.language.parties import Party, known_party, party_of, side_of
from summarizer.language.people_mentions import Mention, mentions_of
from summarizer.language.people_pronouns import antecedent, is_pronoun
from summarizer.language.people_roles import Person, persons_of, same_role
from summarizer.language.titles import Described, described_by, role_before

__all__ = ["People", "Person", "who_is_who"]

_OBJECT = re.compile(r"\b(?:for|of|to|with|by|from|on|about|against|near)\s+(?:[\w.]+\s+){0,3}$")
_ARTICLE = re.compile(r"(?i)^(?:the|a|an)\s+")
_ORGANISATION = re.compile(
    r"(?i)^(?:the|its|this)\s+(?:[\w-]+\s+){0,2}?(?:company|group|firm|bank|agency|airline|chipmaker|carmaker|automaker|manufacturer|maker|retailer|organi[sz]ation|union|"
    r"university|hospital|club|team|force|police|newspaper|paper|magazine|channel|network|broadcaster|outlet|website|charity|foundation|institute|institution|ministry|"
    r"department|committee|commission|council|court|party|movement|militia|league|federation|association|government|administration|army|military|regulator|watchdog|body|bureau|carrier|operator|brigade|service)$"
)
_COLLECTIVE = re.compile(
    r"(?i)^(?:the\s+)?(?:two|three|four|five|both|european|western|allied)?\s*(?:countries|nations|states|allies|powers|governments|sides|companies|groups|leaders|men|women|ministers|trio|pair|partners|statement|joint\s+statement|communiqu[eé])$"
)
_STATEMENT = re.compile(
    r"(?i)^(?:the|a|its|their|his|her|in\s+a)\s+(?:joint\s+|written\s+|brief\s+|separate\s+)?(?:statement|report|release|letter|post|tweet|filing|message|memo|communiqu[eé]|announcement|document)$"
)
_DAY = re.compile(
    r"(?:,?\s+(?:on|late|early|earlier|later))*,?\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)(?:\s+(?:morning|evening|night|afternoon))?$"
)
_BRACKET = re.compile(r"\s+\([A-Z][\w.&-]+\)$")  # "the Coastal Safety Board (CSB)"
_SMALL_BODY = re.compile(
    r"^(?:[Tt]he\s+)?(?P<name>(?!The\s)[A-Z][\w.'’&-]*(?:\s+[A-Z][\w.'’&-]*)*\s+(?:(?:ambulance|fire|health|rescue|police)\s+)?"
    r"(?:police|trust|service|brigade|council|university|hospital|group|authority|agency|department|board|union|club|court|bank))$"
)
_COUNTS = {"two": 2, "both": 2, "pair": 2, "three": 3, "trio": 3, "four": 4, "five": 5}


class People:
    """The persons and parties of one article. Nothing in it changes once it is built."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._mentions = mentions_of(article)
        self._persons: Mapping[str, Person] = persons_of(article, self._mentions)
        self._persons = {name: _with_body_side(person, self._mentions) for name, person in self._persons.items()}
        self._genders = {name: person.gender for name, person in self._persons.items()}
        self.people: tuple[Person, ...] = tuple(sorted(self._persons.values(), key=lambda person: person.first))

    def resolve(self, span: Span) -> Person | None:
        """Who is meant by the words at `span`, or `None` where they name nobody or more than one could be meant.

        Somebody who stays without a name ("officials", "a resident") is a person of kind UNNAMED, named by those words.
        """
        words = _BRACKET.sub("", _DAY.sub("", " ".join(span.cut(self._text).split())))
        if is_pronoun(words):
            found = antecedent(words, span, self._mentions, self._genders)
            return self._at(found) if found else None
        return self._named(span, words) or self._party(span, words) or self._pointed(span, words) or self._described(span, words)

    def _at(self, mention: Mention) -> Person | None:
        if mention.kind is NameKind.PERSON:
            return self._persons.get(mention.name)
        if mention.members:
            return _person(mention.name, SpeakerKind.COLLECTIVE, None, mention.span, members=mention.members)
        return self.resolve(mention.span)

    def _named(self, span: Span, words: str) -> Person | None:
        """The person whose name stands in the words; several are a collective."""
        names = [
            name for name in find_names(self._text, within=span) if name.kind is NameKind.PERSON and self._is_meant(name, span)
        ]
        found = list(dict.fromkeys(name.canonical for name in names))
        people = [self._persons[name] for name in found if name in self._persons]
        if len(people) != len(found) or not people:
            return None
        if len(people) == 1:
            return people[0]
        members = tuple(person.name for person in people)
        return _person(
            f"{', '.join(members[:-1])} and {members[-1]}", SpeakerKind.COLLECTIVE, _shared_side(people), span, members=members
        )

    def _is_meant(self, name: Name, span: Span) -> bool:
        """ "Mr Roe" is meant in "Mr Roe", and not in "Roe's lawyer" or "a spokesman for Roe"."""
        after, before = self._text[name.span.end : span.end], self._text[span.start : name.span.start]
        if re.match(r"['’]s?\s+\w", after):
            return False
        is_titled = role_before(self._text, name.span.start) is not None
        return is_titled or not (_OBJECT.search(before) and described_by(span.cut(self._text)))

    def _party(self, span: Span, words: str) -> Person | None:
        """A state, body, bloc, outlet or organisation by its name."""
        party = party_of(words)
        if party is not None and (party.side is not None or party.members):
            return _of_party(party, span)
        if party is not None:
            return self._body_with_state(party, span)
        names = [name for name in find_names(self._text, within=span) if name.kind is not NameKind.PLACE]
        lead = _ARTICLE.match(words)
        bare = words[lead.end() :] if lead else words
        whole = next(
            (name for name in names if " ".join(name.printed.split()) in (bare, bare.removesuffix("'s").removesuffix("’s"))), None
        )
        body = _SMALL_BODY.match(words)
        if whole is None and body:  # "Leeds fire brigade": the last words of a name in small letters
            known = known_party(body["name"].title())
            owner = re.split(r"['’]s\s", body["name"])[0]  # "Acme's board" is on Acme's side
            return _of_party(known, span) if known else _person(body["name"], SpeakerKind.ORGANISATION, owner, span)
        if whole is None and names and self._begins(names[0], span):
            whole = names[0]
        if whole is None or whole.kind is NameKind.STATE:
            return None
        kind = SpeakerKind.ORGANISATION if whole.kind is NameKind.OTHER else SpeakerKind(whole.kind.value)
        return None if kind is SpeakerKind.PERSON else _person(whole.canonical, kind, whole.canonical, span)

    def _begins(self, name: Name, span: Span) -> bool:
        """Whether the words begin with this organisation or outlet ("Leeds General Hospital in Yorkshire")."""
        lead = self._text[span.start : name.span.start].strip().lower()
        after = self._text[name.span.end : span.end]
        is_body = name.kind in (NameKind.ORGANISATION, NameKind.MEDIA)
        return is_body and lead in {"", "the"} and re.match(r"\s+(?:in|at|of|on)\b|,", after) is not None

    def _body_with_state(self, party: Party, span: Span) -> Person:
        """ "the ministry": the body of that kind that was named before, with its state."""
        noun = party.name.split()[-1]
        for mention in reversed(self._before(span)):
            if mention.kind is NameKind.STATE and mention.is_named and mention.name.lower().endswith(noun):
                known = party_of(mention.span.cut(self._text))
                if known and known.side:
                    return _of_party(known, mention.span)
        return _of_party(party, span)

    def _pointed(self, span: Span, words: str) -> Person | None:
        """ "the company", "the three countries", "the statement": what was named before."""
        if _COLLECTIVE.match(words) and (found := self._collective(span, words)):
            return found
        is_statement = _STATEMENT.match(words) is not None
        if not (is_statement or _ORGANISATION.match(words)):
            return None
        kinds = {NameKind.ORGANISATION, NameKind.MEDIA, NameKind.STATE, NameKind.OTHER} | (
            {NameKind.PERSON, NameKind.COLLECTIVE} if is_statement else set()
        )
        near = [m for m in self._before(span) if m.kind in kinds and not m.is_quoted and m.is_named]
        noun = words.rsplit(maxsplit=1)[-1].lower()
        fitting = [m for m in near if noun in m.name.lower().split()] or (
            [m for m in near if m.kind is NameKind.MEDIA] if noun in _PRESS else []
        )
        speaking = [
            m
            for m in near[-12:]
            if m.rank <= 1 and (is_statement or m.kind in (NameKind.ORGANISATION, NameKind.OTHER, NameKind.MEDIA))
        ]
        chosen = fitting or ([] if noun in {"government", "administration", "military", "army", "police", "force"} else speaking)
        return self._at(chosen[-1]) if chosen else None

    def _collective(self, span: Span, words: str) -> Person | None:
        count = next((size for word, size in _COUNTS.items() if word in words.lower().split()), None)
        for mention in reversed(self._before(span)):
            if mention.members and not mention.is_quoted and (count is None or len(mention.members) == count):
                return self._at(mention)
        return None

    def _described(self, span: Span, words: str) -> Person | None:
        """Somebody told by a role: the one person who holds it, or nobody with a name."""
        described = described_by(words)
        if described and not described.is_plural and described.is_definite:
            holder = self._holder(span, words)
            if holder:
                return holder
            return self._introduced(span, described) or self._unnamed(span, words)
        return self._unnamed(span, words) if described or _is_somebody(words) else None

    def _holder(self, span: Span, words: str) -> Person | None:
        """The person with this role who was mentioned last before, else the only one of the article."""
        holders = {p.name: p for p in self._persons.values() if any(same_role(words, role, p.side) for role in p.roles)}
        if len(holders) == 1:
            return next(iter(holders.values()))
        near = [m.name for m in self._before(span) if m.name in holders]
        return holders[near[-1]] if near else None

    def _introduced(self, span: Span, described: Described) -> Person | None:
        """ "the official" after "a US defence official": the same unnamed speaker."""
        for mention in reversed(self._before(span)):
            other = described_by(mention.name) if not mention.is_named else None
            if other and other.head == described.head and len(other.words.split()) > len(described.words.split()):
                return self._unnamed(mention.span, mention.name)
        return None

    def _unnamed(self, span: Span, words: str) -> Person:
        side = role_side(_ARTICLE.sub("", words)) or (side_of(words) if _speaks_officially(words) else None)
        principal = next(
            (p.side for p in self._persons.values() if side in (p.name, p.name.split()[-1])), side
        )  # "a spokesman for Roe"
        return _person(words, SpeakerKind.UNNAMED, principal, span)

    def _before(self, span: Span) -> Sequence[Mention]:
        return [mention for mention in self._mentions if mention.span.end <= span.start]


_PRESS = frozenset(["newspaper", "paper", "magazine", "channel", "network", "broadcaster", "outlet", "website"])


@lru_cache(maxsize=16)  # articles: read once, and asked again while each of their claims is proven
def who_is_who(article: Article) -> People:
    """The persons and parties of `article`, ready to resolve any speaker that it prints."""
    return People(article)


def _person(name: str, kind: SpeakerKind, side: str | None, span: Span, *, members: tuple[str, ...] = ()) -> Person:
    return Person(name=name, kind=kind, role=None, side=side, first=span, aliases=(), members=members)


def _of_party(party: Party, span: Span) -> Person:
    return _person(party.name, party.kind, party.side, span, members=party.members)


def _shared_side(people: Sequence[Person]) -> str | None:
    sides = {person.side for person in people}
    return sides.pop() if len(sides) == 1 else None


def _with_body_side(person: Person, mentions: Sequence[Mention]) -> Person:
    """A "spokesman for the ministry" speaks for the state whose ministry was named last."""
    match = re.search(r"\b(?:of|for|at|from)\s+the\s+((?:[a-z]+\s+)?[a-z]+)$", person.role or "")
    if person.side or match is None:
        return person
    noun = match[1].split()[-1]
    for mention in sorted(mentions, key=lambda m: abs(m.span.start - person.first.start)):
        if mention.kind in (NameKind.STATE, NameKind.ORGANISATION) and mention.name.lower().endswith(noun):
            party = party_of(mention.name)
            return replace(person, side=party.side if party and party.side else mention.name)
    return person


def _speaks_officially(words: str) -> bool:
    return (
        re.search(
            r"(?i)\b(?:officials?|authorities|diplomats?|spokes\w+|officers?|sources|generals?|commanders?|negotiators?|ministers?|leaders|intelligence|prosecutors?|lawmakers)\b",
            words,
        )
        is not None
    )


_SOMEBODY = re.compile(
    r"(?i)^(?:(?:the|an?|one|another|some|many|several|most|other|two|three|four|five|dozens|few|both|all|\d+)\s+(?:of\s+(?:the|his|her|its|their)\s+)?)?"
    r"(?:[\w.'’-]+\s+){0,4}?(?:people|women|men|woman|man|child|children|boy|girl|family|families|relatives|parents|staff|crew|police|public|crowd|team|group|study|survey|poll|"
    r"mother|father|wife|husband|son|daughter|brother|sister|friend|friends|person|one|somebody|someone|others|many|some|those|fans|villagers|locals|sources|spokespeople|[a-z]+(?:ists|ers|ors|ians|ants|ents|ees|cials|men|women|perts|lysts|nesses|tims|thorities|sts))\b"
)


def _is_somebody(words: str) -> bool:
    """ "a woman on board", "some residents", "witnesses": people without a name."""
    return len(words.split()) <= 14 and _SOMEBODY.match(words) is not None
