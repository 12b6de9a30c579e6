"""Every error this program raises on purpose.

    SummarizerError            exit code 1
    ├── UsageError             2  the command or call cannot mean anything: a path that is not there, a bad date
    ├── SettingsError          4  a key or setting is missing or wrong
    ├── NothingToBriefError    1  no input gave an article
    ├── ReadingError           1  a reader could not read one article; a briefing goes on without it
    │   └── LanguageError      1  it is in a language that the reader does not read
    └── NotABriefingError      1  a file that is not a saved briefing

Messages are one line that says what happened and what to do. `exit_code` is what the command ends with.
"""

from typing import ClassVar


class SummarizerError(Exception):
    """Base of them all."""

    exit_code: ClassVar[int] = 1


class UsageError(SummarizerError):
    """The command or call cannot mean anything."""

    exit_code: ClassVar[int] = 2


class SettingsError(SummarizerError):
    """A key or setting is missing or wrong."""

    exit_code: ClassVar[int] = 4


class NothingToBriefError(SummarizerError):
    """No input gave an article; the message lists why each was skipped."""


class ReadingError(SummarizerError):
    """A reader could not read one article."""


class LanguageError(ReadingError):
    """The article is in a language that the reader does not read."""


class NotABriefingError(SummarizerError):
    """The file is not a saved briefing, or of a format this version does not read."""
