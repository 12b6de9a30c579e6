"""Several news reports of one story in, one briefing out, with the exact words behind every sentence.

    >>> import summarizer
    >>> briefing = summarizer.brief(["seeds/"])
    >>> briefing.header.articles
    5
    >>> summarizer.verify(briefing)
    ()
    >>> summarizer.render(briefing, "markdown")[:2]
    '# '

Everything runs offline unless `model` names a reader that does not. What fails raises `SummarizerError` with one line
that says what to do.
"""

import os
from collections.abc import Iterable, Mapping
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from summarizer.briefing import Briefing, Failure
    from summarizer.domain.article import Article
    from summarizer.domain.finding import Finding
    from summarizer.domain.report import Report

__all__ = [
    "Article",
    "Briefing",
    "Failure",
    "Finding",
    "Report",
    "SummarizerError",
    "__version__",
    "brief",
    "read",
    "render",
    "verify",
]

_HOMES = {  # imported when first asked for, so that `import summarizer` costs a few milliseconds
    "Article": "summarizer.domain.article",
    "Briefing": "summarizer.briefing",
    "Failure": "summarizer.briefing",
    "Finding": "summarizer.domain.finding",
    "Report": "summarizer.domain.report",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415  slow to import

        return version("summarizer")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'summarizer' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def brief(
    inputs: "Iterable[str | os.PathLike[str] | Article]",
    *,
    model: str = "auto",
    as_of: date | None = None,
    title: str | None = None,
    published: Mapping[str, date] | None = None,
) -> "Briefing":
    """One briefing of these files, folders (all their texts and pages) and articles.

    `model` names the reader, `as_of` the day for which the briefing speaks, `published` the dates of undated files by
    their name. Inputs that gave no article are in `skipped`; `NothingToBriefError` where none did.
    """
    from summarizer import pipeline, wiring  # noqa: PLC0415  keeps `import summarizer` cheap

    chosen = wiring.reader(model)
    articles, skipped = wiring.gathered(inputs, published=published)
    return pipeline.brief(articles, reader=chosen, as_of=as_of, title=title, skipped=skipped)


def read(path: "str | os.PathLike[str] | Article", *, model: str = "auto", published: date | None = None) -> "Report":
    """What one article was proven to say; `published` dates an undated file. `NothingToBriefError` where it holds none."""
    from summarizer import pipeline, wiring  # noqa: PLC0415  keeps `import summarizer` cheap

    article = wiring.one_article(path, published=published)
    return pipeline.read(article, reader=wiring.reader(model))[1]


def render(briefing: "Briefing", to: str = "terminal") -> str:
    """The briefing as `terminal` (80 columns, no colour), `markdown` or `json` text; `ValueError` for another format."""
    from summarizer.rendering import Format  # noqa: PLC0415  keeps `import summarizer` cheap
    from summarizer.rendering import render as rendered  # noqa: PLC0415

    return rendered(briefing, Format(to))


def verify(
    briefing: "Briefing | str | os.PathLike[str]", *, texts: str | os.PathLike[str] | None = None
) -> "tuple[Failure, ...]":
    """Every place where a briefing, or one saved as JSON, does not follow from its own texts; empty where it holds.

    With `texts`, a folder, each frozen text must also be that of a file there.
    """
    from summarizer import pipeline, wiring  # noqa: PLC0415  keeps `import summarizer` cheap

    value = wiring.saved(briefing) if isinstance(briefing, str | os.PathLike) else briefing
    compared = () if texts is None else wiring.against_originals(value, texts)
    return (*pipeline.verify(value), *compared)
