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


def ground_speaker(draft: ClaimDraft, evidence: Evidence, near: Span) -> Speaker | None:
    """The speaker of the draft, or `None` for the article's own voice; raises where the words are not at the claim."""
    if not draft.speaker:
        return None
    printed = evidence.locate(draft.speaker, near=near) or evidence.widened().locate(draft.speaker, near=near)
    if printed is None:
        raise UngroundedError(Reason.SPEAKER_NOT_FOUND, draft.speaker)
    return _speaker(_name(draft, evidence, printed), _role(draft.role, evidence), printed, evidence.article)


def _speaker(name: str, role: str | None, printed: Quote, article: Article) -> Speaker:
    """The speaker with the kind and side that the name, the names in it, or the role show."""
    party = party_of(name) or party_of(printed.text)
    people = [each.canonical for each in _names_of(name, article) if each.kind is NameKind.PERSON]
    if len(people) > 1:
        return Speaker(name=name, kind=SpeakerKind.COLLECTIVE, role=role, side=None, members=tuple(people), printed=printed)
    if people:
        return Speaker(name=name, kind=SpeakerKind.PERSON, role=role, side=_side(role, article), members=(), printed=printed)
    if party is not None:
        return Speaker(name=name, kind=party.kind, role=role, side=party.side, members=party.members, printed=printed)
    return Speaker(name=name, kind=SpeakerKind.UNNAMED, role=role, side=_side(name, article), members=(), printed=printed)


def _names_of(words: str, article: Article) -> tuple[Name, ...]:
    """The names that the whole article shows in these words, at the first place where they stand."""
    place = find(words, article.text)
    return find_names(article.text, within=place) if place else ()


def _side(words: str | None, article: Article) -> str | None:
    """Whom an office speaks for; "the ministry" is the one that the article names by its state."""
    if not words:
        return None
    if side := role_side(words):
        return side
    body = words.rsplit(" ", 1)[-1].strip(".,")
    for name in find_names(article.text):
        if name.kind is NameKind.PERSON:
            continue
        after = article.text[name.span.start : name.span.end + 40].split(".")[0]
        place = find(body, after)
        if place and (party := party_of(after[: place.end])):
            return party.side
    return None


def _name(draft: ClaimDraft, evidence: Evidence, printed: Quote) -> str:
    """The full name, which must stand in the article no later than just after the claim and agree with the printed name."""
    if not draft.speaker_is or folded(draft.speaker_is) == folded(printed.text):
        return printed.text
    article = evidence.article
    places = find_all(draft.speaker_is, article.text)
    limit = evidence.widened().spans[-1].end
    if not any(place.start < limit for place in places):
        raise UngroundedError(Reason.NAME_NOT_FOUND, draft.speaker_is)
    for name in find_names(article.text, within=printed.span):
        if name.kind is NameKind.PERSON and not find(name.printed.split()[-1], draft.speaker_is):
            raise UngroundedError(Reason.SPEAKER_NOT_FOUND, f"{printed.text!r} is not {draft.speaker_is!r}")
    return draft.speaker_is


def _role(role: str | None, evidence: Evidence) -> str | None:
    if not role:
        return None
    if not find(role, evidence.article.text):
        raise UngroundedError(Reason.NAME_NOT_FOUND, role)
    return role
