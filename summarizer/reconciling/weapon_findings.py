"""Weapons across reports: one finding for each, with a position for each specification that somebody gives."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.domain.claim import Claim
from summarizer.domain.finding import Finding, Mention, Outlook, Position, Topic, Verdict
from summarizer.domain.quantity import Quantity
from summarizer.domain.report import Report
from summarizer.domain.span import Quote, Span
from summarizer.domain.weapon import Spec, SpecKind, WeaponMention
from summarizer.language.clauses import clause_around
from summarizer.reconciling.clusters import grouped
from summarizer.reconciling.comparing import Relation, compare
from summarizer.reconciling.corpus import Corpus
from summarizer.reconciling.identity import finding_id
from summarizer.reconciling.lineage import Lineage, count_carriers, count_origins
from summarizer.reconciling.positions import position_of
from summarizer.reconciling.verdicts import agreed_or_single
from summarizer.reconciling.weights import weight_of


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A weapon, or one specification of it, in one claim."""

    claim: Claim
    mention: Mention
    spec: Spec | None


def weapon_findings(reports: Sequence[Report], corpus: Corpus, origins: Lineage) -> list[Finding]:
    """One finding for each weapon that a claim of the corpus names."""
    by_name: dict[str, list[WeaponMention]] = defaultdict(list)
    where: dict[int, str] = {}
    for report in reports:
        if report.article in corpus.articles:
            for weapon in report.weapons:
                by_name[weapon.name].append(weapon)
                where[id(weapon)] = report.article
    found = []
    for name, weapons in by_name.items():
        named = [s for w in weapons if (s := _sighted(w.printed.span, where[id(w)], None, corpus))]
        specs = [s for w in weapons for spec in w.specs if (s := _sighted(_place(spec), where[id(w)], spec, corpus))]
        if named:
            found.append(_finding(name, named, specs, corpus, origins))
    return found


def spec_places(reports: Sequence[Report]) -> frozenset[tuple[str, int]]:
    """Article and offset of every figure that is a weapon's specification, so that it is not told twice."""
    values = ((r.article, q) for r in reports for w in r.weapons for s in w.specs for q in (s.value, s.restated) if q)
    return frozenset((article, quantity.printed.start) for article, quantity in values)


def _place(spec: Spec) -> Span:
    return Span(spec.value.printed.start, (spec.restated or spec.value).printed.end)


def _sighted(span: Span, article: str, spec: Spec | None, corpus: Corpus) -> _Sighting | None:
    """The claim that holds `span` (else one of its sentence), with the clause around it."""
    text = corpus.articles[article].text
    near = [c for c in corpus.claims.values() if c.article == article and corpus.sentence_span(c, span).covers(span)]
    holding = [claim for claim in near if any(quote.span.covers(span) for quote in claim.content)]
    claim = next(iter(holding or near), None)
    if claim is None:
        return None
    sentence = corpus.sentence_span(claim, span)
    clause = clause_around(text, sentence, span)
    if spec is None:
        clause = Span(clause.start, sentence.end)  # what becomes of the weapon often stands behind its name
    return _Sighting(claim, Mention(claim.id, article, Quote.cut(text, clause)), spec)


def _finding(name: str, named: Sequence[_Sighting], specs: Sequence[_Sighting], corpus: Corpus, origins: Lineage) -> Finding:
    claims = _claims([*named, *specs])
    positions = [_position("named", named, origins), *_spec_positions(specs, origins)]
    counted = count_origins(_claims(specs) or claims, origins)
    disputed = _disputed(specs)
    carriers = count_carriers(claims, origins)
    verdict, reason = (Verdict.DISPUTED, disputed) if disputed else agreed_or_single(counted, carriers)
    return Finding(
        id=finding_id(Topic.WEAPON, (name,)),
        topic=Topic.WEAPON,
        about=name,
        positions=tuple(positions),
        verdict=verdict,
        reason=reason,
        carriers=carriers,
        origins=counted.origins,
        independence=counted.independence,
        outlook=Outlook.NONE,
        is_background=all(claim.is_background for claim in claims),
        weight=weight_of(claims, corpus, verdict),
        flags=(),
    )


def _spec_positions(specs: Sequence[_Sighting], origins: Lineage) -> Iterable[Position]:
    """A position for each value of each kind; "75 miles" and "75 miles (120 kilometers)" are one value."""
    for group in grouped(specs, _same):
        fullest = max(group, key=lambda each: (_spec(each).restated is not None, -len(_spec(each).value.printed.text)))
        yield _position(_stance(_spec(fullest)), [fullest, *(each for each in group if each is not fullest)], origins)


def _position(stance: str, sightings: Sequence[_Sighting], origins: Lineage) -> Position:
    quantity = sightings[0].spec.value if sightings[0].spec else None
    return position_of(stance, _claims(sightings), [each.mention for each in sightings], origins, value=quantity)


def _stance(spec: Spec) -> str:
    again = f" ({spec.restated.printed.text})" if spec.restated else ""
    return f"{spec.kind}: {spec.value.printed.text}{again}"


def _same(one: _Sighting, other: _Sighting) -> bool:
    a, b = _spec(one), _spec(other)
    return a.kind is b.kind and Relation.SAME in {compare(x, y).relation for x in _values(a) for y in _values(b)}


def _disputed(specs: Sequence[_Sighting]) -> str | None:
    """The first two values of one kind that cannot both hold; counts may be of different batches, so they never clash."""
    for place, one in enumerate(specs):
        for other in specs[place + 1 :]:
            a, b = _spec(one), _spec(other)
            if a.kind is b.kind and a.kind not in (SpecKind.QUANTITY, SpecKind.COST) and not _same(one, other):
                found = {compare(x, y).relation for x in _values(a) for y in _values(b)}
                if found <= {Relation.DIFFERENT}:
                    return f"{a.value.printed.text} against {b.value.printed.text}"
    return None


def _values(spec: Spec) -> tuple[Quantity, ...]:
    return tuple(value for value in (spec.value, spec.restated) if value)


def _spec(sighting: _Sighting) -> Spec:
    if sighting.spec is None:
        raise ValueError("a sighting of a name has no specification")
    return sighting.spec


def _claims(sightings: Sequence[_Sighting]) -> list[Claim]:
    return list({each.claim.id: each.claim for each in sightings}.values())
