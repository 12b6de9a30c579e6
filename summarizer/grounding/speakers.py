"""Who speaks: the printed words at the claim, the full name elsewhere in the article, and what side they are on."""

from summarizer.domain.article import Article
from summarizer.domain.claim import Speaker, SpeakerKind
from summarizer.domain.report import Reason
from summarizer.domain.span import Quote, Span
from summarizer.drafts import ClaimDraft
from summarizer.grounding.evidence import Evidence, UngroundedError
from summarizer.language.folding import find, find_all, folded
from summarizer.language.names import Name, NameKind, find_names
from summarizer.language.offices import role_side
from summarizer.language.parties import party_of
from summarizer.language.people import Person, who_is_who

_BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.MEDIA, SpeakerKind.STATE})


def ground_speaker(draft: ClaimDraft, evidence: Evidence, near: Span) -> Speaker | None:
    """The speaker of the draft, or `None` for the article's own voice; raises where the words are not at the claim."""
    if not draft.speaker:
        return None
    printed = evidence.locate(draft.speaker, near=near) or evidence.widened().locate(draft.speaker, near=near)
    if printed is None:
        raise UngroundedError(Reason.SPEAKER_NOT_FOUND, draft.speaker)
    return _speaker(_name(draft, evidence, printed), _role(draft.role, evidence), printed, evidence.article)


def _speaker(name: str, role: str | None, printed: Quote, article: Article) -> Speaker:
    """The speaker with the kind that the name shows, and the role and side that the article shows of whom it means."""
    party = party_of(name) or party_of(printed.text)
    people = _people_in(name, article)
    if len(people) > 1:
        return Speaker(name=name, kind=SpeakerKind.COLLECTIVE, role=role, side=None, members=people, printed=printed)
    meant = _meant(people, printed, article)
    side = meant.side if meant else None
    if people and not (meant and meant.kind is SpeakerKind.UNNAMED):
        title = role or (meant.role if meant else None)
        side = side or (role_side(title) if title else None)
        return Speaker(name=name, kind=SpeakerKind.PERSON, role=title, side=side, members=(), printed=printed)
    if party is not None:
        side = party.side or side
        return Speaker(name=name, kind=party.kind, role=role, side=side, members=party.members, printed=printed)
    kind = meant.kind if meant and meant.kind in _BODIES else SpeakerKind.UNNAMED
    return Speaker(name=name, kind=kind, role=role, side=side or role_side(name), members=(), printed=printed)


def _people_in(words: str, article: Article) -> tuple[str, ...]:
    """The persons named in these words, as the whole article names them, at the first place where they stand."""
    place = find(words, article.text)
    names = find_names(article.text, within=place) if place else ()
    return tuple(name.canonical for name in names if name.kind is NameKind.PERSON)


def _meant(people: tuple[str, ...], printed: Quote, article: Article) -> Person | None:
    """Whom the printed words mean, "a spokesman for Roe" not being Roe; else who in the article has this name."""
    known = who_is_who(article)
    resolved = known.resolve(printed.span)
    if not people or (
        resolved and (resolved.name in people or (resolved.kind is SpeakerKind.UNNAMED and resolved.first == printed.span))
    ):
        return resolved
    return next((person for person in known.people if person.name in people), resolved)


def _name(draft: ClaimDraft, evidence: Evidence, printed: Quote) -> str:
    """The full name, which must stand in the article no later than just after the claim and agree with the printed name."""
    if not draft.speaker_is or folded(draft.speaker_is) == folded(printed.text):
        return printed.text
    article = evidence.article
    places = find_all(draft.speaker_is, article.text)
    limit = evidence.widened().spans[-1].end
    if not any(place.start < limit for place in places):
        raise UngroundedError(Reason.NAME_NOT_FOUND, draft.speaker_is)
    meant = _people_in(draft.speaker_is, article)
    for name in find_names(article.text, within=printed.span):
        if name.kind is NameKind.PERSON and not _agrees(name, draft.speaker_is, meant):
            raise UngroundedError(Reason.SPEAKER_NOT_FOUND, f"{printed.text!r} is not {draft.speaker_is!r}")
    return draft.speaker_is


def _agrees(printed: Name, full: str, meant: tuple[str, ...]) -> bool:
    """Whether a printed name can be that of `full`: its last word stands there, and a full name is not another one's."""
    is_full = " " in printed.canonical and all(" " in name for name in meant)
    return find(printed.printed.split()[-1], full) is not None and (not is_full or not meant or printed.canonical in meant)


def _role(role: str | None, evidence: Evidence) -> str | None:
    if not role:
        return None
    if not find(role, evidence.article.text):
        raise UngroundedError(Reason.NAME_NOT_FOUND, role)
    return role
