"""Measures that an article reports: sanctions, aid, agreements, expulsions, trade and legal acts.

A measure is an act in a clause. Sanctions as a topic, calls for them, denials and suppositions are none.
"""

import re
from collections.abc import Iterator

from summarizer.domain.article import Article, Sentence
from summarizer.domain.measure import MeasureKind, Stage
from summarizer.domain.span import Span
from summarizer.drafts import MeasureDraft
from summarizer.reading.measure_acts import Act, Form, find_acts
from summarizer.reading.measure_parties import subject_of, target_of
from summarizer.reading.measure_stages import stage_of

_MONEY = re.compile(
    r"(?:US|A|C|HK|NT)?[$€£¥]\s?\d[\d,]*(?:\.\d+)?(?:[\s-](?:million|billion|trillion|thousand)|\s?(?:bn|tn|m|k)\b)?|"
    r"\b\d[\d,]*(?:\.\d+)?\s(?:(?:million|billion|trillion)\s)?(?:dollars|euros|pounds|yen|yuan|roubles|rubles|rupees|"
    r"francs|crowns|won)\b"
)
_RATE = re.compile(r"\b\d[\d,]*(?:\.\d+)?(?:\s?%|\s(?:percent|per cent)\b|-(?:percent|per cent)\b)")
_END = re.compile(
    r";|[,.!?]?[”\"](?=\s|$)|\s[—–]\s|\s--\s|,\s(?:but|while|whereas|although|though)\s|"
    r",\s(?:(?:the|a|an)\s)?(?:[\w.’'-]+\s){1,5}?(?:said|says|told|added|announced|reported|confirmed)\b|,\saccording to\b"
)


def draft_measures(article: Article) -> tuple[MeasureDraft, ...]:
    """A draft for each measure in the order of the text; `content` is the clause as printed, within one sentence.

    "Agreed to buy" counts as an agreement that is announced; an arrest, charge, fine or seizure as a legal measure.
    """
    drafts: dict[tuple[MeasureKind, str], MeasureDraft] = {}
    for sentence in article.sentences:
        if sentence.role.carries_statements:
            for draft in _in_sentence(article.text, sentence):
                drafts.setdefault((draft.kind, draft.content), draft)
    return tuple(drafts.values())


def _in_sentence(text: str, sentence: Sentence) -> Iterator[MeasureDraft]:
    """One draft for each kind and verb; the verb that comes first tells of a noun that two verbs share."""
    told: list[tuple[MeasureKind, Span]] = []
    for act in sorted(find_acts(text, sentence.span), key=lambda act: (act.verb.start, act.is_direct)):
        reach = Span(min(act.verb.start, act.noun.start), max(act.verb.end, act.noun.end))
        if any(kind is act.kind and span.overlaps(reach) for kind, span in told):
            continue
        stage = stage_of(text, act, sentence.span)
        if stage:
            told.append((act.kind, reach))
            yield _draft(text, act, stage, sentence)


def _draft(text: str, act: Act, stage: Stage, sentence: Sentence) -> MeasureDraft:
    by, start = subject_of(text, act, sentence.span)
    target = target_of(text, act, sentence.span)
    if act.form is Form.PASSIVE and act.is_direct and target:  # "The driver has been arrested" begins with its target
        start = max(start, text.rfind(target, sentence.span.start, act.verb.start))
    content = _clause(text, act, Span(min(start, act.verb.start, act.noun.start), sentence.span.end))
    return MeasureDraft(
        kind=act.kind,
        stage=stage,
        by=by,
        target=target,
        content=content.cut(text),
        amount=_amount(text, act, content),
        sentences=(sentence.number,),
    )


def _clause(text: str, act: Act, span: Span) -> Span:
    """From its beginning to where the clause ends, without the marks at its ends."""
    end = max(act.verb.end, act.noun.end)
    match = _END.search(text, end, span.end)
    start, stop = span.start, match.start() if match else span.end
    while text[start] in " \"“‘'(,":
        start += 1
    while stop > start + 1 and text[stop - 1] in " \"”’'),.:!?\n":
        stop -= 1
    return Span(start, max(stop, end))


def _amount(text: str, act: Act, content: Span) -> str | None:
    """The sum of money nearest to the measure's noun; for a trade measure a rate too."""
    found = [*_MONEY.finditer(text, content.start, content.end)]
    if act.kind is MeasureKind.TRADE:
        found += _RATE.finditer(text, content.start, content.end)
    if not found:
        return None
    return min(found, key=lambda match: min(abs(match.start() - act.noun.start), abs(act.noun.start - match.end()))).group()
