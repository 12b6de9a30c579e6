"""Utterances to drafted claims: who speaks, what they do by it, when, and from whom the article has it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.domain.article import Article
from summarizer.domain.claim import Act, SpeakerKind
from summarizer.domain.span import Span
from summarizer.drafts import ClaimDraft
from summarizer.language.acts import act_of
from summarizer.language.folding import find
from summarizer.language.parties import party_of
from summarizer.language.people import People, Person
from summarizer.language.reporting import act_shown
from summarizer.reading.details import details_of
from summarizer.reading.relays import relay_behind
from summarizer.reading.speech import Utterance, by_sentence

_RELATIVE = frozenset({"which", "who", "whom", "that", "whose"})
_FEWEST_WORDS = 4  # of one sentence of a longer quotation that is a claim of its own
_SPOKEN_OF = frozenset(
    {Act.ALLEGES, Act.DENIES, Act.ADMITS, Act.CONFIRMS, Act.DECLINES_TO_COMMENT, Act.ANNOUNCES_OWN_ACT, Act.WARNS}
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """An utterance that becomes a claim, with who says it and the utterance of the medium that relays it."""

    utterance: Utterance
    person: Person | None
    teller: Utterance | None


def spoken_of(article: Article, utterances: Sequence[Utterance], people: People) -> tuple[Spoken, ...]:
    """The utterances that state something by somebody; what is merely talked about is left to narration."""
    named = [_named(article, each) for each in utterances]
    told = [Spoken(_tidy(article, each, named), _speaker(each, people), None) for each in named]
    stating = [each for each in told if _states(article, each)]
    kept = [each for each in stating if not any(_contains(article, outer, each) for outer in stating)]
    tellers = {id(inner): outer for outer in kept for inner in kept if _relays(outer, inner)}
    outer_only = {id(outer) for outer in tellers.values()}
    return tuple(
        replace(each, teller=tellers[id(each)].utterance if id(each) in tellers else None)
        for each in kept
        if id(each) not in outer_only
    )


def _contains(article: Article, outer: Spoken, inner: Spoken) -> bool:
    """Whether `inner` is only part of what `outer` says: their own thought ("said it had found a leak"), or what they deny
    ("denied that Israel had agreed to withdraw")."""
    words, cue = inner.utterance, inner.utterance.cue
    if outer is inner or cue is None or outer.utterance.cue is None or inner.utterance.kind != "indirect":
        return False
    if not any(span.covers(cue) and all(span.covers(part) for part in words.content) for span in outer.utterance.content):
        return False
    is_own = outer.person is not None and inner.person is not None and outer.person.name == inner.person.name
    return is_own or act_shown(outer.utterance.cue.cut(article.text)) is Act.DENIES


def draft_spoken(article: Article, spoken: Sequence[Spoken]) -> tuple[ClaimDraft, ...]:
    """Drafted claims, one for each utterance, and one for each sentence of a quotation that runs over several."""
    return tuple(_draft(article, part) for each in spoken for part in _parts(article, each))


def _named(article: Article, utterance: Utterance) -> Utterance:
    """The utterance with the words behind a relative pronoun as its speaker: "Acme, which has …, called it"."""
    if utterance.speaker is None or utterance.speaker.cut(article.text).split()[0].lower() not in _RELATIVE:
        return utterance
    return replace(utterance, speaker=utterance.source_hint, source_hint=None)


def _tidy(article: Article, utterance: Utterance, others: Sequence[Utterance]) -> Utterance:
    """The utterance without what its words take in of others: ", he said" at the end, "as reported by X" behind a comma."""
    pieces = tuple(_without_tail(article.text, piece, others) for piece in utterance.content)
    return replace(utterance, content=pieces)


def _without_tail(text: str, piece: Span, others: Sequence[Utterance]) -> Span:
    end = relay_behind(text, piece)[0]
    for other in others:
        if other.cue and other.speaker and piece.start < other.speaker.start and other.cue.start < end:
            start = min(other.cue.start, other.speaker.start)
            if end - max(other.cue.end, other.speaker.end) <= 1 and text[:start].rstrip().endswith((",", ",”", ',"')):
                end = start
    trimmed = text[piece.start : end].rstrip(" ,;")
    return Span(piece.start, piece.start + len(trimmed)) if trimmed else piece


def _states(article: Article, spoken: Spoken) -> bool:
    """Whether somebody who can be named says something in it."""
    utterance, cue = spoken.utterance, spoken.utterance.cue
    words = sum(len(span.cut(article.text).split()) for span in utterance.content)
    if utterance.kind != "indirect":
        return words > 1 and (utterance.speaker or utterance.source_hint) is not None
    if utterance.speaker is None or spoken.person is None or cue is None:
        return False
    act = act_shown(cue.cut(article.text))
    if not utterance.is_statement and act not in _SPOKEN_OF:
        return spoken.person.kind is SpeakerKind.PERSON and not cue.cut(article.text).endswith("ing")
    return words > 1 or act in _SPOKEN_OF


def _relays(outer: Spoken, inner: Spoken) -> bool:
    """Whether `outer` is a medium saying that somebody else said what `inner` holds."""
    if outer is inner or outer.person is None or inner.person is None or inner.utterance.speaker is None:
        return False
    if outer.person.kind is not SpeakerKind.MEDIA or inner.person.kind is SpeakerKind.MEDIA:
        return False
    return any(a.covers(inner.utterance.speaker) or a.covers(b) for a in outer.utterance.content for b in inner.utterance.content)


def _speaker(utterance: Utterance, people: People) -> Person | None:
    for span in (utterance.speaker, utterance.source_hint):
        if span is not None and (person := people.resolve(span)):
            return person
    return None


def _parts(article: Article, spoken: Spoken) -> Iterator[Spoken]:
    """The utterance sentence by sentence where it is a quotation that runs over several, else as it is."""
    utterance = spoken.utterance
    if utterance.kind == "indirect" or len(utterance.sentences) < 2:
        yield spoken
        return
    for part in by_sentence(article, utterance):
        if sum(len(piece.cut(article.text).split()) for piece in part.content) >= _FEWEST_WORDS:
            yield replace(spoken, utterance=part)


def _draft(article: Article, spoken: Spoken) -> ClaimDraft:
    text, utterance, person = article.text, spoken.utterance, spoken.person
    cue = _widened_cue(text, utterance)
    printed = utterance.speaker or utterance.source_hint
    name = _name(article, person, printed)
    content = tuple(span.cut(text) for span in utterance.content)
    teller = spoken.teller
    saying = [span for span in (cue, utterance.speaker, teller and teller.cue) if span]
    found = details_of(article, utterance.sentences, utterance.content, saying=saying)
    told_by = teller.speaker.cut(text) if teller and teller.speaker else None
    relay = told_by or next(filter(None, (relay_behind(text, span)[1] for span in utterance.content)), None)
    return ClaimDraft(
        sentences=_cited(article, utterance, cue, printed),
        content=content,
        act=act_of(
            cue=cue.cut(text) if cue else None,
            content=" ".join(content),
            speaker=person.name if person else None,
            sentence=" ".join(article.words_of(number) for number in utterance.sentences),
            own_side=person.side if person else None,
        ),
        speaker=printed.cut(text) if printed else None,
        speaker_is=name,
        role=person.role if person and person.role and find(person.role, text) else None,
        cue=cue.cut(text) if cue else None,
        said=found.said,
        relays=(relay,) if relay else (),
        hedge=found.hedge,
        when=found.when,
        where=found.where,
        quantities=found.quantities,
        is_direct=utterance.is_direct,
        is_background=found.is_background,
    )


def _name(article: Article, person: Person | None, printed: Span | None) -> str | None:
    """The fullest name that the article prints for the speaker, where the words at the claim are no name.

    A state or organisation keeps the name it has at the claim: "Tehran" and "the Kremlin" stay what was printed.
    """
    if person is None or printed is None or person.kind is SpeakerKind.UNNAMED:
        return None
    if person.kind is not SpeakerKind.PERSON and party_of(printed.cut(article.text)):
        return None
    full = person.name if find(person.name, article.text) else person.first.cut(article.text)
    return full if full != printed.cut(article.text) else None


def _cited(article: Article, utterance: Utterance, cue: Span | None, speaker: Span | None) -> tuple[int, ...]:
    """The sentences of the words, and those of cue and speaker where they stand further away."""
    needed = [span for span in (cue, speaker) if span]
    far = {s.number for s in article.sentences if any(s.span.overlaps(span) for span in needed)}
    near = {n + step for n in utterance.sentences for step in (-2, -1, 0, 1, 2)}
    return tuple(sorted({*utterance.sentences, *(number for number in far if number not in near)}))


def _widened_cue(text: str, utterance: Utterance) -> Span | None:
    """The cue with the auxiliaries and negation between it and the speaker: "has not explicitly denied"."""
    cue, speaker = utterance.cue, utterance.speaker
    if cue is None or speaker is None or not 0 <= cue.start - speaker.end <= 40:
        return cue
    between = text[speaker.end : cue.start]
    if any(mark in between for mark in ',.;:—"“”'):
        return cue
    start = speaker.end + len(between) - len(between.lstrip())
    return Span(start, cue.end)
