"""Which act words show: asserting, denying, declining to comment, warning, predicting, announcing one's own act …

`act_of` decides for words without a proposal, `shows_act` judges a proposal (an LLM's). Both look only at words, so both are
cautious: where nothing special shows, the act is `ASSERTS`. Decisions that a reader may ask about:
- "we have no information about it" denies: in answer to an accusation a spokesman's not knowing is a denial;
- "rejected the offer" asserts and "rejected the accusation" denies: only what was said can be denied;
- "was denied entry" is no denial, "has not explicitly denied" neither denies nor confirms;
- a first-person negation ("I never saw them") denies where the sentence shows an accusation, and else asserts;
- "claimed responsibility" admits;
- "would" in reported speech is a future seen from the past ("said they would impose"), elsewhere a condition.
"""

import re
from collections.abc import Callable

from summarizer.domain.claim import Act
from summarizer.language.act_owners import announces_own, is_own_subject
from summarizer.language.act_words import ACCUSATION, FIRST_PERSON_DENIAL, NEGATED, SAID_THINGS, Scene, contents, scene_of, verbs
from summarizer.language.negation import find_negations

_MUST_STAND_UNNEGATED = frozenset(
    {Act.CONFIRMS, Act.ADMITS, Act.WARNS, Act.PLANS, Act.CORRECTS, Act.ALLEGES, Act.PREDICTS, Act.ANNOUNCES_OWN_ACT}
)
_BY_VERB = (
    Act.DENIES, Act.ADMITS, Act.CONFIRMS, Act.CORRECTS, Act.WARNS,
    Act.ALLEGES, Act.PREDICTS, Act.REPORTS_BELIEF, Act.PLANS, Act.ANNOUNCES_OWN_ACT,
)  # fmt: skip
_NOT_ASSERTED = frozenset(
    {Act.DENIES, Act.PARTIALLY_DENIES, Act.DOES_NOT_DENY, Act.DECLINES_TO_COMMENT, Act.CONDITIONAL, Act.REPORTS_BELIEF}
)  # fmt: skip
_REPORTED_WOULD = re.compile(r"\b(?:would|'d)\s+(?!like|love|say|have|rather|prefer|not comment)")


def act_of(*, cue: str | None, content: str, speaker: str | None, sentence: str, own_side: str | None = None) -> Act:
    """The act that the words show. `own_side` is the state or organisation of the speaker, for telling their own acts."""
    scene = scene_of(cue, content, sentence)
    return _reserved(scene) or _by_verb(scene, speaker, own_side) or _by_content(scene, speaker, own_side) or Act.ASSERTS


def shows_act(act: Act, *, cue: str | None, content: str, sentence: str) -> bool:
    """Whether the words show `act`, however it was proposed. `ASSERTS` fails over words of denial, refusal, condition, belief."""
    return _SHOWS[act](scene_of(cue, content, sentence))


def _reserved(scene: Scene) -> Act | None:
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
        return act if announces_own(scene, place, speaker, own_side) else None
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
        return _rejection_place(scene)
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


def _rejection_place(scene: Scene) -> int | None:
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
    if contents("future").search(main) or (scene.cue and not scene.is_quoted and _REPORTED_WOULD.search(main)):
        return Act.PREDICTS
    return None


_HAS_HAPPENED = re.compile(
    r"^(?:\W*[\w.'-]+\s+){1,6}?(?:has|have|had)\s+(?:\w+ly\s+|now\s+|already\s+|since\s+)?(?:been\s+)?(?!been|to\b|not\b)\w+(?:ed|en|nt|ld|de|ne|wn|ught|me|t)\b"
)


def _until_clause(text: str) -> str:
    """The statement up to its first subordinate clause, and up to a second verb behind one that tells what has happened."""
    main = re.split(
        r",?\s+(?:which|who|where|because|although|though|while|after|before|when|that (?=(?:is|are|was|were|will|would|could|may|might)\s))\s*",
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
        and _REPORTED_WOULD.search(_until_clause(scene.opening)) is not None
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


def _everything(scene: Scene) -> str:
    """Where a proposed act may show: the frame and the content; without a cue, the whole sentence."""
    return scene.sentence if scene.is_told else f"{scene.frame} {scene.content}"


def _any_verb(act: Act) -> Callable[[Scene], bool]:
    def shows(scene: Scene) -> bool:
        text = _everything(scene)
        if any(not NEGATED.search(text[: match.start()]) for match in verbs(act.value).finditer(text)):
            return True
        return act.value in _IN_CONTENT and contents(act.value).search(text) is not None

    return shows


_IN_CONTENT = frozenset({"confirms", "warns", "alleges", "predicts", "plans", "corrects", "reports_belief"})


def _any_content(act: Act) -> Callable[[Scene], bool]:
    return lambda scene: contents(act.value).search(_everything(scene)) is not None


def _shows_denial(scene: Scene) -> bool:
    if _reserved(scene) in (Act.DOES_NOT_DENY, Act.DECLINES_TO_COMMENT):
        return False
    text = _everything(scene)
    if verbs("denies").search(text) or _rejection_place(scene) is not None or contents("denies").search(text):
        return True
    return bool(FIRST_PERSON_DENIAL.match(scene.content)) or (
        bool(scene.cue) and bool(find_negations(scene.content)) and bool(ACCUSATION.search(scene.sentence))
    )


def _shows_assertion(scene: Scene) -> bool:
    return (_reserved(scene) or _by_verb(scene, None, None) or _by_content(scene, None, None) or Act.ASSERTS) not in _NOT_ASSERTED


def _shows_future(scene: Scene) -> bool:
    text = _everything(scene)
    words = (
        contents("future"),
        contents("predicts"),
        verbs("predicts"),
        _REPORTED_WOULD,
        re.compile(r"\b(?:likely|may|might|could|would|next)\b"),
    )
    return _reserved(scene) is None and any(pattern.search(text) for pattern in words)


def _shows_intention(scene: Scene) -> bool:
    text = _everything(scene)
    words = (verbs("plans"), contents("plans"), contents("future"), _REPORTED_WOULD, verbs("announces_own_act"))
    return _reserved(scene) is None and any(pattern.search(text) for pattern in words)


def _shows_own_act(scene: Scene) -> bool:
    text = _everything(scene)
    if verbs("announces_own_act").search(text):
        return True
    is_told_of = re.search(
        r"\b(?:we|i|it|they|he|she|our)\b[^.;]{0,40}\b(?:will|would|'ll|are|am|is|have|has|had)\b", text
    ) or contents("future").search(text)
    return _reserved(scene) is None and bool(is_told_of or _REPORTED_WOULD.search(text))


def _shows_condition(scene: Scene) -> bool:
    return (
        contents("conditional").search(scene.content) is not None
        or re.search(r"\b(?:would|could|should)\b", scene.content) is not None
    )


def _shows_half_denial(scene: Scene) -> bool:
    text = _everything(scene)
    return _reserved(scene) is Act.PARTIALLY_DENIES or (
        verbs("denies").search(text) is not None and verbs("admits").search(text) is not None
    )


_SHOWS: dict[Act, Callable[[Scene], bool]] = {
    Act.ASSERTS: _shows_assertion,
    Act.ALLEGES: _any_verb(Act.ALLEGES),
    Act.DENIES: _shows_denial,
    Act.PARTIALLY_DENIES: _shows_half_denial,
    Act.DOES_NOT_DENY: _any_content(Act.DOES_NOT_DENY),
    Act.DECLINES_TO_COMMENT: _any_content(Act.DECLINES_TO_COMMENT),
    Act.CONFIRMS: _any_verb(Act.CONFIRMS),
    Act.ADMITS: _any_verb(Act.ADMITS),
    Act.WARNS: _any_verb(Act.WARNS),
    Act.PREDICTS: _shows_future,
    Act.PLANS: _shows_intention,
    Act.ANNOUNCES_OWN_ACT: _shows_own_act,
    Act.CORRECTS: _any_verb(Act.CORRECTS),
    Act.CONDITIONAL: _shows_condition,
    Act.REPORTS_BELIEF: _any_verb(Act.REPORTS_BELIEF),
}
