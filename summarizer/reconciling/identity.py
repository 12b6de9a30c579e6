"""Names of findings that another run, another reader and tomorrow's edition recognise."""

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256

from summarizer.domain.finding import Topic


def finding_id(topic: Topic, slots: Iterable[str]) -> str:
    """Twelve hex digits from what the finding is about: its kind and slots, never its wording or values."""
    return sha256("|".join([topic, *sorted(set(slots))]).encode()).hexdigest()[:12]


def shared_terms(groups: Sequence[frozenset[str]], rarity: dict[str, float], most: int = 4) -> tuple[str, ...]:
    """The terms that most of the groups have, rarest first: what they are about."""
    counts = Counter(term for group in groups for term in group)
    ordered = sorted(counts, key=lambda term: (-counts[term], -rarity.get(term, 1.0), term))
    return tuple(ordered[:most])


def unique(ids: Iterable[str]) -> list[str]:
    """The same ids with "-2", "-3" behind repeated ones, in order."""
    seen: Counter[str] = Counter()
    out = []
    for each in ids:
        seen[each] += 1
        out.append(each if seen[each] == 1 else f"{each}-{seen[each]}")
    return out
