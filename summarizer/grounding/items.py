"""Weapons with their specifications, and measures: drafted items to proven ones."""

from summarizer.domain.article import Article
from summarizer.domain.measure import Measure
from summarizer.domain.quantity import Quantity
from summarizer.domain.report import Reason, Rejected
from summarizer.domain.span import Quote, Span
from summarizer.domain.weapon import Spec, WeaponMention
from summarizer.drafts import MeasureDraft, SpecDraft, WeaponDraft
from summarizer.grounding.claims import ground_quantity
from summarizer.grounding.evidence import Evidence, UngroundedError, cite
from summarizer.language.folding import find_all
from summarizer.language.proving import unsupported
from summarizer.language.quantities import find_quantities
from summarizer.language.weapon_owner import owner_of
from summarizer.language.weapons import WeaponName, canonical_weapon, find_weapon_names


def ground_weapon(draft: WeaponDraft, article: Article) -> tuple[WeaponMention, tuple[Rejected, ...]]:
    """The weapon with the specifications that hold; those that do not come back as rejected, one by one."""
    evidence = cite(article, draft.sentences)
    printed = evidence.locate(draft.name)
    if printed is None:
        raise UngroundedError(Reason.NAME_NOT_FOUND, draft.name)
    name = canonical_weapon(draft.name)
    known = _known(evidence, printed)
    specs: list[Spec] = []
    lost: list[Rejected] = []
    for spec in draft.specs:
        try:
            specs.append(_ground_spec(spec, article, draft.name))
        except UngroundedError as failure:
            lost.append(failure.rejected("weapon", f"{draft.name}: {spec.kind} {spec.value}", (spec.sentence,)))
    mention = WeaponMention(
        name=name,
        printed=printed,
        category=_found(draft.category, evidence) or (known.category if known else None),
        origin=known.origin if known else None,
        operator=_found(draft.operator, evidence),
        sentences=evidence.numbers,
        specs=tuple(specs),
    )
    return mention, tuple(lost)


def _known(evidence: Evidence, printed: Quote) -> WeaponName | None:
    """What the gazetteer or the designation shows of the printed name; `None` for a name that only a reader knows."""
    found = (weapon for span in evidence.spans for weapon in find_weapon_names(evidence.article.text, within=span))
    return next((weapon for weapon in found if weapon.span.overlaps(printed.span)), None)


def _ground_spec(draft: SpecDraft, article: Article, printed: str) -> Spec:
    """The value in its own sentence, with the restatement in parentheses; it must stand nearest to this weapon's name."""
    evidence = cite(article, (draft.sentence,))
    quote = evidence.locate(draft.value)
    if quote is None:
        raise UngroundedError(*(unsupported(draft.value, [evidence.text]) or (Reason.NUMBER_NOT_FOUND, draft.value)))
    _check_owner(article, evidence, quote, printed)
    found = [q for q in find_quantities(article.text, within=evidence.spans[0]) if q.printed.span.overlaps(quote.span)]
    if not found:
        raise UngroundedError(Reason.NUMBER_NOT_FOUND, f"{draft.value!r} is not a quantity")
    return Spec(kind=draft.kind, value=found[0], restated=_restated(article, evidence.spans[0], found))


def _restated(article: Article, sentence: Span, found: list[Quantity]) -> Quantity | None:
    """The quantity in parentheses right after the value: "75 miles (120 kilometers)"."""
    if len(found) > 1:
        return found[1]
    value = found[0].printed
    for other in find_quantities(article.text, within=Span(value.end, sentence.end)) if value.end < sentence.end else ():
        between = article.text[value.end : other.printed.start]
        return other if between.strip() in ("(", "/", "[", "or", "— or", ", or") else None
    return None


def _check_owner(article: Article, evidence: Evidence, value: Quote, printed: str) -> None:
    """The sentence, or one near it, names this weapon, and the value belongs to no other that is named there.

    A weapon that only the reader knows stands where its name is printed; one that the gazetteer finds inside that name is it.
    """
    for near in (evidence, evidence.widened()):
        own = [place.shifted(span.start) for span in near.spans for place in find_all(printed, span.cut(article.text))]
        if own:
            break
    else:
        raise UngroundedError(Reason.NAME_NOT_FOUND, f"{printed} is not named at sentence {evidence.numbers[0]}")
    named = [weapon for span in near.spans for weapon in find_weapon_names(article.text, within=span)]
    others = [weapon for weapon in named if not _is_own(weapon, own, printed)]
    owner = owner_of(article.text, value.span, named) if others else None
    if others and (owner is None or not _is_own(owner, own, printed)):
        raise UngroundedError(Reason.NUMBER_NOT_FOUND, f"{value.text!r} is not said of {printed}")


def _is_own(weapon: WeaponName, own: list[Span], printed: str) -> bool:
    return weapon.canonical == canonical_weapon(printed) or any(weapon.span.overlaps(span) for span in own)


def _found(words: str | None, evidence: Evidence) -> str | None:
    if not words:
        return None
    quote = evidence.widened().locate(words)
    if quote is None:
        raise UngroundedError(Reason.WORDS_NOT_FOUND, words)
    return quote.text


def ground_measure(draft: MeasureDraft, article: Article) -> Measure:
    """The measure with its parties and amount as the cited sentences print them."""
    evidence = cite(article, draft.sentences)
    content = evidence.locate(draft.content)
    if content is None:
        raise UngroundedError(*(unsupported(draft.content, [evidence.text]) or (Reason.WORDS_NOT_FOUND, draft.content)))
    return Measure(
        kind=draft.kind,
        stage=draft.stage,
        by=_found(draft.by, evidence),
        target=_found(draft.target, evidence),
        content=content,
        sentences=evidence.numbers,
        amount=ground_quantity(draft.amount, evidence, content.span) if draft.amount else None,
    )
