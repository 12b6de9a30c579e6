"""A cheap guess at a text's language: its script, and for Latin script the short words that no text can do without."""

import re
import unicodedata
from collections import Counter

_FEWEST_HITS = 3  # stop words; a shorter text could be a name or a title in any language
_LEAD = 1.3  # times the hits of the runner-up: neighbours such as Spanish and Portuguese share words
_SAMPLE = 20_000  # characters are more than enough
_WORDS = {
    "en": "the of and to in that is was for with has said from by on it are be have at not this but will were which",
    "de": "der die das und ist nicht von mit den dem ein eine auf für sich auch wird bei nach aus sie hat im zu wurde",
    "fr": "le la les des et est dans que une pour qui par sur avec pas plus au aux ce cette été sont son du ont",
    "es": "el la los las de y que en un una por con para del se no su al ha más como pero fue según sobre",
    "it": "il la di che e un una per non è del della con sono dei gli nel alla anche ha più dal le si questo",
    "pt": "o os as de e que em um uma para com não do da no na se por mais ao foi dos das segundo são",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook door bij naar uit werd maar",
    "pl": "i w nie na się z że do jest to o jak po co ale przez dla od za są tym który przed jego",
    "tr": "ve bir bu için ile de da olarak daha çok olan gibi sonra ne ama kadar en var olduğunu dedi",
    "id": "yang dan di untuk dengan ini itu dari dalam tidak akan pada juga ke oleh karena telah adalah mengatakan",
    "sv": "och att det som en på är av för med den till inte har de om ett men var sig från vi så kan",
}
_STOP_WORDS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_SCRIPTS = {
    "CYRILLIC": "ru", "ARABIC": "ar", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "CJK": "zh",
    "GREEK": "el", "HEBREW": "he", "DEVANAGARI": "hi", "THAI": "th", "ARMENIAN": "hy", "GEORGIAN": "ka", "BENGALI": "bn",
}  # fmt: skip
_UKRAINIAN = re.compile("[іїєґ]")
_PERSIAN = re.compile("[پچژگ]")
_LETTERS = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """ISO 639-1, or "und" where the text is too short or too mixed to tell."""
    words = _LETTERS.findall(text[:_SAMPLE].casefold())
    if not words:
        return "und"
    script = _script(words)
    return script or _by_stop_words(words)


def _script(words: list[str]) -> str | None:
    letters = "".join(words)[:2000]
    counts = Counter(unicodedata.name(char, "?").split()[0] for char in letters)
    if counts["HIRAGANA"] + counts["KATAKANA"] > 0.1 * len(letters):
        return "ja"
    name, count = counts.most_common(1)[0]
    if name not in _SCRIPTS or 2 * count < len(letters):
        return None
    if name == "CYRILLIC" and _UKRAINIAN.search(letters):
        return "uk"
    return "fa" if name == "ARABIC" and _PERSIAN.search(letters) else _SCRIPTS[name]


def _by_stop_words(words: list[str]) -> str:
    counts = Counter(words)
    hits = {language: sum(counts[word] for word in stops) for language, stops in _STOP_WORDS.items()}
    (best, most), (_, second) = sorted(hits.items(), key=lambda hit: -hit[1])[:2]
    return best if most >= _FEWEST_HITS and most >= _LEAD * second else "und"
