"""One statement that an article makes, tied to its exact words."""

from dataclasses import dataclass
from enum import StrEnum

from summarizer.domain.moment import Moment
from summarizer.domain.quantity import Quantity
from summarizer.domain.span import Quote


class Act(StrEnum):
    """What a speaker does by saying it; not whether it is true."""

    ASSERTS = "asserts"
    ALLEGES = "alleges"
    DENIES = "denies"
    PARTIALLY_DENIES = "partially_denies"
    DOES_NOT_DENY = "does_not_deny"
    DECLINES_TO_COMMENT = "declines_to_comment"
    CONFIRMS = "confirms"
    ADMITS = "admits"
    WARNS = "warns"
    PREDICTS = "predicts"
    PLANS = "plans"
    ANNOUNCES_OWN_ACT = "announces_own_act"
    CORRECTS = "corrects"
    CONDITIONAL = "conditional"
    REPORTS_BELIEF = "reports_belief"


class SpeakerKind(StrEnum):
    """What kind of party speaks."""

    PERSON = "person"
    STATE = "state"  # a government, a ministry, or its metonym
    ORGANISATION = "organisation"
    COLLECTIVE = "collective"  # several named parties speaking as one
    MEDIA = "media"
    UNNAMED = "unnamed"  # "officials", "a source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who said it. `name` is the fullest name the article prints for them, `role` their title as printed.

    `printed` are the words that name the speaker at the claim ("he", "Mr Lammy"); `side` is the state or organisation
    they speak for, by canonical name; `members` the parties of a collective speaker.
    """

    name: str
    kind: SpeakerKind
    role: str | None
    side: str | None
    members: tuple[str, ...]
    printed: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """The chain outlet → agency → relay → speaker. `speaker is None`: the article says it in its own voice.

    `relays` are media that the words name as where they have it from ("as reported by ISNA", "CNN reported").
    `said` is when it was said, where the words tell.
    """

    outlet: str
    agency: str | None
    relays: tuple[str, ...]
    speaker: Speaker | None
    cue: Quote | None
    said: Moment | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement proven against its article: every quote is cut from it, every value found in the cited sentences."""

    id: str  # article id + offsets of the content
    article: str
    sentences: tuple[int, ...]
    act: Act
    content: tuple[Quote, ...]
    attribution: Attribution
    is_direct: bool  # the content is a quotation in quotation marks
    is_background: bool  # told about an earlier event, not as today's news
    negations: tuple[Quote, ...]
    hedge: Quote | None
    when: Moment | None
    where: str | None
    to_whom: str | None
    quantities: tuple[Quantity, ...]
    names: tuple[str, ...]  # canonical names of states, organisations, people and weapons in the content

    @property
    def text(self) -> str:
        return " … ".join(quote.text for quote in self.content)
