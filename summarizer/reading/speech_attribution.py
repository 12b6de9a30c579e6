"""What was found in one stretch of words: a cue, its speaker and what is said, as ranges of words."""

from dataclasses import dataclass

from summarizer.reading.speech_contents import Content
from summarizer.reading.speech_subjects import Subject


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with its speaker and content; ranges are half-open."""

    cue: tuple[int, int]
    speaker: Subject | None
    contents: tuple[Content, ...]
