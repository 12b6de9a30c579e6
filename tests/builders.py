"""Small builders of values for tests. They are honest: sentences are found in the text, and quotes are cut from it."""

import hashlib
import re
from datetime import date

from summarizer.domain.article import Article, Credit, Publication, Role, Sentence
from summarizer.domain.claim import Act, Attribution, Claim, Speaker, SpeakerKind
from summarizer.domain.quantity import Quantity
from summarizer.domain.span import Quote, Span

_SENTENCE = re.compile(r"\S(?:[^\n]*?[.!?][\"”’)]*(?=\s|$)|[^\n]*)")


def make_article(text, *, outlet=None, agency=None, published=None, headline=False, name="", roles=None):
    """An article of this text. A line is a paragraph; `roles` maps words of a sentence to its role, everything else is body."""
    sha256 = hashlib.sha256(f"{outlet}{name}{text}".encode()).hexdigest()  # one text of two outlets is two articles
    sentences = []
    for paragraph, line in enumerate(re.finditer(r"[^\n]+", text), 1):
        for found in _SENTENCE.finditer(text, *line.span()):
            span = Span(*found.span())
            role = next((role for words, role in (roles or {}).items() if words in found.group()), Role.BODY)
            if headline and not sentences:
                role = Role.HEADLINE
            sentences.append(Sentence(len(sentences) + 1, paragraph, role, span))
    return Article(
        id=sha256[:12],
        name=name or f"{sha256[:6]}.txt",
        sha256=sha256,
        text=text,
        language="en",
        title=None,
        outlet=Credit(outlet, "given" if outlet else "not known"),
        agency=Credit(agency, "credit line" if agency else "not known"),
        byline=Credit(None, "not known"),
        dateline=Credit(None, "not known"),
        published=Publication(date.fromisoformat(published) if published else None, "given" if published else "not known"),
        sentences=tuple(sentences),
    )


def make_speaker(article, printed, *, name=None, kind=SpeakerKind.PERSON, role=None, side=None, members=()):
    """A speaker whose `printed` words stand in the article; `name` is the fullest name, the printed words unless given."""
    return Speaker(name=name or printed, kind=kind, role=role, side=side, members=members, printed=cut(article, printed))


def make_claim(
    article, words, *, speaker=None, act=Act.ASSERTS, cue=None, relays=(), direct=False, background=False, quantities=(), names=()
):
    """A claim of these words (several pieces as a tuple). A speaker given as words is a person of that name."""
    pieces = (words,) if isinstance(words, str) else tuple(words)
    content = tuple(cut(article, piece) for piece in pieces)
    if isinstance(speaker, str):
        speaker = make_speaker(article, speaker)
    quantities: tuple[Quantity, ...] = tuple(quantities)
    return Claim(
        id=f"{article.id}:{content[0].start}-{content[-1].end}",
        article=article.id,
        sentences=tuple(s.number for s in article.sentences if any(s.span.overlaps(quote.span) for quote in content)),
        act=act,
        content=content,
        attribution=Attribution(
            outlet=article.label,
            agency=article.agency.name,
            relays=tuple(cut(article, relay).text for relay in relays),
            speaker=speaker,
            cue=cut(article, cue) if cue else None,
            said=None,
        ),
        is_direct=direct,
        is_background=background,
        negations=(),
        hedge=None,
        when=None,
        where=None,
        to_whom=None,
        quantities=quantities,
        names=tuple(names),
    )


def cut(article, words):
    """The first place of these words in the article; fails where it has none."""
    start = article.text.index(words)
    return Quote.cut(article.text, Span(start, start + len(words)))
