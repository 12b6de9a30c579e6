"""How the cost of reconciling grows with the number of claims, on made-up articles of one story.

The exponent is fitted between the ends of the curve; exit status 1 where it is over `STEEPEST`. The made-up text is seeded, so
that every run measures the same.
"""

import random
import sys
import time
from datetime import date, timedelta
from math import log

from summarizer.domain.article import Article, Credit, Publication
from summarizer.domain.report import Report
from summarizer.grounding import ground
from summarizer.loading import SourceFacts, load
from summarizer.reading import OfflineReader
from summarizer.reconciling import reconcile

SIZES = (100, 250, 500, 1000, 2000)  # claims
PER_ARTICLE = 20
STEEPEST = 1.5  # 1 is linear, 2 is all pairs; clusters of a growing story grow too, so a little over 1 is honest
_TOWNS = ["Elvastad", "Varby", "Harnby", "Tarnsund", "Lomvik", "Brenna", "Skarvik", "Oxholm", "Fagerby", "Granvik"]
_THINGS = ["bridge", "school", "harbour", "plant", "railway", "hospital", "market", "library", "mill", "chapel"]
_WHO = ["Mayor Ida Holm", "Captain Jan Berg", "Minister Maria Holt", "the fire service", "the port authority", "the railway"]
_VERBS = ["damaged", "flooded", "closed", "destroyed", "reopened", "inspected", "repaired", "cleared"]


def main() -> int:
    """Print the curve and return 1 where it is too steep, else 0."""
    curve = []
    for size in SIZES:
        articles, reports = made_up(size)
        start = time.perf_counter()
        stories = reconcile(articles, reports, as_of=date(2025, 3, 20))
        seconds = time.perf_counter() - start
        count = sum(len(report.claims) for report in reports)
        findings = sum(len(story.findings) for story in stories)
        curve.append((count, seconds))
        each = 1000 * seconds / count
        print(f"{count:6} claims  {len(articles):4} articles  {findings:6} findings  {seconds:7.2f} s  {each:6.2f} ms a claim")
    exponent = log(curve[-1][1] / curve[1][1]) / log(curve[-1][0] / curve[1][0])
    print(f"time grows as claims to the power of {exponent:.2f} (at most {STEEPEST})")
    return 1 if exponent > STEEPEST else 0


def made_up(size: int) -> tuple[list[Article], list[Report]]:
    """Articles with about `size` claims together, and what the offline reader proves of them."""
    chance = random.Random(size)
    reader = OfflineReader()
    articles = [_article(number, chance) for number in range(max(1, size // PER_ARTICLE))]
    return articles, [ground(reader.read(article), article, reader=reader.name) for article in articles]


def _article(number: int, chance: random.Random) -> Article:
    lines = ["Storm floods the valley of the Tarn", *(_sentence(chance) for _ in range(PER_ARTICLE - 1))]
    day = date(2025, 3, 10) + timedelta(days=number % 5)
    facts = SourceFacts(outlet=Credit(f"Outlet {number}", "made up"), published=Publication(day, "made up"))
    article = load("\n\n".join(lines).encode(), name=f"made-up-{number}.txt", facts=facts)
    if not isinstance(article, Article):
        raise TypeError(article.message)
    return article


def _sentence(chance: random.Random) -> str:
    town, thing, verb = chance.choice(_TOWNS), chance.choice(_THINGS), chance.choice(_VERBS)
    count = chance.randrange(2, 400)
    return f"The storm {verb} the {thing} of {town} and {count} houses beside it on Monday, {chance.choice(_WHO)} said."


if __name__ == "__main__":
    sys.exit(main())
