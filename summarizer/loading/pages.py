"""HTML pages: their article as plain text, and what their metadata say of its publication."""

import re
from datetime import date
from pathlib import PurePath

from summarizer.domain.article import Credit, Publication
from summarizer.loading.sources import SourceFacts

METADATA = "page metadata"
_NAMES = (".html", ".htm", ".xhtml")
_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL)
_TAGS = re.compile(r"<(?:p|div|body|head|article|h1|span|meta|a)\b[^>]*>", re.IGNORECASE)
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}  # stated dates only; no clock in the core


def is_page(text: str, name: str) -> bool:
    """True for HTML, by its content; a name alone proves nothing, but makes a few tags enough."""
    if _START.match(text[:4000]):
        return True
    tags = len(_TAGS.findall(text[:8000]))
    return tags >= (1 if PurePath(name.split("?", maxsplit=1)[0]).suffix.lower() in _NAMES else 5)


def article_of(html: str, url: str | None) -> tuple[str, SourceFacts] | None:
    """Title and paragraphs of the page's article, parted by blank lines, and the page's metadata; `None` where there is none."""
    import trafilatura  # noqa: PLC0415  0.2 s

    try:
        found = trafilatura.bare_extraction(
            html, url=url, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=_DATES
        )
    except Exception:
        return None
    if found is None or isinstance(found, dict):
        return None
    lines = [line.strip() for line in (found.text or "").splitlines() if line.strip()]
    if not lines:
        return None
    title = " ".join((found.title or "").split())
    above = [title] if title and title.casefold() != lines[0].casefold() else []
    text = "\n\n".join([*above, *lines]) + "\n"
    return text.encode("utf-8", "replace").decode("utf-8"), _facts(found.sitename, found.author, found.date, url)


def _facts(site: str | None, author: str | None, day: str | None, url: str | None) -> SourceFacts:
    return SourceFacts(
        outlet=Credit(site, METADATA) if site else None,
        agency=None,
        byline=Credit(author, METADATA) if author else None,
        published=Publication(date.fromisoformat(day), METADATA) if day else None,
        url=url,
    )
