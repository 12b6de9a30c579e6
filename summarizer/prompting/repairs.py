"""The narrow re-ask: rejected items that an LLM can mend, with the rule that failed and the sentences around."""

from collections.abc import Sequence

from summarizer.domain.article import Article
from summarizer.domain.report import Reason, Rejected
from summarizer.prompting.sentences import Part, speaking

_MENDABLE = frozenset(
    {Reason.SPEAKER_NOT_FOUND, Reason.NAME_NOT_FOUND}
)  # another speaker may be named; other faults lie in our own cutting
_BEFORE, _AFTER = 2, 1  # sentences shown around a failed item
MOST = 8  # items in one re-ask: a weak model loses itself in more


def mendable(rejected: Sequence[Rejected], article: Article) -> tuple[Rejected, ...]:
    """The rejected claims about which asking again can help, at most `MOST`."""
    known = {sentence.number for sentence in speaking(article)}
    found = [item for item in rejected if item.kind == "claim" and item.reason in _MENDABLE and known.issuperset(item.sentences)]
    return tuple(found[:MOST])


def part_around(items: Sequence[Rejected], article: Article) -> Part:
    """The sentences of the items, and those around them."""
    own = {number for item in items for number in item.sentences}
    near = {n + step for n in own for step in range(-_BEFORE, _AFTER + 1)} - own
    sentences = speaking(article)
    return Part(
        own=tuple(each for each in sentences if each.number in own),
        context=tuple(each for each in sentences if each.number in near),
    )


def faults(items: Sequence[Rejected]) -> str:
    """One line for each item: its sentence, the rule that failed, and the words on which it failed."""
    return "\n".join(f"{', '.join(map(str, item.sentences))}: {item.reason}: {item.detail}" for item in items)
