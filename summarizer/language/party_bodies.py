"""Bodies of states, organisations and media that are named by a pattern: "the Iranian foreign ministry", "X News Agency"."""

import re
from functools import lru_cache

from summarizer.domain.claim import SpeakerKind
from summarizer.language.name_words import Word, words_of
from summarizer.language.parties import Match, Party, adjective_of, is_state, known_party, match_at

_GOVERNMENT = re.compile(
    r"(?i)^(?:(?:new|current|previous|former|federal|central|interim|transitional|coalition|state)\s+)*"
    r"(?:government|administration|regime|authorities|leadership|cabinet|state|governments?['’]?s?|side|presidency|premiership)$"
)
_PORTFOLIO = (
    r"(?:foreign(?:\s+affairs)?|external\s+affairs|defen[cs]e|interior|internal\s+affairs|home(?:\s+affairs)?|finance|treasury|health|justice|trade|commerce|"
    r"energy|oil|petroleum|transport(?:ation)?|emergenc(?:y|ies)(?:\s+situations)?|intelligence|information|culture|education|agriculture|"
    r"environment|economy|economics?|labou?r|industry|digital|infrastructure|communications?|sports?|tourism|religious|unification|"
    r"state\s+security|public\s+security|national\s+security|science|technology|housing|housing\s+and\s+\w+|interior\s+and\s+\w+)"
)
_BODY = re.compile(
    rf"(?i)^(?:(?:armed|security|special|naval|ground|air|land|space|defen[cs]e|government|occupation|regular)\s+)*(?:"
    rf"{_PORTFOLIO}\s+(?:ministry|department|office|secretariat)|(?:ministry|department)\s+(?:of|for)\s+(?:the\s+)?{_PORTFOLIO}(?:\s+affairs)?(?:\s+and\s+[\w\s]+)?|"
    r"ministry|military|forces?|army|navy|air\s+force|marines|marine\s+corps|troops|coast\s*guard|national\s+guard|border\s+guards?|"
    r"intelligence(?:\s+(?:services?|agency|agencies|community))?|security\s+services?|secret\s+service|police(?:\s+force)?|parliament|senate|congress|"
    r"embassy|consulate|(?:permanent\s+)?mission|supreme\s+court|constitutional\s+court|high\s+court|central\s+bank|treasury|general\s+staff|"
    r"military\s+intelligence|space\s+agency|space\s+command|meteorological\s+(?:agency|office|service)|weather\s+service|health\s+service|"
    r"emergency\s+services?|fire\s+service|disaster\s+(?:management\s+)?agency|nuclear\s+(?:agency|regulator|authority)|atomic\s+energy\s+organi[sz]ation|"
    r"election\s+commission|electoral\s+commission|prosecutor(?:['’]?s)?(?:\s+office)?|prosecutor\s+general(?:['’]?s\s+office)?|prosecutors|lawmakers|"
    r"statistics\s+(?:office|agency)|geological\s+survey|competition\s+(?:authority|regulator)|rail\s+regulator|aviation\s+(?:authority|regulator)|"
    r"civil\s+defen[cs]e|rescue\s+service|air\s+defen[cs]es?|air\s+defen[cs]e\s+forces|presidential\s+office|president['’]s\s+office|"
    r"prime\s+minister['’]s\s+office|foreign\s+intelligence\s+service"
    r")(?:\s+in\s+[A-Z]\w+)?$"
)
_OF_STATE = re.compile(r"^(?P<body>.+)\s+of\s+(?:the\s+)?(?P<state>[A-Z][\w.’'\- ]+)$")
_MEDIA = re.compile(
    r"(?:\b(?:Times|Post|News|Journal|Tribune|Herald|Gazette|Chronicle|Telegraph|Observer|Daily|Mirror|Courier|Inquirer|Examiner|Dispatch|Standard|Globe|Bee|"
    r"Star|Sentinel|Register|Bulletin|Echo|Argus|Argus|Express|Zeitung|Pravda|Shimbun|Broadcasting|TV|Television|Radio|Newspaper|Magazine|Weekly|Press)"
    r"|[Nn]ews\s+(?:agency|website|service|site|outlet|channel|network|portal)|news\s*wire|newspaper|newspapers|magazine|broadcaster|television|state\s+(?:media|TV|television|radio)"
    r"|(?:radio|TV|television)\s+(?:station|channel|network)|news\s+program(?:me)?|media(?:\s+outlets?)?|press|radio|tabloid|daily)$"
)
_PERIODICAL = re.compile(r"\b(?:Daily|Morning|Evening|Sunday|Weekly|National|Indian|City)\b")
# "the national civil defence institute": at least one word tells which, and none that only points back.
_DESCRIBED = re.compile(
    r"^(?!(?:[\w-]+\s+)*(?:news|wire|same|other|own|whole|entire|state-run|official|new)\s)(?:[a-z][a-z-]*\s+){1,4}"
    r"(?:institute|agency|commission|authority|tribunal|inspectorate|bureau|observatory|regulator|watchdog|unit|council|committee"
    r"|prosecutor['’]s\s+office|government)$"
)
_OWNED = re.compile(r"^(?P<owner>[A-Z][\w.-]+(?: [A-Z][\w.-]+){0,2})['’]s (?P<body>.+)$")
_NOT_MEDIA = frozenset(
    [
        "News",
        "Times",
        "Post",
        "Daily",
        "Press",
        "Radio",
        "Star",
        "Standard",
        "Express",
        "Register",
        "Echo",
        "Bee",
        "Globe",
        "Mirror",
        "Bulletin",
        "Television",
        "TV",
    ]
)


@lru_cache(maxsize=4096)
def body_of(words: str) -> Party | None:
    """A body of a state or a medium named by a pattern; `words` without a leading "the"."""
    return _of_state(words) or _led_by_state(words) or _stateless(words) or _owned(words) or media_of(words)


def media_of(words: str) -> Party | None:
    """A medium by the end of its name: "the Hindustan Chronicle", "Mehr news agency", "Iranian state television"."""
    if words in _NOT_MEDIA or not _MEDIA.search(words):
        return None
    tokens = words_of(words)
    if words.endswith((" Star", " Express")) and not (_PERIODICAL.search(words) or match_at(tokens, 0)):
        return None  # more ships and trains than papers are called so
    for at in range(len(tokens)):
        match = match_at(tokens, at)
        if match and match.party.kind is SpeakerKind.MEDIA:
            return match.party
    if not words[:1].isupper() or len(tokens) < 2:
        return None
    return Party(words, SpeakerKind.MEDIA, words)


def _led_by_state(words: str) -> Party | None:
    """ "Iranian foreign ministry", "Ukraine's army", "U.S. Treasury": what follows the state decides."""
    lead = _leading(words)
    if lead is None or lead.party.side is None or not is_state(lead.party.side):
        return None
    tokens = words_of(words)
    if lead.words == len(tokens):
        return None
    rest = words[tokens[lead.words].start :]
    if _GOVERNMENT.match(rest):
        return Party(lead.party.side, SpeakerKind.STATE, lead.party.side)
    body = known_party(rest)
    if body and body.side == lead.party.side:
        return body
    if _BODY.match(rest) or _DESCRIBED.match(rest) or (body and body.kind is SpeakerKind.STATE and not is_state(body.name)):
        return Party(f"{adjective_of(lead.party.side)} {_plain(rest)}", SpeakerKind.STATE, lead.party.side)
    return None


def _leading(words: str) -> Match | None:
    """The state that the words begin with, also where a longer name does ("U.S. Treasury" in "U.S. Treasury Department")."""
    tokens: tuple[Word, ...] = words_of(words)
    match = match_at(tokens, 0) if tokens else None
    return match if match is None or is_state(match.party.name) else match_at(tokens[:1], 0) or match


def _of_state(words: str) -> Party | None:
    """ "Ministry of Defence of Ukraine", "the government of Japan", "the parliament of Georgia"."""
    match = _OF_STATE.match(words)
    state = known_party(match["state"]) if match else None
    if match is None or state is None or state.side is None or not is_state(state.side):
        return None
    if _GOVERNMENT.match(match["body"]):
        return Party(state.side, SpeakerKind.STATE, state.side)
    if _BODY.match(match["body"]):
        return Party(f"{adjective_of(state.side)} {_plain(match['body'])}", SpeakerKind.STATE, state.side)
    return None


def _stateless(words: str) -> Party | None:
    """ "the foreign ministry", "the army": a body whose state only the article tells."""
    return Party(_plain(words), SpeakerKind.STATE, None) if _BODY.match(words) or _DESCRIBED.match(words) else None


def _owned(words: str) -> Party | None:
    """ "Bavaria's interior ministry": a body of a region, or of another owner that is no state."""
    match = _OWNED.match(words)
    if match is None or not (_BODY.match(match["body"]) or _DESCRIBED.match(match["body"])):
        return None
    return Party(f"{match['owner']}'s {_plain(match['body'])}", SpeakerKind.STATE, match["owner"])


def _plain(body: str) -> str:
    """One spelling for one body: "Ministry of Defence", "Defense Ministry" → "defence ministry"."""
    words = body.lower().replace("defense", "defence").replace("’", "'")
    turned = re.sub(r"^(ministry|department) (?:of|for) (?:the )?(.+)$", r"\2 \1", words)
    return turned.replace("foreign affairs ministry", "foreign ministry")
