"""Whether a statement is about what its own speaker does or will do."""

import re

from summarizer.language.act_words import Scene, owned_words
from summarizer.language.folding import folded
from summarizer.language.parties import side_of

_SELF = re.compile(
    r"^(?:and |but |so |that |then |\W)*(?:we|i|it|they|he|she|the (?:(?:two |three )?countries|allies|company|group|bank|"
    r"government|ministry|club|union|airline|agency|administration|department))\b"
)
_MODAL = re.compile(
    r"^\W*(?:[\w.'’-]+\s+){1,7}?(?:will|would|'ll|are going to|is going to|am going to|shall|is|are|am|have|has|had)"
    r"(?:\s+(?:not|also|soon|now|be|been|immediately|therefore|continue|together|today))*\s+(?P<verb>\w+)"
)
_CONTRACTED = re.compile(
    r"^\W*(?:we|i|they|he|she|it)(?:'ll|'re|'m|'s|'ve)\s+(?:(?:not|also|now|going|to|be|being|soon)\s+)*(?P<verb>\w+)"
)
_OTHER_CLAUSE = re.compile(
    r"n't\s|\b(?:think|thought|said|say|know|knew|hope|hoped|wish|believe|believed|that|who|which|if|when)\s"
)
_INTENDED = re.compile(r"\b(?:will|would|'ll|going to|shall)\b")
_CLAUSE = re.compile(
    r"^(?:that\s+)?(?:[\w'’.,$-]+\s+){1,9}?(?:is|are|was|were|has|have|had|will|would|could|may|might|can|died|killed|fell|rose)\b"
)


def is_own_subject(scene: Scene, speaker: str | None, own_side: str | None) -> bool:
    """Whether the statement's subject is its speaker: "we", "they", their own name, their own state."""
    if _SELF.match(scene.content):
        return bool(scene.cue) or scene.is_quoted or re.match(r"^\W*(?:we|i)\b", scene.content) is not None
    opening = " ".join(scene.content.split()[:6])
    if speaker and any(opening.startswith((name, f"the {name}")) for name in _names(speaker)):
        return True
    return own_side is not None and _opening_side(scene) == own_side


def announces_own(scene: Scene, place: int | None, speaker: str | None, own_side: str | None) -> bool:
    """Whether a speaker announces an act of their own: by a verb of announcing at `place` of the frame, or by content alone."""
    if place is None:
        return _does_something(scene.content)
    aim = scene.frame[place:].split(" ", 1)[-1] if scene.is_told else scene.content
    if _SELF.match(aim) or is_own_subject(scene, speaker, own_side):
        return True
    return not _CLAUSE.match(aim) or re.match(r"(?:that )?to\s", aim) is not None


def _does_something(content: str) -> bool:
    """ "we will impose", "they have suspended", and not "we will see" or "we are sad"."""
    said = re.sub(r"^\W*that\s+", "", content)
    match = _CONTRACTED.match(said) or _MODAL.match(said)
    if match is None or _OTHER_CLAUSE.search(match.group()):
        return False
    verb = match["verb"]
    if _INTENDED.search(match.group()):
        return verb not in owned_words("stative")
    return verb.startswith(owned_words("official_stems"))


def _names(speaker: str) -> tuple[str, ...]:
    """The speaker's name and surname, folded."""
    name = folded(speaker).removeprefix("the ")
    return (name, name.split()[-1])


def _opening_side(scene: Scene) -> str | None:
    """The side of the party that the statement begins with; letter case comes from the printed sentence only, so states are
    looked up by their folded name."""
    words = scene.content.strip("\"' ").removeprefix("that ").removeprefix("the ").split()[:4]
    for size in range(len(words), 0, -1):
        name = " ".join(words[:size])
        side = side_of(name.upper() if len(name) <= 4 else name.title())
        if side and size <= 3:
            return side
    return None
