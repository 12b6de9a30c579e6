"""Conflict-aware clustering: items are joined best pair first, and never over a veto between any two of their members."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

Item = TypeVar("Item")

_CROWD = 60  # items under one key beyond which the key is too common to pair by; keeps the pairing near-linear


def pairs_by_key(items: Sequence[Item], keys: Callable[[Item], Iterable[Hashable]]) -> Iterator[tuple[int, int]]:
    """Index pairs of items that share a key, each pair once; a key that more than `_CROWD` items share pairs only neighbours."""
    by_key: dict[Hashable, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        for key in keys(item):
            by_key[key].append(index)
    seen: set[tuple[int, int]] = set()
    for indices in by_key.values():
        near = combinations(indices, 2) if len(indices) <= _CROWD else _neighbours(indices)
        for pair in near:
            if pair not in seen:
                seen.add(pair)
                yield pair


def _neighbours(indices: Sequence[int]) -> Iterator[tuple[int, int]]:
    for place, one in enumerate(indices):
        for other in indices[place + 1 : place + 6]:
            yield one, other


def grouped(items: Iterable[Item], same: Callable[[Item, Item], bool]) -> list[list[Item]]:
    """The items in groups, each in the first group whose first item is the same; groups and items keep their order."""
    groups: list[list[Item]] = []
    for item in items:
        home = next((group for group in groups if same(group[0], item)), None)
        if home is None:
            groups.append([item])
        else:
            home.append(item)
    return groups


def join(
    count: int, edges: Iterable[tuple[float, int, int]], veto: Callable[[int, int], bool], *, loosest: float = 0.0
) -> list[list[int]]:
    """Groups of the items 0..count-1: edges are taken strongest first; a join with a vetoed pair is refused.

    `loosest` is the least share of member pairs between two groups that must be edges themselves (0: one edge is enough), which
    keeps a chain A~B~C from drawing unlike ends together.
    """
    group = list(range(count))
    members = {index: [index] for index in range(count)}
    ordered = sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2]))
    linked = {(one, other) for _, one, other in ordered} | {(other, one) for _, one, other in ordered}
    for _, one, other in ordered:
        a, b = group[one], group[other]
        if a == b:
            continue
        across = [(x, y) for x in members[a] for y in members[b]]
        if any(veto(x, y) for x, y in across) or sum(pair in linked for pair in across) < loosest * len(across):
            continue
        for index in members[b]:
            group[index] = a
        members[a].extend(members.pop(b))
    return [sorted(found) for found in members.values()]
