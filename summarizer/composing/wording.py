"""Sentences in the articles' own words: who speaks, by which verb, and the words themselves. Nothing is paraphrased."""

import re

from summarizer.composing.desk import Desk
from summarizer.domain.claim import Act, Claim, Speaker, SpeakerKind
from summarizer.domain.finding import Finding, Independence, Mention
from summarizer.domain.span import Quote

_VERBS = {
    Act.ASSERTS: "said",
    Act.ALLEGES: "alleged",
    Act.DENIES: "denied",
    Act.PARTIALLY_DENIES: "partly denied",
    Act.DOES_NOT_DENY: "did not deny",
    Act.DECLINES_TO_COMMENT: "declined to comment",
    Act.CONFIRMS: "said in confirmation",
    Act.ADMITS: "admitted",
    Act.WARNS: "warned",
    Act.PREDICTS: "expected",
    Act.PLANS: "planned",
    Act.ANNOUNCES_OWN_ACT: "announced",
    Act.CORRECTS: "corrected",
    Act.CONDITIONAL: "said, conditionally",
    Act.REPORTS_BELIEF: "believed",
}
_MOST_WORDS = 34  # of one printed statement; longer ones are cut at a clause and show it with an ellipsis
_OPEN = "\"“‘'«"
_SPACE = re.compile(r"\s+")


def sentence(mention: Mention, desk: Desk) -> str:
    """The statement as one sentence, ending in a full stop."""
    claim = desk.claim_of(mention)
    speaker = claim.attribution.speaker
    if speaker is None:
        return _closed(_capital(_told(mention.quote.text)))
    running = _running(claim, mention, desk)
    if running:
        return _closed(f"{_capital(name_of(speaker))} {running}")
    cue = claim.attribution.cue
    if cue and cue.text.endswith("ing") and 0 <= mention.quote.start - cue.end <= 2:
        return _closed(f"{_capital(name_of(speaker))}, {cue.text} {clipped(_told(mention.quote.text))}")
    return _closed(f"{_capital(name_of(speaker))} {_VERBS[claim.act]}: {_spoken(claim, mention.quote)}")


def name_of(speaker: Speaker) -> str:
    """The speaker's name, with the title where the article prints one for a person."""
    if speaker.kind is SpeakerKind.PERSON and speaker.role and speaker.role.casefold() not in speaker.name.casefold():
        return f"{speaker.name} ({_told(speaker.role)})"
    return _told(speaker.name)


def _running(claim: Claim, mention: Mention, desk: Desk) -> str | None:
    """The article's own words from the cue to the end of the statement, where cue and statement follow one another."""
    cue = claim.attribution.cue
    speaker = claim.attribution.speaker
    if cue is None or speaker is None or not 0 <= mention.quote.start - cue.end <= 60:
        return None
    text = desk.articles[mention.article].text
    between = text[cue.end : mention.quote.start]
    if "\n" in between or not 0 <= cue.start - speaker.printed.end <= 40:
        return None
    lead = _told(text[cue.start : mention.quote.start])
    return f"{lead} {clipped(_told(mention.quote.text))}" if len(lead.split()) <= 12 else None


def _spoken(claim: Claim, quote: Quote) -> str:
    words = clipped(re.sub(r"^that\s+", "", _told(quote.text)))
    words = re.sub(r"[,;]([”\"’']?)$", r"\1", words)
    if not claim.is_direct or words[:1] in _OPEN:
        return words
    return f"“{words.strip(_OPEN + '”’»')}”"


def clipped(words: str, *, most: int = _MOST_WORDS) -> str:
    """At most `most` words, cut behind a comma or stop where there is one, with an ellipsis."""
    pieces = words.split(" ")
    if len(pieces) <= most:
        return words
    ends = [i for i, piece in enumerate(pieces[:most]) if piece[-1:] in ",;:" and i >= most // 2]
    cut = " ".join(pieces[: ends[-1] + 1 if ends else most]).rstrip(",;:")
    closing = "”" if cut.count("“") > cut.count("”") else '"' if cut.count('"') % 2 else ""
    return f"{cut} …{closing}"


def standing(finding: Finding, desk: Desk) -> str:
    """How it stands: carriers and origins, two different numbers, in the fixed words of the briefing."""
    if finding.carriers == 1:
        return f"only {desk.label(finding.mentions[0].article)}"
    origins = "1 origin" if finding.origins == 1 else f"{finding.origins} independent origins"
    shown = "; independence not shown" if finding.independence is Independence.NOT_SHOWN else ""
    return f"{finding.carriers} outlets, {origins}{shown}"


def _told(words: str) -> str:
    return _SPACE.sub(" ", words).strip()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _closed(words: str) -> str:
    trimmed = words.rstrip(" ,;:–—-")
    return trimmed if trimmed[-1:] in ".!?…" or trimmed[-2:] in (".”", '."', "?”", "!”", ".’", "…”", '…"') else f"{trimmed}."
