"""Clustering: a veto between any two members is never overridden, and nothing is lost or told twice."""

from hypothesis import given
from hypothesis import strategies as st

from summarizer.reconciling.clusters import join, pairs_by_key

COUNT = 12
places = st.integers(0, COUNT - 1)
edges = st.lists(st.tuples(st.floats(0, 1, allow_nan=False), places, places).filter(lambda e: e[1] != e[2]), max_size=40)
vetoes = st.sets(st.tuples(places, places), max_size=20)


def forbids(vetoed):
    return lambda a, b: (a, b) in vetoed or (b, a) in vetoed


@given(edges, vetoes, st.floats(0, 1, allow_nan=False))
def test_no_group_holds_a_vetoed_pair(edges, vetoed, loosest):
    for group in join(COUNT, edges, forbids(vetoed), loosest=loosest):
        assert not any(forbids(vetoed)(a, b) for a in group for b in group if a != b)


@given(edges, vetoes, st.floats(0, 1, allow_nan=False))
def test_every_item_is_in_one_group(edges, vetoed, loosest):
    groups = join(COUNT, edges, forbids(vetoed), loosest=loosest)
    assert sorted(item for group in groups for item in group) == list(range(COUNT))


@given(edges, vetoes, st.randoms(use_true_random=False))
def test_the_order_of_the_edges_changes_nothing(edges, vetoed, random):
    shuffled = edges.copy()
    random.shuffle(shuffled)
    assert sorted(join(COUNT, edges, forbids(vetoed))) == sorted(join(COUNT, shuffled, forbids(vetoed)))


@given(edges)
def test_without_an_edge_nothing_is_joined(edges):
    touched = {place for _, one, other in edges for place in (one, other)}
    for group in join(COUNT, edges, lambda a, b: False):
        assert len(group) == 1 or set(group) <= touched


def test_the_strongest_edge_wins_where_a_veto_lets_only_one_in():
    groups = join(3, [(0.5, 0, 1), (0.9, 1, 2)], lambda a, b: {a, b} == {0, 2})
    assert sorted(groups) == [[0], [1, 2]]


def test_a_chain_does_not_draw_unlike_ends_together():
    chain = [(0.9, 0, 1), (0.9, 2, 3), (0.8, 1, 2)]
    assert sorted(join(4, chain, lambda a, b: False, loosest=0.5)) == [[0, 1], [2, 3]]
    assert sorted(join(4, chain, lambda a, b: False)) == [[0, 1, 2, 3]]


@given(st.lists(st.sets(st.integers(0, 5), max_size=3), max_size=20))
def test_pairs_are_those_that_share_a_key_each_once(keys):
    pairs = list(pairs_by_key(keys, lambda item: item))
    assert len(pairs) == len(set(pairs))
    wanted = {(a, b) for a in range(len(keys)) for b in range(a + 1, len(keys)) if keys[a] & keys[b]}
    assert set(pairs) == wanted


def test_a_crowded_key_pairs_neighbours_so_that_cost_stays_near_linear():
    assert len(list(pairs_by_key(range(1000), lambda item: ["one"]))) <= 5 * 1000
