"""Speech behind a colon without a verb: "Minister: talks have failed", "Talks have failed: minister"."""

from collections.abc import Sequence

from summarizer.reading.speech_attribution import Attribution
from summarizer.reading.speech_contents import Content
from summarizer.reading.speech_subjects import Subject
from summarizer.reading.speech_words import Tag, Word, word_class

_NAMES = frozenset((Tag.NAME, Tag.NOUN, Tag.POSSESSIVE, Tag.OBJECT, Tag.DETERMINER))
_LONGEST = 5  # words of a speaker before or behind a colon
_FEWEST = 3  # words of what is said


def find_colon_speech(words: Sequence[Word], *, is_title: bool) -> tuple[Attribution, ...]:
    """The speaker and the speech around the first colon: in titles on either side, elsewhere a name before a quotation."""
    colon = next((i for i, word in enumerate(words) if word.lower == ":"), None)
    if colon is None or colon == 0 or colon + 1 >= len(words):
        return ()
    end = len(words)
    while end > colon + 1 and words[end - 1].tag is Tag.POINT:
        end -= 1
    if _is_speaker(words, 0, colon) and (words[colon + 1].tag is Tag.QUOTE or (is_title and end - colon > _FEWEST)):
        return (Attribution((colon, colon + 1), Subject(0, colon), (Content(colon + 1, end, True),)),)
    if is_title and colon >= _FEWEST and _is_speaker(words, colon + 1, end):
        return (Attribution((colon, colon + 1), Subject(colon + 1, end), (Content(0, colon, True),)),)
    return ()


def _is_speaker(words: Sequence[Word], start: int, end: int) -> bool:
    phrase = words[start:end]
    if not 0 < len(phrase) <= _LONGEST or any(word.lower in word_class("no_speaker") for word in phrase):
        return False
    return all(word.tag in _NAMES for word in phrase) and phrase[-1].tag is not Tag.DETERMINER
