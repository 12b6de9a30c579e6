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
    Act.CONDITIONAL: "said",
    Act.REPORTS_BELIEF: "believed",
}
_MOST_WORDS = 25  # of one printed statement; longer ones are cut at a clause and show it with an ellipsis
_OPEN = "\"“‘'«"
_SPACE = re.compile(r"\s+")


def sentence(mention: Mention, desk: Desk, *, with_role: bool = False, most: int = _MOST_WORDS) -> str:
    """The statement as one sentence, ending in a full stop: the article's own words, the speaker by name."""
    claim = desk.claim_of(mention)
    speaker = claim.attribution.speaker
    if speaker is None:
        return _closed(_capital(clipped(_told(mention.quote.text), most=most)))
    name = _capital(name_of(speaker, with_role=with_role))
    cue = claim.attribution.cue
    if cue is not None and mention.quote.start <= cue.start < claim.content[0].start and not cue.text.startswith("according"):
        running = clipped(_told(desk.articles[mention.article].text[cue.start : mention.quote.end]), most=most)
        aside = cue.text.split()[-1].endswith("ing") and len(cue.text.split()) == 1
        return _closed(f"{name} spoke, {running}" if aside else f"{name} {running}")
    return _closed(f"{name} {_verb(claim)}: {_spoken(claim, mention.quote, most)}")


def _verb(claim: Claim) -> str:
    """The printed verb where it is one word in the past, else the word for the act."""
    cue = claim.attribution.cue
    if cue and re.fullmatch(r"(?:said|told|wrote|tweeted|posted|added|noted|insisted|warned|denied|\w+ed)", cue.text.strip()):
        return "said" if cue.text == "told" else cue.text
    return _VERBS[claim.act]


def name_of(speaker: Speaker, *, with_role: bool = False) -> str:
    """The speaker's name, with the title that the article prints for a person."""
    told = re.sub(r"\b(?:Mr|Mrs|Ms)\.?\s", "", _told(speaker.name))
    if with_role and speaker.kind is SpeakerKind.PERSON and speaker.role and speaker.role.casefold() not in told.casefold():
        return f"{told} ({_told(speaker.role)})"
    return told


def _spoken(claim: Claim, quote: Quote, most: int) -> str:
    words = clipped(re.sub(r"^that\s+", "", _told(quote.text)), most=most)
    words = re.sub(r"[,;]([”\"’']?)$", r"\1", words)
    if not claim.is_direct or words[:1] in _OPEN:
        return words
    return f"“{words.strip(_OPEN + '”’»')}”"


def clipped(words: str, *, most: int = _MOST_WORDS, anywhere: bool = False) -> str:
    """At most `most` words with an ellipsis, cut behind a comma where there is one, or `anywhere`."""
    pieces = words.split(" ")
    if len(pieces) <= most:
        return words
    ends = [i for i, piece in enumerate(pieces[:most]) if piece[-1:] in ",;:" and i >= most // 2]
    cut = " ".join(pieces[: ends[-1] + 1 if ends and not anywhere else most]).rstrip(",;:")
    closing = "”" if cut.count("“") > cut.count("”") else '"' if cut.count('"') % 2 else ""
    return f"{cut} …{closing}"


def standing(finding: Finding, desk: Desk) -> str:
    """How it stands: carriers and origins, two different numbers, in the fixed words of the briefing."""
    if finding.carriers == 1:
        return f"only {desk.label(finding.mentions[0].article)}"
    origins = "1 origin" if finding.origins == 1 else f"{finding.origins} independent origins"
    shown = "; independence not shown" if finding.independence is Independence.NOT_SHOWN else ""
    return f"{finding.carriers} outlets, {origins}{shown}"


def chain(mention: Mention, desk: Desk) -> str:
    """Through whom one statement reached us: the outlet, the agency whose text it prints, the medium that these cite."""
    said = desk.claim_of(mention).attribution
    agency = f", {said.agency}" if said.agency and said.agency not in said.outlet else ""
    relays = "".join(f", via {_told(relay)}" for relay in said.relays)
    return f"{said.outlet}{agency}{relays}"


def _told(words: str) -> str:
    return _SPACE.sub(" ", words).strip()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _closed(words: str) -> str:
    trimmed = words.rstrip(" ,;:–—-")
    return trimmed if trimmed[-1:] in ".!?…" or trimmed[-2:] in (".”", '."', "?”", "!”", ".’", "…”", '…"') else f"{trimmed}."
