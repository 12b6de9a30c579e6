"""Which act words show: asserting, denying, declining to comment, warning, predicting, announcing one's own act …

`act_of` decides for words without a proposal; act_proposals.py judges a proposal (an LLM's). Both look only at words, so both
are cautious: where nothing special shows, the act is `ASSERTS`. Decisions that a reader may ask about:
- "we have no information about it" denies: in answer to an accusation a spokesman's not knowing is a denial;
- "rejected the offer" asserts and "rejected the accusation" denies: only what was said can be denied;
- "was denied entry" is no denial, "has not explicitly denied" neither denies nor confirms;
- a first-person negation ("I never saw them") denies where the sentence shows an accusation, and else asserts;
- "claimed responsibility" admits;
- "would" in reported speech is a future seen from the past ("said they would impose"), elsewhere a condition.
"""

import re

from summarizer.domain.claim import Act
from summarizer.language.act_owners import announces_own, is_own_subject
from summarizer.language.act_words import (
    ACCUSATION,
    FIRST_PERSON_DENIAL,
    NEGATED,
    REPORTED_WOULD,
    SAID_THINGS,
    Scene,
    contents,
    scene_of,
    verbs,
)

_MUST_STAND_UNNEGATED = frozenset(
    {Act.CONFIRMS, Act.ADMITS, Act.WARNS, Act.PLANS, Act.CORRECTS, Act.ALLEGES, Act.PREDICTS, Act.ANNOUNCES_OWN_ACT}
)
_BY_VERB = (
    Act.DENIES, Act.ADMITS, Act.CONFIRMS, Act.CORRECTS, Act.WARNS,
    Act.ALLEGES, Act.PREDICTS, Act.REPORTS_BELIEF, Act.PLANS, Act.ANNOUNCES_OWN_ACT,
)  # fmt: skip


def act_of(*, cue: str | None, content: str, speaker: str | None, sentence: str, own_side: str | None = None) -> Act:
    """The act that the words show. `own_side` is the state or organisation of the speaker, for telling their own acts."""
    return act_in(scene_of(cue, content, sentence), speaker, own_side)


def act_in(scene: Scene, speaker: str | None, own_side: str | None) -> Act:
    """The act that the words of `scene` show."""
    return reserved(scene) or _by_verb(scene, speaker, own_side) or _by_content(scene, speaker, own_side) or Act.ASSERTS


def reserved(scene: Scene) -> Act | None:
    """Silence and half denials, whose words contain those of other acts."""
    if not _HINT.search(scene.sentence) and not _HINT.search(scene.frame):
        return None
    told = _told(scene)
    for act in (Act.DECLINES_TO_COMMENT, Act.DOES_NOT_DENY, Act.PARTIALLY_DENIES):
        if contents(act.value).search(told) or contents(act.value).search(
            f"{scene.frame} {scene.opening}" if scene.cue else scene.frame
        ):
            return act
    return None


# Stems without which no row of the reserved acts can match: most sentences need not be searched further.
_HINT = re.compile(
    r"den[iy]|comment|declin|refus|reach|respon|confirm|discuss|elabor|specul|drawn|contest|"
    r"reject|disput|whether|answer|repl[iy]|return|detail|dismiss|say |speci"
)


def _told(scene: Scene) -> str:
    """The content where its words tell the speaker's act: without a cue, or in indirect speech about themselves."""
    return scene.frame if scene.is_told else scene.opening


def _by_verb(scene: Scene, speaker: str | None, own_side: str | None) -> Act | None:
    """The act of the first telling verb in the frame."""
    found = [(place, act) for act in _BY_VERB if (place := _verb_place(act, scene)) is not None]
    if not found:
        return None
    place, act = min(found, key=lambda item: item[0])
    if act is Act.ANNOUNCES_OWN_ACT:
        if announces_own(scene, place, speaker, own_side):
            return act
        return Act.PLANS if contents("future").search(_until_clause(scene.opening)) else None
    if act in (Act.PREDICTS, Act.PLANS) and scene.is_told and is_own_subject(scene, speaker, own_side):
        return Act.PLANS
    return act


def _verb_place(act: Act, scene: Scene) -> int | None:
    """Where the frame's first verb of this act stands."""
    aimed = scene.frame if scene.is_told else f"{scene.frame} {scene.content[:60]}"  # "claimed" and what: "responsibility for"
    for match in verbs(act.value).finditer(aimed):
        if match.start() >= len(scene.frame):
            break
        if scene.is_told and _is_embedded(scene.frame, match.start()):
            continue
        if not (act in _MUST_STAND_UNNEGATED and NEGATED.search(scene.frame[: match.start()])) and not _is_passive(
            act, scene.frame, match
        ):
            return match.start()
    if act is Act.DENIES:
        return rejection_place(scene)
    return None


def _is_embedded(frame: str, place: int) -> bool:
    """Deep in a statement the verb is told of something, not done by it: only the first clause counts."""
    before = frame[:place]
    return (
        len(before.split()) > 14
        or re.search(r"\b(?:that|because|if|when|while|after|before|since|whether|to)\s+(?:\w+\s+){0,6}$", before) is not None
    )


def _is_passive(act: Act, frame: str, match: re.Match[str]) -> bool:
    """ "was denied entry", "is believed to": somebody else's act, or told by the content rules."""
    before = re.search(r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?$", frame[: match.start()])
    return (
        before is not None
        and match.group().endswith(("ed", "d"))
        and act in (Act.DENIES, Act.WARNS, Act.ADMITS, Act.ALLEGES, Act.PREDICTS, Act.REPORTS_BELIEF)
    )


def rejection_place(scene: Scene) -> int | None:
    """ "rejected", "dismissed" and the like, aimed at something said."""
    for match in verbs("denies_said").finditer(scene.frame):
        aim = " ".join(f"{scene.frame[match.end() :]} {scene.content}".split()[:12])
        if SAID_THINGS.search(aim) and not NEGATED.search(scene.frame[: match.start()]):
            return match.start()
    return None


def _by_content(scene: Scene, speaker: str | None, own_side: str | None) -> Act | None:
    """The act that the statement itself shows, where the cue is neutral or there is none."""
    if _denies_inside(scene):
        return Act.DENIES
    body = _told(scene)
    for act in (Act.CORRECTS, Act.CONFIRMS, Act.WARNS, Act.REPORTS_BELIEF):
        if contents(act.value).search(body):
            return act
    if _is_conditional(scene):
        return Act.CONDITIONAL
    if scene.is_told and contents("alleges").search(body) and not re.search(r"\ballegedly|\balleged\b(?!\s+(?:to|of|by))", body):
        return Act.ALLEGES
    return _about_the_future(scene, speaker, own_side)


def _about_the_future(scene: Scene, speaker: str | None, own_side: str | None) -> Act | None:
    body = _told(scene)
    if is_own_subject(scene, speaker, own_side) and announces_own(scene, None, speaker, own_side):
        return Act.ANNOUNCES_OWN_ACT
    main = _until_clause(body)
    if contents("predicts").search(main):
        return Act.PREDICTS
    if contents("plans").search(main):
        return Act.PLANS
    if contents("future").search(main) or (scene.cue and not scene.is_quoted and REPORTED_WOULD.search(main)):
        return Act.PREDICTS
    return None


_HAS_HAPPENED = re.compile(
    r"^(?:\W*[\w.'-]+\s+){1,6}?(?:has|have|had)\s+(?:\w+ly\s+|now\s+|already\s+|since\s+)?(?:been\s+)?"
    r"(?!been|to\b|not\b)\w+(?:ed|en|nt|ld|de|ne|wn|ught|me|t)\b"
)


def _until_clause(text: str) -> str:
    """The statement up to its first subordinate clause, and up to a second verb behind one that tells what has happened."""
    main = re.split(
        r",?\s+(?:which|who|where|because|although|though|while|after|before|when"
        r"|that (?=(?:is|are|was|were|will|would|could|may|might)\s))\s*",
        text,
    )[0]
    done = _HAS_HAPPENED.search(main)
    return main[: done.end()] if done else main


def _denies_inside(scene: Scene) -> bool:
    match = contents("denies").search(scene.opening)
    if match and match.start() < _EARLY and (scene.cue or _speaks_for_itself(scene)):
        return True
    around = scene.sentence.replace(scene.content, " ")
    return bool(scene.cue) and FIRST_PERSON_DENIAL.match(scene.content) is not None and ACCUSATION.search(around) is not None


_EARLY = 90  # characters: a denial further in is told of somebody else


def _speaks_for_itself(scene: Scene) -> bool:
    """A statement without a cue, in the first person or in quotation marks: a quotation whose speaker stands elsewhere."""
    return scene.is_quoted or re.search(r"\b(?:we|i|our)\b", scene.content) is not None


def _is_conditional(scene: Scene) -> bool:
    if contents("conditional").search(scene.opening):
        return re.search(r"\b(?:would|will|'ll|could|may|might|can|should|must|won't)\b", scene.opening) is not None
    return (
        (scene.is_quoted or scene.is_told)
        and REPORTED_WOULD.search(_until_clause(scene.opening)) is not None
        and not _is_past_future(scene)
    )


def _is_past_future(scene: Scene) -> bool:
    """ "said it would", "asked if they would": a future seen from the past, inside the statement."""
    return (
        re.search(
            r"\b(?:said|asked|whether|think|wish|wished|realised|realized|understood|hoped|thought|knew|told|promised|expected|announced|decided|vowed|believed|warned|feared|that)\b[^.;]*\bwould\b",
            scene.content,
        )
        is not None
    )
