"""An LLM's rows to a `ReportDraft`: each row tied to the words of its sentence, or left so that grounding rejects it by name."""

from collections.abc import Iterable, Iterator

from summarizer.domain.article import Article, Sentence
from summarizer.domain.measure import MeasureKind, Stage
from summarizer.domain.weapon import SpecKind
from summarizer.drafts import ClaimDraft, MeasureDraft, ReportDraft, SpecDraft, WeaponDraft
from summarizer.language.acts import act_of
from summarizer.language.folding import find
from summarizer.language.parties import side_of
from summarizer.language.quantities import find_quantities
from summarizer.language.reporting import reporting_verb_forms
from summarizer.prompting.attributing import Attributed, attribute, goes_on
from summarizer.prompting.candidates import GOES_ON
from summarizer.prompting.details import details_of, role_of
from summarizer.prompting.sentences import Part
from summarizer.prompting.specs import kind_of_value, measure_kind, stage_of
from summarizer.prompting.wire import Rows, WeaponRow, cells

NOWHERE = 0  # the number of no sentence: what cites it is rejected as such, and so appears in the report


def drafted(rows: Rows, article: Article, part: Part) -> ReportDraft:
    """The draft of these rows. Those about sentences shown for context are left to the part that asks about them.

    Rows about sentences that were not shown at all are drafted so that grounding rejects them.
    """
    numbers = frozenset(sentence.number for sentence in part.own)
    context = {sentence.number for sentence in part.context}
    said = tuple(draft for row in rows.said if _numbered(row)[0] not in context for draft in draft_said(row, article, numbers))
    covered = {number for claim in said for number in claim.sentences} | context
    told = tuple(
        draft for number in dict.fromkeys(rows.told) if number not in covered for draft in draft_told(article, number, numbers)
    )
    return ReportDraft(
        claims=tuple(dict.fromkeys((*said, *told))),
        weapons=tuple(_weapons(rows.weapons, article, numbers)),
        measures=tuple(
            dict.fromkeys(draft_measure(row, article, numbers) for row in rows.measures if _numbered(row)[0] not in context)
        ),
    )


def draft_said(row: str, article: Article, asked: frozenset[int]) -> tuple[ClaimDraft, ...]:
    """One "sentence | speaker" row. Where nobody speaks in the sentence, the article tells it."""
    number, who = _numbered(row)
    if number not in asked or not who:
        return (_unplaced(row),)
    sentence = article.sentences[number - 1]
    found = attribute(article, sentence, _bare(who[0]))
    return tuple(_spoken(article, sentence, each) for each in found) or draft_told(article, number, asked) or (_unplaced(row),)


def draft_told(article: Article, number: int, asked: frozenset[int]) -> tuple[ClaimDraft, ...]:
    """A sentence that the article tells in its own voice; none where it is all quotation, which somebody must have said."""
    if number not in asked:
        return (_unplaced(str(number)),)
    if goes_on(article.words_of(number)):
        return ()
    sentence = article.sentences[number - 1]
    words = sentence.span.cut(article.text)
    details = details_of(article, sentence.span, (sentence.span,))  # nothing stands outside, so there is no time of saying
    act = act_of(cue=None, content=words, speaker=None, sentence=words)
    return (ClaimDraft(sentences=(number,), act=act, **details),)


def _spoken(article: Article, sentence: Sentence, found: Attributed) -> ClaimDraft:
    text = article.text
    name = found.speaker_is or found.speaker
    cue = found.cue.cut(text) if found.cue else None
    role = role_of(article, name)
    act = act_of(
        cue=cue,
        content=" ".join(span.cut(text) for span in found.content),
        speaker=name,
        sentence=sentence.span.cut(text),
        own_side=side_of(name) or (side_of(role) if role else None),
    )
    return ClaimDraft(
        sentences=(sentence.number,),
        content=tuple(span.cut(text) for span in found.content),
        act=act,
        speaker=found.speaker,
        speaker_is=found.speaker_is,
        role=role,
        cue=cue,
        is_direct=found.is_direct,
        **details_of(article, sentence.span, found.content),
    )


def draft_measure(row: str, article: Article, asked: frozenset[int]) -> MeasureDraft:
    """One "sentence | kind | by | target" row; parties that the sentence does not print are left out, not believed."""
    number, rest = _numbered(row)
    if number not in asked or len(rest) < 3 or rest[0] not in set(MeasureKind):
        return MeasureDraft(kind=MeasureKind.SANCTIONS, stage=Stage.PLANNED, content=row, sentences=(NOWHERE,))
    sentence = article.sentences[number - 1]
    words = sentence.span.cut(article.text)
    money = [q.printed.text for q in find_quantities(article.text, within=sentence.span) if q.unit]
    by, target = (value if find(value, words) else None for value in rest[1:3])
    return MeasureDraft(
        kind=measure_kind(words, MeasureKind(rest[0])),
        stage=stage_of(words),
        by=by,
        target=target,
        content=words,
        amount=money[0] if money else None,
        sentences=(number,),
    )


def _weapons(rows: Iterable[WeaponRow], article: Article, asked: frozenset[int]) -> Iterator[WeaponDraft]:
    """Rows of one weapon together, each value tied to the sentence that prints it."""
    by_name: dict[str, list[str]] = {}
    for row in rows:
        by_name.setdefault(row.weapon.split("[")[0].strip(), []).append(row.value)
    for name, values in _rehung(by_name, article, asked).items():
        sentences = tuple(number for number in sorted(asked) if find(name, article.words_of(number))) if name else ()
        specs = tuple(spec for value in dict.fromkeys(values) for spec in _specs(value, article, sentences))
        yield WeaponDraft(name=name or "?", sentences=sentences or (NOWHERE,), specs=specs)


def _rehung(by_name: dict[str, list[str]], article: Article, asked: frozenset[int]) -> dict[str, list[str]]:
    """Each value with the weapon that its sentence names, where that is another than the row's: the words decide."""
    rehung: dict[str, list[str]] = {name: [] for name in by_name}
    for name, values in by_name.items():
        for value in values:
            rehung[name if _prints(name, value, article, asked) else _owner(value, by_name, article, asked) or name].append(value)
    return rehung


def _owner(value: str, names: Iterable[str], article: Article, asked: frozenset[int]) -> str | None:
    owners = [name for name in names if _prints(name, value, article, asked)]
    return owners[0] if len(owners) == 1 else None


def _prints(name: str, value: str, article: Article, asked: frozenset[int]) -> bool:
    """Whether one sentence has both the weapon and a figure of the value."""
    figures = [quantity.printed.text for quantity in find_quantities(value)]
    words = [article.words_of(number) for number in asked]
    return any(find(name, each) and any(find(figure, each) for figure in figures) for each in words)


def _specs(value: str, article: Article, sentences: tuple[int, ...]) -> Iterator[SpecDraft]:
    """The value where one of the weapon's sentences prints it; else as it was given, for grounding to reject."""
    if not any(char.isdigit() for char in value):
        return
    figures = [quantity.printed.text for quantity in find_quantities(value)] or [value]
    for number in sentences:
        words = article.words_of(number)
        places = [place for figure in figures if (place := find(figure, words))]
        if places:
            yield SpecDraft(kind=kind_of_value(words, places[0]), value=places[0].cut(words), sentence=number)
            return
    yield SpecDraft(kind=SpecKind.RANGE, value=value[:80], sentence=sentences[0] if sentences else NOWHERE)


def _bare(who: str) -> str:
    """A speaker without the verb that some answers put behind it; empty where nothing else stands there."""
    kept = who.removesuffix(GOES_ON).strip()
    first, _, last = kept.rpartition(" ")
    name = first if last in reporting_verb_forms() else kept
    return name if any(char.isalpha() for char in name) else ""


def _numbered(row: str) -> tuple[int, list[str]]:
    first, *rest = cells(row)
    return (int(first) if first.isdecimal() and len(first) < 7 else NOWHERE), [cell for cell in rest if cell]


def _unplaced(row: str) -> ClaimDraft:
    """A row about no sentence of ours, kept so that the report lists it as rejected."""
    return ClaimDraft(sentences=(NOWHERE,), content=(row,), act=act_of(cue=None, content="", speaker=None, sentence=""))
