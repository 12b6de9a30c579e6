"""What one article was proven to say, for a terminal or as JSON."""

from dataclasses import dataclass

from pydantic import TypeAdapter
from rich.console import Group, RenderableType
from rich.text import Text

from summarizer.domain.article import Article
from summarizer.domain.claim import Act, Claim
from summarizer.domain.measure import Measure
from summarizer.domain.report import Report
from summarizer.domain.weapon import Spec, WeaponMention
from summarizer.rendering import RenderOptions
from summarizer.rendering.harmless import harmless
from summarizer.rendering.terminal import heading, item, printed
from summarizer.rendering.wording import quoted, rejected_line, speaker_of

_PHRASES = {Act.CONDITIONAL: "says conditionally", Act.PARTIALLY_DENIES: "denies in part"}  # others read as their names do


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """The JSON of one read article: its frozen text, which the offsets count in, and what was proven of it."""

    article: Article
    report: Report


def report_json(article: Article, report: Report) -> str:
    """Article and report as JSON text, field by field."""
    both = ReadArticle(article, report)
    return TypeAdapter(ReadArticle).dump_json(both, indent=2).decode("utf-8") + "\n"


def report_text(article: Article, report: Report, options: RenderOptions) -> str:
    """The report for a terminal: header, claims, weapons, measures, and what was rejected."""
    parts: list[RenderableType] = [Text(harmless(article.title or article.name), style="bold")]
    parts += [Text(line, style="dim") for line in _facts(article, report)]
    parts += _listed("Claims", [_claim(claim) for claim in report.claims])
    parts += _listed("Weapons", [_weapon(weapon) for weapon in report.weapons])
    parts += _listed("Measures", [_measure(measure) for measure in report.measures])
    parts += _listed("Rejected", [Text(rejected_line(rejected)) for rejected in report.rejected])
    return printed(Group(*parts), options)


def _facts(article: Article, report: Report) -> tuple[str, ...]:
    day = article.published.day.isoformat() if article.published.day else "undated"
    statements = sum(sentence.role.carries_statements for sentence in article.sentences)
    names = [
        f"{label} {credit.name}"
        for label, credit in (("agency", article.agency), ("byline", article.byline), ("dateline", article.dateline))
        if credit.name
    ]
    return (
        harmless(f"Outlet: {article.outlet.name or 'not known'} ({article.outlet.basis})"),
        harmless(f"Published: {day} ({article.published.basis})"),
        *([harmless(f"Credits: {', '.join(names)}")] if names else []),
        f"{len(article.sentences)} sentences, of which {statements} can carry statements · read by: {harmless(report.reader)}",
    )


def _claim(claim: Claim) -> Text:
    words = Text(speaker_of(claim) or "The article", style="bold")
    words.append(f" {_PHRASES.get(claim.act, claim.act.replace('_', ' '))}", style="not bold cyan")
    words.append(f": {quoted(claim.text)}", style="not bold")
    words.append(f" {_cited(claim.sentences)}", style="not bold dim")
    return words


def _weapon(weapon: WeaponMention) -> Text:
    words = Text(harmless(weapon.name), style="bold")
    known = [part for part in (weapon.category, weapon.operator and f"operator {weapon.operator}") if part]
    words.append(f" ({harmless(', '.join(known))})" if known else "", style="not bold")
    if weapon.specs:
        words.append(f": {'; '.join(map(_spec, weapon.specs))}", style="not bold")
    words.append(f" {_cited(weapon.sentences)}", style="not bold dim")
    return words


def _spec(spec: Spec) -> str:
    restated = f" ({harmless(spec.restated.printed.text)})" if spec.restated else ""
    return f"{spec.kind} {harmless(spec.value.printed.text)}{restated}"


def _measure(measure: Measure) -> Text:
    parties = " → ".join(harmless(name) for name in (measure.by, measure.target) if name)
    words = Text(f"{measure.kind}, {measure.stage}", style="bold")
    words.append(f" ({parties})" if parties else "", style="not bold")
    words.append(f": {quoted(measure.content.text)}", style="not bold")
    words.append(f" {_cited(measure.sentences)}", style="not bold dim")
    return words


def _cited(sentences: tuple[int, ...]) -> str:
    return f"[sentence {', '.join(map(str, sentences))}]" if sentences else ""


def _listed(title: str, lines: list[Text]) -> list[RenderableType]:
    shown: list[RenderableType] = ["", heading(f"{title} ({len(lines)})")]
    return [*shown, *(item("•", line) for line in lines)] if lines else [*shown, Text("None.", style="dim italic")]
