"""Whether two origins know a matter separately, each answer with its reason in words."""

from collections.abc import Iterator

from summarizer.domain.finding import Independence, Origin, OriginKind
from summarizer.reconciling.lineage_citations import UNNAMED_MEDIA
from summarizer.reconciling.lineage_media import medium_key
from summarizer.reconciling.lineage_speakers import (
    are_allied,
    core_name,
    is_institution,
    is_unnamed,
    same_name,
    sides_of,
    told_medium,
)
from summarizer.reconciling.lineage_trace import SHARED_TEXT, Lineage, Trace

Answer = tuple[Independence, str]

_ALIKE = 0.2  # of the shorter article's own words; separate reports of one event share up to 8% of their word triples


def relation(a: Origin, b: Origin, lineage: Lineage) -> Answer:
    """How two origins relate, and why. `INDEPENDENT` is said only where nothing ties them; symmetric."""
    first, second = sorted((a, b), key=lambda origin: (origin.kind is not OriginKind.SPEAKER, origin.name))
    if second.kind is OriginKind.SPEAKER:
        return _speakers(first, second)
    if first.kind is OriginKind.SPEAKER:
        return _speaker_and_medium(first, second, lineage)
    return _media(first, second, lineage)


def _speakers(a: Origin, b: Origin) -> Answer:
    if is_unnamed(a) or is_unnamed(b):
        return _unnamed(a, b)
    sides_a, sides_b = sides_of(a), sides_of(b)
    if same_name(a.name, b.name) and (not sides_a or not sides_b or sides_a & sides_b):
        return Independence.SAME, f"{max(a.name, b.name, key=len)} is one speaker"
    if sides_a & sides_b:
        return _one_side(a, b, ", ".join(sorted(sides_a & sides_b)))
    if _is_among(a.name, b.name) or _is_among(b.name, a.name):
        return Independence.SAME, f"{min(a.name, b.name, key=len)} is among {max(a.name, b.name, key=len)}"
    if are_allied(sides_a, sides_b):
        return Independence.NOT_SHOWN, f"{_sides(a)} and {_sides(b)} are allies who share what they know"
    if (is_institution(a.name) or is_institution(b.name)) and _is_part(a.name, b.name):
        return Independence.NOT_SHOWN, f"{a.name} and {b.name} may be one institution"
    return Independence.INDEPENDENT, f"{a.name} and {b.name} speak for themselves"


def _one_side(a: Origin, b: Origin, side: str) -> Answer:
    if is_institution(a.name) or is_institution(b.name) or len(sides_of(a) | sides_of(b)) > 1:
        return Independence.SAME, f"{a.name} and {b.name} both speak for {side}"
    return Independence.NOT_SHOWN, f"{a.name} and {b.name} are both on the side of {side}"


def _unnamed(a: Origin, b: Origin) -> Answer:
    if a.name == b.name:
        return Independence.SAME, f"{a.name} may be the same people"
    sides_a, sides_b = sides_of(a), sides_of(b)
    if sides_a and sides_b and not sides_a & sides_b and not are_allied(sides_a, sides_b):
        return Independence.INDEPENDENT, f"{a.name} and {b.name} are of different sides"
    return Independence.NOT_SHOWN, f"who the {a.name if is_unnamed(a) else b.name} are is not known"


def _speaker_and_medium(speaker: Origin, medium: Origin, lineage: Lineage) -> Answer:
    told = told_medium(speaker)
    if told is not None and medium_key(told) == medium_key(medium.name):
        return Independence.SAME, f"{medium.name} has it from {speaker.name}"
    if sides_of(speaker) & sides_of(medium):
        return Independence.SAME, f"{medium.name} is the voice of {medium.side}, for which {speaker.name} speaks"
    traces = list(_printings(medium, lineage))
    if is_unnamed(speaker) or not traces:
        return Independence.NOT_SHOWN, f"what {medium.name} goes by is not known; it may rest on {speaker.name}"
    if is_institution(speaker.name) or any(core_name(speaker.name)[-1] in trace.words for trace in traces):
        return Independence.NOT_SHOWN, f"what {medium.name} says in its own voice may rest on {speaker.name}"
    return Independence.INDEPENDENT, f"{medium.name} does not mention {speaker.name}"


def _media(a: Origin, b: Origin, lineage: Lineage) -> Answer:
    if medium_key(a.name) == medium_key(b.name):
        return Independence.SAME, f"{a.name} is one publisher"
    if any(each.name.startswith((UNNAMED_MEDIA, "unnamed ")) for each in (a, b)):
        return Independence.NOT_SHOWN, "which media are meant is not said"
    traces_a, traces_b = list(_printings(a, lineage)), list(_printings(b, lineage))
    for one, other, traces in ((a, b, traces_a), (b, a, traces_b)):
        key = medium_key(other.name)
        if any(medium_key(each.medium) == key for trace in traces for each in trace.citations):
            return Independence.NOT_SHOWN, f"{one.name} draws on {other.name}"
    if sides_of(a) & sides_of(b):
        return Independence.NOT_SHOWN, f"{a.name} and {b.name} are both voices of {a.side}"
    return _texts(a, b, [(x, y) for x in traces_a for y in traces_b], lineage)


def _texts(a: Origin, b: Origin, pairs: list[tuple[Trace, Trace]], lineage: Lineage) -> Answer:
    if any(x.article == y.article for x, y in pairs):
        return Independence.NOT_SHOWN, f"{a.name} and {b.name} stand in one article"
    overlaps = [found for x, y in pairs if (found := lineage.shared.get(frozenset((x.article, y.article))))]
    if any(each.rewritten for each in overlaps):
        return Independence.NOT_SHOWN, f"{a.name} and {b.name} tell the same sentence by sentence, in other words"
    shared = max((each.narrated for each in overlaps), default=0.0)
    if shared >= _ALIKE:
        return Independence.NOT_SHOWN, f"{shared:.0%} of the text is the same in {a.name} and {b.name}"
    return Independence.INDEPENDENT, f"{a.name} and {b.name} report separately, in different words"


def _printings(origin: Origin, lineage: Lineage) -> Iterator[Trace]:
    """The articles in which this medium speaks in its own voice."""
    key = medium_key(origin.name)
    for trace in lineage.traces.values():
        is_shared = origin.name.startswith(SHARED_TEXT) and trace.label in origin.name
        if is_shared or trace.voice.name == origin.name or trace.publisher == key:
            yield trace


def _is_among(one: str, other: str) -> bool:
    """Whether a person is one of several who speak together: "David Lammy", "Mr Lammy and Mr Blinken"."""
    surname = core_name(one)[-1:]
    return bool(surname) and " and " in other and surname[0] in core_name(other)


def _is_part(one: str, other: str) -> bool:
    a, b = set(core_name(one)), set(core_name(other))
    return a <= b or b <= a


def _sides(origin: Origin) -> str:
    return " and ".join(sorted(sides_of(origin)))
