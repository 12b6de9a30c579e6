"""What a reader proposes about one article: unverified shapes, proven or rejected by `grounding`.

Values are given as printed; sentence numbers say where. Nothing here is ever shown to a reader of a briefing.
"""

from pydantic import BaseModel, ConfigDict, Field

from summarizer.domain.claim import Act
from summarizer.domain.measure import MeasureKind, Stage
from summarizer.domain.weapon import SpecKind


class Draft(BaseModel):
    """Base of the drafted shapes: unknown keys are refused, so a misspelt field cannot vanish."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ClaimDraft(Draft):
    """One statement the article makes."""

    sentences: tuple[int, ...] = Field(description="Numbers of the sentences that make the statement.")
    content: tuple[str, ...] = Field(
        default=(),
        description="The words of the statement as printed, in pieces where speech is interrupted; empty: the whole sentences.",
    )
    act: Act = Field(description="What the speaker does by saying it.")
    speaker: str | None = Field(
        default=None, description="The words that name the speaker there, as printed; null: the article's own voice."
    )
    speaker_is: str | None = Field(
        default=None, description="Whom 'he', 'the minister' stands for: the full name as printed elsewhere in the article."
    )
    role: str | None = Field(default=None, description="The speaker's title as printed.")
    cue: str | None = Field(default=None, description="The words that mark the speech, as printed: 'said', 'according to'.")
    relays: tuple[str, ...] = Field(
        default=(), description="Media or agencies from which the article says it has this, as printed."
    )
    hedge: str | None = Field(default=None, description="Words that weaken the statement, as printed: 'reportedly', 'may'.")
    when: str | None = Field(default=None, description="When the event is said to happen, as printed.")
    said: str | None = Field(default=None, description="When it was said, as printed: 'Tuesday', 'in a statement on 3 May'.")
    where: str | None = Field(default=None, description="Where it is said to happen, as printed.")
    to_whom: str | None = Field(default=None, description="Whom the speaker addresses or the act concerns, as printed.")
    quantities: tuple[str, ...] = Field(default=(), description="Numbers with unit and counted thing, as printed.")
    is_direct: bool = Field(default=False, description="True where the content stands in quotation marks.")
    is_background: bool = Field(default=False, description="True where it tells of an earlier event, not today's news.")


class SpecDraft(Draft):
    """One specification of a weapon."""

    kind: SpecKind
    value: str = Field(description="Number with unit, as printed.")
    sentence: int = Field(description="Number of the sentence that gives it.")


class WeaponDraft(Draft):
    """One weapon that the article names."""

    name: str = Field(description="The designation as printed.")
    sentences: tuple[int, ...]
    category: str | None = Field(default=None, description="Kind of weapon as printed.")
    operator: str | None = Field(default=None, description="Who has or uses it, as printed.")
    specs: tuple[SpecDraft, ...] = ()


class MeasureDraft(Draft):
    """One sanction, aid package, agreement or the like."""

    kind: MeasureKind
    stage: Stage
    by: str | None = Field(default=None, description="Who takes it, as printed.")
    target: str | None = Field(default=None, description="Whom it is aimed at or for, as printed.")
    content: str = Field(description="The words that state it, as printed.")
    amount: str | None = Field(default=None, description="Its amount, as printed.")
    sentences: tuple[int, ...]


class ReportDraft(Draft):
    """Everything a reader proposes about one article."""

    claims: tuple[ClaimDraft, ...] = ()
    weapons: tuple[WeaponDraft, ...] = ()
    measures: tuple[MeasureDraft, ...] = ()
