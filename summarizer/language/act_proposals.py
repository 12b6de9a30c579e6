"""Whether words show an act that was proposed for them: wider than `act_of`, since a proposal was made from the whole text."""

import re
from collections.abc import Callable

from summarizer.domain.claim import Act
from summarizer.language.act_words import (
    ACCUSATION,
    FIRST_PERSON_DENIAL,
    NEGATED,
    REPORTED_WOULD,
    Scene,
    contents,
    scene_of,
    verbs,
)
from summarizer.language.acts import act_in, rejection_place, reserved
from summarizer.language.negation import find_negations

_NOT_ASSERTED = frozenset(
    {Act.DENIES, Act.PARTIALLY_DENIES, Act.DOES_NOT_DENY, Act.DECLINES_TO_COMMENT, Act.CONDITIONAL, Act.REPORTS_BELIEF}
)  # fmt: skip


def shows_act(act: Act, *, cue: str | None, content: str, sentence: str) -> bool:
    """Whether the words show `act`, however it was proposed. `ASSERTS` fails over words of denial, refusal, condition, belief."""
    return _SHOWS[act](scene_of(cue, content, sentence))


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
    if reserved(scene) in (Act.DOES_NOT_DENY, Act.DECLINES_TO_COMMENT):
        return False
    text = _everything(scene)
    if verbs("denies").search(text) or rejection_place(scene) is not None or contents("denies").search(text):
        return True
    return bool(FIRST_PERSON_DENIAL.match(scene.content)) or (
        bool(scene.cue) and bool(find_negations(scene.content)) and bool(ACCUSATION.search(scene.sentence))
    )


def _shows_assertion(scene: Scene) -> bool:
    return act_in(scene, None, None) not in _NOT_ASSERTED


def _shows_future(scene: Scene) -> bool:
    text = _everything(scene)
    words = (
        contents("future"),
        contents("predicts"),
        verbs("predicts"),
        REPORTED_WOULD,
        re.compile(r"\b(?:likely|may|might|could|would|next)\b"),
    )
    return reserved(scene) is None and any(pattern.search(text) for pattern in words)


def _shows_intention(scene: Scene) -> bool:
    text = _everything(scene)
    words = (verbs("plans"), contents("plans"), contents("future"), REPORTED_WOULD, verbs("announces_own_act"))
    return reserved(scene) is None and any(pattern.search(text) for pattern in words)


def _shows_own_act(scene: Scene) -> bool:
    text = _everything(scene)
    if verbs("announces_own_act").search(text):
        return True
    is_told_of = re.search(
        r"\b(?:we|i|it|they|he|she|our)\b[^.;]{0,40}\b(?:will|would|'ll|are|am|is|have|has|had)\b", text
    ) or contents("future").search(text)
    return reserved(scene) is None and bool(is_told_of or REPORTED_WOULD.search(text))


def _shows_condition(scene: Scene) -> bool:
    return (
        contents("conditional").search(scene.content) is not None
        or re.search(r"\b(?:would|could|should)\b", scene.content) is not None
    )


def _shows_half_denial(scene: Scene) -> bool:
    text = _everything(scene)
    return reserved(scene) is Act.PARTIALLY_DENIES or (
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
