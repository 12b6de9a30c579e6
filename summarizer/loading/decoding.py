"""Bytes to text, only where the encoding is certain: a wrong guess would turn quotes into words nobody wrote."""

import codecs
import re

from summarizer.domain.report import Skipped, SkipReason

MAX_BYTES = 5_000_000  # the longest news page seen is under 2 MB; more is a mistake (an archive, a dump, a log) or an attack

_BOMS = (  # the longer first: UTF-32 begins with the mark of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_KINDS = (
    (b"%PDF-", "a PDF file"), (b"PK\x03\x04", "a ZIP or office file"), (b"\x1f\x8b", "a gzip file"), (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"), (b"{\\rtf", "an RTF file"), (b"\xd0\xcf\x11\xe0", "an office file"),
    (b"%!PS", "a PostScript file"), (b"\x7fELF", "a program"), (b"SQLite format 3", "a database"), (b"7z\xbc\xaf", "an archive"),
)  # fmt: skip
_UTF8_PAIR = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")
_DECLARED = re.compile(rb"<meta[^>]{1,200}charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_WESTERN = re.compile(
    "[\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022\u20ac\u2122\u0160\u0161\u017d\u017e\u0152\u0153\xa0-\xff\x00-\x7f]*"
)
_WESTERN_SHARE = 0.05  # of the letters, at most, are not ASCII in English prose set in a western code page
_WESTERN_FEW = 8  # characters, in a text too short for shares
_SURE = 0.02  # chaos above which charset-normalizer itself has doubts


def decode(data: bytes, name: str) -> str | Skipped:
    """The text of `data`, without its byte order mark; a `Skipped` where it is none, is too large or cannot be told for sure."""
    if len(data) > MAX_BYTES:
        return too_large(name, len(data))
    kind = next((kind for start, kind in _KINDS if data.startswith(start)), None)
    if kind:
        return Skipped(name, SkipReason.BINARY, f"{name} is {kind}, not text: save it as text or HTML first")
    text = _by_mark(data, name) or _by_trial(data, name)
    if isinstance(text, Skipped):
        return text
    if "\0" in text or _SURROGATES.search(text) or 20 * len(_CONTROLS.findall(text)) > len(text):
        return Skipped(name, SkipReason.BINARY, f"{name} is not text: it has control characters that no article has")
    if not text.strip():
        return Skipped(name, SkipReason.EMPTY, f"{name} is empty")
    return text


def too_large(name: str, size: int) -> Skipped:
    """The record of an input over `MAX_BYTES`."""
    message = f"{name} has {size:,} bytes; an article has at most {MAX_BYTES:,}: give the article alone"
    return Skipped(name, SkipReason.TOO_LARGE, message)


def _by_mark(data: bytes, name: str) -> str | Skipped | None:
    encoding = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return _broken(name, f"it begins as {encoding.removesuffix('-sig').upper()} but does not go on so")


def _by_trial(data: bytes, name: str) -> str | Skipped:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            return "\0"
        if _UTF8_PAIR.search(data, 0, error.start) and not _DECLARED.search(data):
            return _broken(name, f"it is UTF-8 but for byte {error.start + 1}")
    return _declared(data) or _western(data) or _detected(data) or _broken(name, "its encoding cannot be told for sure")


def _broken(name: str, why: str) -> Skipped:
    return Skipped(name, SkipReason.ENCODING, f"{name} cannot be decoded: {why}; save it as UTF-8")


def _declared(data: bytes) -> str | None:
    """Decoded as an HTML page says it is."""
    found = _DECLARED.search(data, 0, 4096)
    if not found:
        return None
    try:
        return data.decode(found[1].decode("ascii"))
    except (UnicodeDecodeError, LookupError):
        return None


def _western(data: bytes) -> str | None:
    """Decoded as Windows-1252, where nearly all is ASCII and the rest is what English prose has: quotes, dashes, accents."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    others = sum(char > "\x7f" for char in text)
    return text if _WESTERN.fullmatch(text) and others <= max(_WESTERN_FEW, _WESTERN_SHARE * len(text)) else None


def _detected(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415  30 ms, needed for a few old files only

    best = from_bytes(data).best()
    return str(best) if best is not None and best.chaos <= _SURE and best.coherence > 0 else None
