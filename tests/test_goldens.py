"""Whole pages as printed from the seeds. `make approve` accepts today's; the diff is to be read."""

import os
from pathlib import Path

import pytest

import summarizer
from summarizer.briefing import Briefing
from summarizer.rendering import Format, RenderOptions, render

GOLDENS = Path(__file__).parent / "goldens"
PAGES = {
    "seeds.txt": (Format.TERMINAL, RenderOptions()),
    "seeds-wide.txt": (Format.TERMINAL, RenderOptions(width=140)),
    "seeds.md": (Format.MARKDOWN, RenderOptions()),
}


@pytest.fixture(scope="module")
def briefing(seeds: Path) -> Briefing:
    return summarizer.brief([seeds])


@pytest.mark.parametrize("name", PAGES)
def test_the_page_of_the_seeds_is_the_approved_one(name: str, briefing: Briefing) -> None:
    fmt, options = PAGES[name]
    page = render(briefing, fmt, options)
    if os.environ.get("APPROVE"):
        GOLDENS.mkdir(exist_ok=True)
        (GOLDENS / name).write_text(page, encoding="utf-8")
    assert page == (GOLDENS / name).read_text(encoding="utf-8"), "if this change is meant, run make approve"
