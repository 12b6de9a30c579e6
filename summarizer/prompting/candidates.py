"""What code finds in the sentences and names to the LLM, so that it knows how much is wanted and where to look."""

import re
from dataclasses import dataclass

from summarizer.domain.article import Article, Sentence
from summarizer.language.names import NameKind, find_names
from summarizer.language.negation import find_negations
from summarizer.language.quantities import find_quantities, is_figure
from summarizer.language.weapons import find_weapon_names
from summarizer.prompting.places import find_places
from summarizer.prompting.sentences import Part

_QUOTE = re.compile(r"[“”\"]")
_MEASURE = re.compile(
    r"(?i)\b(?:sanction(?:s|ed|ing)?|aid|assistance|package|agreements?|treaty|treaties|deal|pact|embargo|tariffs?|expel(?:s|led)?|"
    r"expulsions?|bans?|banned|blacklist(?:s|ed)?|designat(?:es?|ed|ions?)|indict(?:s|ed|ments?))\b"
)
GOES_ON = "goes on"


@dataclass(frozen=True, slots=True)
class Candidates:
    """Where a part of an article has what kind of thing."""

    weapons: tuple[str, ...]
    values: tuple[str, ...]  # figures with a unit in sentences that name a weapon
    people: tuple[str, ...]  # fullest names
    speech: tuple[tuple[int, str], ...]  # sentence and its verbs of saying, "goes on" for a quotation without one
    others: tuple[int, ...]
    measures: tuple[int, ...]

    def text(self) -> str:
        """The lines of the prompt.

        Who speaks is not among them: a weak LLM copies "he" or the surname that stands there instead of looking.
        """
        return "\n".join(
            f"{label}: {words or 'none'}"
            for label, words in (
                ("Weapons", "; ".join(self.weapons)),
                ("Values", "; ".join(self.values)),
                ("People", "; ".join(self.people)),
                ("Speech", "; ".join(f"{number} {verbs}" for number, verbs in self.speech)),
                ("Others", " ".join(map(str, self.others))),
                ("Measures", " ".join(map(str, self.measures))),
            )
        )


def find_candidates(article: Article, part: Part) -> Candidates:
    """The candidates in the part's own sentences; people also from the rest of what is shown."""
    speech = tuple((sentence.number, verbs) for sentence in part.own if (verbs := _verbs(article, sentence)))
    spoken = {number for number, _ in speech}
    return Candidates(
        weapons=_weapons(article, part),
        values=_values(article, part),
        people=_people(article, part),
        speech=speech,
        others=tuple(sentence.number for sentence in part.own if sentence.number not in spoken),
        measures=tuple(sentence.number for sentence in part.own if _MEASURE.search(sentence.span.cut(article.text))),
    )


def _verbs(article: Article, sentence: Sentence) -> str | None:
    """The sentence's verbs of saying; "goes on" for a quotation without one, `None` where nobody speaks."""
    text = sentence.span.cut(article.text)
    verbs = [" ".join(place.verb.cut(text).split()) for place in find_places(text) if place.subject]
    if verbs:
        return ", ".join(dict.fromkeys(verbs))
    return GOES_ON if _QUOTE.search(text) else None


def _people(article: Article, part: Part) -> tuple[str, ...]:
    """The fullest name of each person, by their last names, in the order in which they come."""
    found: dict[str, str] = {}
    for sentence in part.shown:
        for name in find_names(article.text, within=sentence.span):
            if name.kind is NameKind.PERSON and len(name.printed.split()) > 1:
                found.setdefault(name.printed.rsplit(maxsplit=1)[-1], " ".join(name.printed.split()))
    return tuple(found.values())


def _weapons(article: Article, part: Part) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for sentence in part.own:
        for weapon in find_weapon_names(article.text, within=sentence.span):
            found.setdefault(weapon.canonical, f"{weapon.printed} [{sentence.number}]")
    return tuple(found.values())


def _values(article: Article, part: Part) -> tuple[str, ...]:
    """Figures with a unit in the sentences that name a weapon, and in those right after them."""
    text = article.text
    named = {each.number for each in part.own if find_weapon_names(text, within=each.span)}
    near = [each for each in part.own if each.number in named or each.number - 1 in named]
    return tuple(
        f"{quantity.printed.text} [{each.number}]"
        for each in near
        for quantity in find_quantities(text, within=each.span)
        if quantity.unit
    )


def is_weighty(article: Article, sentence: Sentence) -> bool:
    """Whether the sentence has what a reading must not miss: a figure, a denial, a quotation or a named weapon."""
    text = sentence.span.cut(article.text)
    return bool(
        _QUOTE.search(text)
        or any(map(is_figure, find_quantities(article.text, within=sentence.span)))
        or find_weapon_names(article.text, within=sentence.span)
        or find_negations(text)
        or find_places(text)
    )
