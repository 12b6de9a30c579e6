"""The sections in order, filled within a budget of words: each finding stands once, in the section its verdict gives it."""

from summarizer.composing.budget import Budget
from summarizer.composing.contested import disputed_section
from summarizer.composing.desk import Desk
from summarizer.composing.lead import bottom_line
from summarizer.composing.sourcing import gaps_section, sources_section
from summarizer.composing.statements import agreed_section, attested_section, single_section, speakers_section
from summarizer.composing.tables import number_rows, numbers_section, weapons_section
from summarizer.composing.timeline import timeline_section
from summarizer.domain.story import Line, Section, SectionKind


def sections_of(desk: Desk) -> tuple[Section, ...]:
    """Every section of the story. The budget is spent in order of what a reader needs first, then laid out in reading order."""
    budget = Budget.of(desk)
    lead = bottom_line(desk, budget)
    disputed = disputed_section(desk, budget.allow(0.32))
    agreed = agreed_section(desk, budget.allow(0.07))
    attested = attested_section(desk, budget.allow(0.12))
    timeline = timeline_section(desk, budget.allow(0.19))
    shared = number_rows(desk, budget.allow(0.25), shared=True)
    weapons = weapons_section(desk, budget.allow(0.25))
    amounts = number_rows(desk, budget.allow(0.07), shared=False)
    speakers = speakers_section(desk, budget.allow(0.2))
    more = number_rows(desk, budget.allow(0.25), shared=False)
    numbers = numbers_section((*shared, *amounts, *more), desk, budget)
    single = single_section(desk, budget.allow(1))
    return (
        lead,
        Section(SectionKind.CHANGED, "What changed", (Line("First edition."),)),
        agreed,
        attested,
        single,
        disputed,
        numbers,
        weapons,
        speakers,
        timeline,
        gaps_section(desk),
        sources_section(desk),
    )
