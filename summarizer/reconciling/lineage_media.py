"""Which publisher a name stands for: "nytimes.com", "The New York Times" and "NYT" are one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from summarizer.domain.span import Span
from summarizer.language.media import media

_ADDRESS = re.compile(r"(?:https?://)?((?:[\w-]+\.)+(?!(?:txt|html?|md|json|pdf|xml|eml|docx?|rtf)\b)[a-z]{2,})(?:[/:?#].*)?")
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "or", "ne", "go"})  # "example.co.uk", "example.com.cn"
_KIND = (
    r"newspaper|news\s?agency|wire service|news\s?magazine|magazine|news website|news site|website|broadcaster|television|TV"
    r"|radio|news channel|channel|network|daily|weekly|tabloid|outlet|agency|news service|paper"
)
_TAIL = re.compile(rf"(?i)[\s-]+(?:{_KIND}|news|online|international|digital|wire|english|uk|us|usa|world|live|app)$")
_ENDING = (
    r"Times|Post|Herald|Tribune|Gazette|Journal|Chronicle|Telegraph|Daily|Observer|Examiner|Inquirer|Guardian|Courier|Bulletin"
    r"|Mirror|Standard|Globe|Register|Dispatch|Sentinel|Ledger|Argus|Echo|Review|Magazine|News|News Agency|Press|Press Agency"
    r"|Broadcasting Corporation|TV|Television|Radio|Ilbo|Shimbun|Sinmun|Zeitung|Pravda|Gazeta"
)
# Words before a name that are not of it: "In Reuters", "Citing Reuters", "Denmark's Reuters".
_LED = re.compile(
    r"(?:(?:The|On|In|At|But|And|As|When|While|After|Citing|According|Later|Meanwhile|Both)(?:\s+|$)|(?:[^\s'’]+\s)*[^\s'’]+['’]s\s)+"
)
_CAPITAL = r"[A-Z][\w'’&-]*\w"


@dataclass(frozen=True, slots=True)
class MediumFound:
    """A medium named in a text, by canonical name."""

    name: str
    span: Span


@lru_cache(maxsize=1)
def tables() -> Mapping[str, Any]:
    """What `lineage.toml` holds."""
    return loads(files("summarizer.reconciling").joinpath("lineage.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def parties() -> Mapping[str, Any]:
    """What `language/parties.toml` holds; states and blocs are named there for all stages."""
    return loads(files("summarizer.language").joinpath("parties.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _printed() -> Mapping[str, str]:
    """Every known name as printed → its canonical name."""
    return {alias: each.name for each in media().values() for alias in (*(each.names or ()), *each.labels, each.name)}


@lru_cache(maxsize=1)
def _squeezed() -> Mapping[str, str]:
    shorts = {_squeeze(each.agency): each.name for each in media().values() if each.agency}
    return shorts | {_squeeze(alias): name for alias, name in _printed().items()}


def _squeeze(name: str) -> str:
    """Letters and digits only, in lower case, without "the": what a web address makes of a name."""
    bare = re.sub(r"(?i)^the\s+", "", name.strip())
    return re.sub(r"[\W_]+", "", bare).casefold()


@lru_cache(maxsize=1024)
def medium(name: str) -> str:
    """The canonical name of a publisher, or `name` itself without article and kind where it is not known.

    Web addresses count by their domain: "uk.example.co.uk/page" is "example.co.uk".
    """
    shown = " ".join(name.split()).strip(" .,;:'\"“”’‘")
    if _ADDRESS.fullmatch(shown):
        return _of_address(shown)
    for candidate in (shown, *_shortened(shown)):
        if found := _squeezed().get(_squeeze(candidate)):
            return found
    return re.sub(rf"(?i)^the\s+|\s+(?:{_KIND})$", "", shown) or shown


def _shortened(name: str) -> Iterator[str]:
    """`name` with its last words of kind dropped, one after the other, then without words before it that describe it."""
    while (shorter := _TAIL.sub("", name)) != name:
        yield shorter
        name = shorter
    words = name.split()
    yield from (" ".join(words[at:]) for at in range(1, len(words)) if words[at - 1][0].islower() or words[at - 1].endswith("’s"))


def _of_address(address: str) -> str:
    found = _ADDRESS.fullmatch(address)
    labels = (found.group(1) if found else address).casefold().split(".")
    cut = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else 2
    domain = ".".join(labels[-cut:])
    return _squeezed().get(_squeeze(domain)) or _squeezed().get(labels[-cut]) or domain


@lru_cache(maxsize=1024)
def medium_key(name: str) -> str:
    """What two names of one publisher have in common; for comparing only."""
    canonical = medium(name)
    if _ADDRESS.fullmatch(canonical):
        labels = canonical.split(".")
        return _squeeze(labels[0])
    return _squeeze(canonical)


def is_agency(name: str) -> bool:
    """Whether others print this publisher's text as a matter of course."""
    found = media().get(medium(name))
    return found is not None and found.agency is not None


def side_of_medium(name: str) -> str | None:
    """The state (or party) that controls this publisher, as far as known."""
    found = media().get(medium(name))
    return found.side if found else None


@lru_cache(maxsize=1)
def _sights() -> re.Pattern[str]:
    """Known names, names that end like a medium's, and names beside a word of kind."""
    known = "|".join(re.escape(name) for name in sorted(_printed(), key=len, reverse=True) if name[0].isupper() or len(name) > 3)
    shaped = rf"(?:{_CAPITAL}\s){{1,3}}(?:{_ENDING})"
    kinds = "|".join(rf"(?<={kind}\s)" for kind in ("newspaper", "magazine", "broadcaster", "agency", "website", "tabloid"))
    before = rf"(?:{kinds}){_CAPITAL}(?:\s{_CAPITAL}){{0,3}}"
    after = rf"{_CAPITAL}(?:\s{_CAPITAL}){{0,3}}(?=\s(?:newspaper|news agency|magazine|broadcaster|news website|tabloid)\b)"
    return re.compile(rf"(?<![\w.@/’'-])(?:{shaped}|{known}|{after}|{before})(?![\w@-])")


@lru_cache(maxsize=1)
def _descriptions() -> frozenset[str]:
    """Capitalised words that say what kind of newspaper it is, not which: "the Danish newspaper"."""
    adjectives = (word for state in parties()["states"].values() for word in state.get("adj", ()))
    return frozenset({"State", "Local", "National", "Western", "Arab", *adjectives})


def find_media(text: str, within: Span) -> tuple[MediumFound, ...]:
    """The media named in a stretch of text, in reading order. "Sun" in "the Sun rose" is found too: a citation needs its verb."""
    return tuple(_seen(text, within))


def _seen(text: str, within: Span) -> Iterator[MediumFound]:
    for found in _sights().finditer(text, within.start, within.end):
        words = found.group()
        led = _LED.match(words)
        name = words[led.end() :] if led and _squeeze(words) not in _squeezed() else words
        if name and name not in _descriptions():
            yield MediumFound(medium(name), Span(found.end() - len(name), found.end()))
