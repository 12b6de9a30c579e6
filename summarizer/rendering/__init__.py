"""A briefing to text. No decisions are made here.

Every renderer takes the briefing and how it will be looked at, and gives text that ends with a newline. This module
imports none of them before it is used, so that naming a format costs nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.briefing import Briefing

__all__ = ["RENDERERS", "Format", "RenderOptions", "render"]

NARROWEST = 40  # columns; below this tables become unreadable, so the text is wider than the window instead


class Format(StrEnum):
    """What a briefing can be rendered to."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions:
    """How text for a terminal will be looked at: `width` in columns, `colour` for ANSI styles. Other formats ignore both."""

    width: int = 80
    colour: bool = False

    @property
    def columns(self) -> int:
        return max(self.width, NARROWEST)


def _terminal(briefing: "Briefing", options: RenderOptions) -> str:
    from summarizer.rendering.terminal import terminal  # noqa: PLC0415  rich is slow to import

    return terminal(briefing, options)


def _markdown(briefing: "Briefing", _: RenderOptions) -> str:
    from summarizer.rendering.markdown import markdown  # noqa: PLC0415  like its neighbours

    return markdown(briefing)


def _json(briefing: "Briefing", _: RenderOptions) -> str:
    from summarizer.rendering.record import to_json  # noqa: PLC0415  builds a large validator

    return to_json(briefing)


RENDERERS: dict[Format, Callable[["Briefing", RenderOptions], str]] = {
    Format.TERMINAL: _terminal,
    Format.MARKDOWN: _markdown,
    Format.JSON: _json,
}


def render(briefing: "Briefing", fmt: Format = Format.TERMINAL, options: RenderOptions | None = None) -> str:
    """The briefing as text in this format; without `options` for 80 columns and no colour."""
    return RENDERERS[fmt](briefing, options or RenderOptions())
