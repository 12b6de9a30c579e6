"""Where claims come from, and how many independent origins stand behind them.

Carriers and origins are counted here and nowhere else. A carrier is an outlet that prints a statement; an origin is where it
comes from. One official quoted by five outlets is five carriers and one origin.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from summarizer.domain.claim import Act, Claim, Speaker, SpeakerKind
from summarizer.domain.finding import Independence, Origin, OriginKind
from summarizer.reconciling.lineage_citations import UNNAMED_MEDIA, Citation, Way, first_hand
from summarizer.reconciling.lineage_media import medium, medium_key
from summarizer.reconciling.lineage_relations import relation
from summarizer.reconciling.lineage_speakers import full_names, sides_of, speaker_origin
from summarizer.reconciling.lineage_trace import Lineage, Trace, components, lineage, media_origin, voice_behind

__all__ = ["Lineage", "OriginCount", "carriers_of", "count_carriers", "count_origins", "lineage", "origins_of", "relation"]


@dataclass(frozen=True, slots=True)
class OriginCount:
    """How many independent origins there are at least, whether they are shown to be independent, and why.

    `groups` are the origins, those that are the same together. `independence` is `INDEPENDENT` from two origins on, `SAME` where
    there is but one group, else `NOT_SHOWN`.
    """

    origins: int
    independence: Independence
    reason: str
    groups: tuple[tuple[Origin, ...], ...]


def origins_of(claim: Claim, lineage: Lineage) -> tuple[Origin, ...]:
    """Where one claim comes from: its speaker, the media it is taken from, the agency that wrote it, or its outlet's reporting.

    `KeyError` where the claim's article is not in the lineage.
    """
    if claim.id not in lineage.known:
        lineage.known[claim.id] = _origins(claim, lineage)
    return lineage.known[claim.id]


def _origins(claim: Claim, lineage: Lineage) -> tuple[Origin, ...]:
    trace = lineage.traces[claim.article]
    cited = [each for each in trace.citations if each.sentence in claim.sentences]
    speaker = claim.attribution.speaker
    if speaker is not None and not _is_medium(speaker, cited):
        return (_spoken(claim, speaker, trace, cited),)
    names = [*claim.attribution.relays, *_cited_media(cited, speaker)]
    others = [name for name in first_hand(names, cited, trace.text) if medium_key(name) not in _own(trace)]
    if others:
        return tuple(_cited(name, trace) for name in others)
    return (voice_behind(claim, lineage),)


def _is_medium(speaker: Speaker, cited: Sequence[Citation]) -> bool:
    """Whether the words that name the speaker name a medium: "CNN", "the newspaper"."""
    if speaker.kind is SpeakerKind.MEDIA:
        return True
    return any(each.way is Way.REPORT and each.span.overlaps(speaker.printed.span) for each in cited)


def _cited_media(cited: Sequence[Citation], speaker: Speaker | None) -> tuple[str, ...]:
    reported = tuple(each.medium for each in cited if each.way is Way.REPORT)
    if speaker is None or speaker.kind is not SpeakerKind.MEDIA:
        return reported
    named = tuple(each.medium for each in cited if each.span.overlaps(speaker.printed.span))
    return named or (speaker.name,)


def _own(trace: Trace) -> frozenset[str]:
    """Comparison keys of the media whose own voice the article is."""
    return frozenset(key for key in (trace.publisher, medium_key(trace.voice.name)) if key)


def _cited(name: str, trace: Trace) -> Origin:
    if name == UNNAMED_MEDIA:
        return media_origin(f"{UNNAMED_MEDIA} as cited by {trace.label}", f"{trace.label} does not say which media")
    return media_origin(medium(name), f"{trace.label} has it from {medium(name)}")


def _spoken(claim: Claim, speaker: Speaker, trace: Trace, cited: Sequence[Citation]) -> Origin:
    between = [medium(name) for name in (*claim.attribution.relays, *(each.medium for each in cited))]
    told = next((name for name in between if name != UNNAMED_MEDIA), trace.voice.name)
    if claim.act is Act.ANNOUNCES_OWN_ACT:
        return speaker_origin(speaker, told=told, why=f"{speaker.name} announces an act of their own")
    relayed = f", as reported by {medium(claim.attribution.relays[0])}" if claim.attribution.relays else ""
    return speaker_origin(speaker, told=told, why=f"said by {speaker.name}{relayed}")


def carriers_of(claims: Iterable[Claim], lineage: Lineage) -> tuple[str, ...]:
    """The outlets that print it, each once, by name; an article of an unknown outlet stands for itself."""
    found: dict[str, str] = {}
    for claim in claims:
        trace = lineage.traces[claim.article]
        found.setdefault(trace.publisher or trace.article, trace.label)
    return tuple(sorted(found.values()))


def count_carriers(claims: Iterable[Claim], lineage: Lineage) -> int:
    """How many outlets print it: two articles of one outlet are one, articles of unknown outlets count singly."""
    return len(carriers_of(claims, lineage))


def count_origins(claims: Sequence[Claim], lineage: Lineage) -> OriginCount:
    """How many independent origins the claims have together, for claims that state one thing.

    Origins that are the same form a group. Groups whose independence is not shown do not add up: the count is the size of a set
    of groups of which any two are independent. What an article says in its own voice and also attributes is its speaker's.
    """
    found = _by_claim(claims, lineage)
    groups = _groups(found, lineage)
    if not groups:
        return OriginCount(0, Independence.NOT_SHOWN, "nobody says it", ())
    if len(groups) == 1:
        return _single(groups[0], claims, lineage)
    between = {frozenset((a, b)): _weakest(a, b, lineage) for a, b in combinations(groups, 2)}
    counted = _independent(groups, between)
    independence = Independence.INDEPENDENT if len(counted) > 1 else Independence.NOT_SHOWN
    return OriginCount(len(counted), independence, _reason(counted, groups, between), groups)


def _by_claim(claims: Sequence[Claim], lineage: Lineage) -> list[tuple[Trace, tuple[Origin, ...]]]:
    """The origins of each claim with its article, every speaker by the fullest name that the claims give."""
    found = [(lineage.traces[claim.article], origins_of(claim, lineage)) for claim in claims]
    names = full_names(each.name for _, origins in found for each in origins if each.kind is OriginKind.SPEAKER)
    return [(trace, tuple(replace(each, name=names.get(each.name, each.name)) for each in origins)) for trace, origins in found]


def _groups(found: Sequence[tuple[Trace, tuple[Origin, ...]]], lineage: Lineage) -> tuple[tuple[Origin, ...], ...]:
    """The connected components of origins over "same", in order of their names."""
    nodes: dict[str, Origin] = {}
    for _, origins in found:
        for each in sorted(origins, key=lambda origin: origin.side or ""):  # a printing that tells the side is kept
            nodes[each.name] = each if each.side or each.name not in nodes else nodes[each.name]
    same = [(a, b) for a, b in combinations(nodes, 2) if relation(nodes[a], nodes[b], lineage)[0] is Independence.SAME]
    head = components(nodes, (*same, *_resting(found)))
    groups: dict[str, list[Origin]] = defaultdict(list)
    for name in sorted(nodes, key=lambda name: (nodes[name].kind is not OriginKind.SPEAKER, name)):
        groups[head[name]].append(nodes[name])
    return tuple(tuple(group) for group in groups.values())


def _resting(found: Sequence[tuple[Trace, tuple[Origin, ...]]]) -> Iterator[tuple[str, str]]:
    """Each voice that also attributes the matter, with one of those to whom it does: what it narrates rests on them."""
    attributed: dict[str, set[str]] = defaultdict(set)
    voices = {each.name for trace, origins in found for each in origins if each.name == trace.voice.name}
    for trace, origins in found:
        attributed[trace.voice.name].update(each.name for each in origins if each.name != trace.voice.name)
    return ((voice, min(attributed[voice])) for voice in sorted(voices) if attributed[voice])


def _single(group: tuple[Origin, ...], claims: Sequence[Claim], lineage: Lineage) -> OriginCount:
    texts = {lineage.traces[claim.article].text_head for claim in claims}
    voices = {lineage.traces[claim.article].voice.name for claim in claims}
    if group[0].kind is not OriginKind.SPEAKER and voices == {group[0].name} and len(texts) > 1:
        reason = f"one origin: {group[0].name}, in {len(texts)} different texts"
        return OriginCount(1, Independence.NOT_SHOWN, reason, (group,))
    sides = frozenset().union(*(sides_of(each) for each in group if each.kind is OriginKind.SPEAKER))
    if len(sides) > 1:
        together = f"{' and '.join(sorted(sides))} say it together, and whether each knows it separately is not shown"
        reason = f"one origin is shown, {group[0].name}: {together}"
        return OriginCount(1, Independence.NOT_SHOWN, reason, (group,))
    also = f"; {relation(group[0], group[1], lineage)[1]}" if len(group) > 1 else f": {group[0].why}"
    return OriginCount(1, Independence.SAME, f"one origin, {group[0].name}{also}", (group,))


def _weakest(a: tuple[Origin, ...], b: tuple[Origin, ...], lineage: Lineage) -> tuple[Independence, str]:
    """The relation of two groups: independent only where all of their members are."""
    answers = [relation(x, y, lineage) for x in a for y in b]
    return next((answer for answer in answers if answer[0] is not Independence.INDEPENDENT), answers[0])


_Between = Mapping[frozenset[tuple[Origin, ...]], tuple[Independence, str]]


def _independent(groups: Sequence[tuple[Origin, ...]], between: _Between) -> list[tuple[Origin, ...]]:
    """Groups of which any two are independent, the least entangled first: never more than there are."""

    def ties(group: tuple[Origin, ...]) -> int:
        return sum(not _free(group, other, between) for other in groups if other != group)

    counted: list[tuple[Origin, ...]] = []
    for group in sorted(groups, key=lambda group: (ties(group), group[0].kind is not OriginKind.SPEAKER, group[0].name)):
        if all(_free(group, other, between) for other in counted):
            counted.append(group)
    return counted


def _reason(counted: Sequence[tuple[Origin, ...]], groups: Sequence[tuple[Origin, ...]], between: _Between) -> str:
    names = [group[0].name for group in counted]
    ties = [(group, other) for group in groups if group not in counted for other in counted if not _free(group, other, between)]
    not_counted = "; ".join(dict.fromkeys(between[frozenset(tie)][1] for tie in ties))
    if len(counted) == 1:
        return f"one origin is shown, {names[0]}: {not_counted}"
    said = f"{len(counted)} independent origins: {', '.join(names[:-1])} and {names[-1]}"
    return f"{said}; not counted: {not_counted}" if not_counted else f"{said}; {between[frozenset(counted[:2])][1]}"


def _free(a: tuple[Origin, ...], b: tuple[Origin, ...], between: _Between) -> bool:
    return between[frozenset((a, b))][0] is Independence.INDEPENDENT
