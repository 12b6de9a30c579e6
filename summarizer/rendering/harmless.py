"""Words of an article made safe to print: they cannot move a cursor, colour a screen, or reorder a line."""

import unicodedata

_JOINERS = "\u200c\u200d"  # kept: Persian, Indic scripts and emoji need them
_UNSEEN = "\u00ad\u200b\u2060\ufeff"  # dropped: soft hyphens and zero widths, common in web text and without meaning
_SPACES = "\t\n\v\f\r\x85"
_PICTURES = 0x2400  # Unicode's Control Pictures: ␀ to ␟ stand for U+0000 to U+001F
_REPLACEMENT = "\ufffd"


def harmless(text: str) -> str:
    """`text` on one line, without anything that acts instead of being read.

    White space of any kind becomes one space; control characters become their pictures (`␛`); bidirectional controls,
    invisible tags and lone surrogates become `�`; soft hyphens and zero-width spaces are dropped.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return " ".join("".join(map(_shown, text)).split())


def _shown(char: str) -> str:
    if char in _UNSEEN:
        return ""
    match unicodedata.category(char):
        case "Cc":
            return " " if char in _SPACES else _picture(ord(char))
        case "Cf":
            return char if char in _JOINERS else _REPLACEMENT
        case "Cs":
            return _REPLACEMENT
        case "Zl" | "Zp":
            return " "
        case _:
            return char


def _picture(code: int) -> str:
    if code < 0x20:
        return chr(_PICTURES + code)
    return "␡" if code == 0x7F else _REPLACEMENT
