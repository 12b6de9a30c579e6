"""What code finds in the sentences and names to the LLM, so that it knows how much is wanted and where to look."""

import re
from dataclasses import dataclass

from summarizer.domain.article import Article, Sentence
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
_LONGEST = 60  # characters of a subject that is named
UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Candidates:
    """Where a part of an article has what kind of thing."""

    weapons: tuple[str, ...]
    speech: tuple[tuple[int, str], ...]  # sentence and who speaks there as printed, "?" where it only goes on
    others: tuple[int, ...]
    measures: tuple[int, ...]

    def text(self) -> str:
        """The lines of the prompt."""
        speech = "; ".join(f"{number} {who}" for number, who in self.speech)
        return "\n".join(
            f"{label}: {words or 'none'}"
            for label, words in (
                ("Weapons", "; ".join(self.weapons)),
                ("Speech", speech),
                ("Others", " ".join(map(str, self.others))),
                ("Measures", " ".join(map(str, self.measures))),
            )
        )


def find_candidates(article: Article, part: Part) -> Candidates:
    """The candidates in the part's own sentences."""
    speech = tuple((sentence.number, who) for sentence in part.own if (who := who_speaks(article, sentence)))
    spoken = {number for number, _ in speech}
    return Candidates(
        weapons=_weapons(article, part),
        speech=speech,
        others=tuple(sentence.number for sentence in part.own if sentence.number not in spoken),
        measures=tuple(sentence.number for sentence in part.own if _MEASURE.search(sentence.span.cut(article.text))),
    )


def who_speaks(article: Article, sentence: Sentence) -> str | None:
    """Who speaks in the sentence as its words have it: "?" for a quotation without a name, `None` where nobody does."""
    text = sentence.span.cut(article.text)
    subjects = [" ".join(place.subject.cut(text).split()) for place in find_places(text) if place.subject]
    if subjects:
        return " / ".join(subject[:_LONGEST].replace("|", " ") for subject in dict.fromkeys(subjects))
    return UNKNOWN if _QUOTE.search(text) else None


def _weapons(article: Article, part: Part) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for sentence in part.own:
        for weapon in find_weapon_names(article.text, within=sentence.span):
            found.setdefault(weapon.canonical, f"{weapon.printed} [{sentence.number}]")
    return tuple(found.values())


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
