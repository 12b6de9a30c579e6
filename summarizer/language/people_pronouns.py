"""For whom a pronoun stands: the nearest earlier speaker or subject that it fits."""

from collections.abc import Mapping, Sequence

from summarizer.domain.span import Span
from summarizer.language.names import NameKind
from summarizer.language.people_mentions import Mention
from summarizer.language.titles import described_by

_REACH = 8  # sentences back; farther, nobody would understand a pronoun
_GENDERS = {"he": "male", "she": "female", "him": "male", "her": "female", "his": "male", "who": None}
_PERSONAL = frozenset(_GENDERS)
_PLURAL = frozenset({"they", "both", "them"})
_THINGS = frozenset({"it", "which"})
_BODIES = frozenset({NameKind.STATE, NameKind.ORGANISATION, NameKind.MEDIA, NameKind.OTHER, NameKind.COLLECTIVE})


def is_pronoun(words: str) -> bool:
    """Whether `words` is a third-person or relative pronoun; "I" and "we" stand for whoever is quoted."""
    return words.lower() in _PERSONAL | _PLURAL | _THINGS


def antecedent(pronoun: str, span: Span, mentions: Sequence[Mention], genders: Mapping[str, str | None]) -> Mention | None:
    """The mention for which the pronoun at `span` stands, or `None`.

    In the sentence of the pronoun and then back, sentence by sentence: speakers before subjects before others; names inside
    quotations and, where known, of the other gender are passed over.
    """
    word = pronoun.lower()
    before = [m for m in mentions if m.span.end <= span.start and not m.is_quoted and _fits(word, m, genders)]
    if not before:
        return None
    if word in {"who", "which"}:
        return before[-1] if span.start - before[-1].span.end <= 3 else None
    here = max(m.sentence for m in mentions if m.span.start <= span.start)
    near = [m for m in before if here - m.sentence <= _REACH]
    if not near:
        return None
    nearest = max(m.sentence for m in near if m.rank < 3) if any(m.rank < 3 for m in near) else near[-1].sentence
    return min((m for m in near if m.sentence == nearest), key=lambda m: (m.rank, -m.span.start if m.rank == 0 else m.span.start))


def _fits(word: str, mention: Mention, genders: Mapping[str, str | None]) -> bool:
    if word in _PERSONAL:
        return _is_somebody(mention) and _agrees(_GENDERS[word], _gender_of(mention, genders))
    if word in _PLURAL:
        is_several = bool(mention.members) or (mention.is_named and mention.kind in (NameKind.ORGANISATION, NameKind.COLLECTIVE))
        return (is_several and mention.rank < 3) or (not mention.is_named and mention.rank == 0)
    return mention.is_named and mention.kind in _BODIES


def _is_somebody(mention: Mention) -> bool:
    """A named person, or somebody described who speaks there ("a passenger said")."""
    return mention.kind is NameKind.PERSON or (not mention.is_named and mention.rank == 0)


def _gender_of(mention: Mention, genders: Mapping[str, str | None]) -> str | None:
    if mention.is_named:
        return genders.get(mention.name)
    described = described_by(mention.name)
    return described.gender if described else None


def _agrees(wanted: str | None, found: str | None) -> bool:
    return wanted is None or found is None or wanted == found
