"""The words in which people describe texts: classes of characters, quantities, literals, verbs, connectors."""

import re
from collections.abc import Callable
from itertools import chain
from typing import Any

from aurora.modules.autonomy.regex.nodes import ALNUM, ANY, DIGIT, LETTER, LOWER, SPACE, SPECIAL, UPPER, VOWEL

_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
NUMBERS = {word: value for value, word in enumerate(_WORDS)} | {"double": 2, "couple": 2}

MARKS = {
    "comma": ",", "semicolon": ";", "semi-colon": ";", "semi colon": ";", "colon": ":", "dash": "-", "hyphen": "-",
    "minus sign": "-", "dot": ".", "period": ".", "decimal": ".", "fullstop": ".", "full stop": ".", "point": ".",
    "underscore": "_", "slash": "/", "pipe": "|", "at sign": "@", "hash": "#", "dollar sign": "$", "percent sign": "%",
    "plus sign": "+", "equals sign": "=", "asterisk": "*", "ampersand": "&", "exclamation mark": "!",
    "question mark": "?", "space": " ", "apostrophe": "'",
}  # fmt: skip

FILLERS = frozenset((
    "a", "an", "the", "this", "that", "these", "those", "it", "its", "they", "of", "in", "to", "for", "by", "on",
    "at", "as", "is", "are", "be", "must", "should", "shall", "will", "would", "can", "pattern", "matches",
    "match", "matching", "matched", "whole", "entire", "any", "also", "such", "used", "there", "which", "where",
    "write", "function", "check", "checks", "whether", "given", "return", "returns", "true", "false", "if",
    "valid", "text", "value", "input", "regex", "regular", "expression",
))  # fmt: skip
"""Words that say nothing of which texts match."""

Rule = tuple[re.Pattern[str], str, Callable[[re.Match[str]], Any]]
Quantity = tuple[int, int | None]


def _rule(kind: str, value: Any, *phrases: str) -> tuple[Rule, ...]:
    """Each of the phrases is an item of the kind; `value` is its meaning, or makes it from the match."""
    make = value if callable(value) else lambda _match: value
    return tuple((re.compile(rf"(?:{phrase})(?![A-Za-z0-9])", re.IGNORECASE), kind, make) for phrase in phrases)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def _range(low: int | None, high: int | None) -> Callable[[re.Match[str]], Quantity]:
    """A quantity from the numbers in a match: the offsets are added to the first and to the last of them; a missing
    lower end is zero, a missing upper end is endless."""

    def make(found: re.Match[str]) -> Quantity:
        numbers = [_number(word) for word in found.groups() if word]
        return 0 if low is None else numbers[0] + low, None if high is None else numbers[-1] + high

    return make


def _times(found: re.Match[str]) -> Quantity:
    named = {"once": 1, "twice": 2, "thrice": 3}
    count = named.get(found[0].lower()) or _number(found[1])
    return count, count


def _mark(found: re.Match[str]) -> str:
    word = next(group for group in found.groups() if group)
    return MARKS[re.sub(r"\s", " ", word.lower())]


def _digits(found: re.Match[str]) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+", found[0]))


_N = rf"(?:\d+|{'|'.join(NUMBERS)})"
_MARK = "|".join(sorted((mark.replace(" ", r"\s") for mark in MARKS), key=len, reverse=True))
_LETTERS = r"(?:[ -]?(?:letters?|characters?|chars?|alphabets?|ones?))"
_UPPER = r"(?:capital(?:ized)?|upper[- ]?cased?|caps|big)"
_LOWER = r"(?:lower[- ]?cased?|small|non[- ]capital)"
_NUMERIC = r"(?:numbers?|digits?|numeric values?|numeric|numerals?)"
_PART = r"(?:sub)?(?:string|segment|part|group|block|section)"
_COUNTED = r"(?= (?:(?:\d|one|two|three|four) )?(?:char|letter|digit|symbol))"
_SEPARATED = r"(?:separated|seperated|delimited|divided|joined)"
_MODAL = r"(?:may|can|might|could|should|will|must|would|does|is|are)"
_PLACED = r"(?:must |should |can |may |to )?(?:be |come |comes |only |are |is |placed |occur |appear |allowed |exist )*"

_QUANTITIES: tuple[tuple[Rule, ...], ...] = (
    _rule(
        "num", _range(0, None),
        rf"(?:at least|(?:a )?minimum(?: of)?|min|no (?:less|fewer) than|not less than)\s+({_N})",
        rf"(?:greater|longer|more)(?: than)? or equal (?:to|than)\s+({_N})",
        rf"equal(?: to)? or (?:longer|greater|more|larger)(?: than)?\s+({_N})",
        rf"({_N})\s*(?:ore? ?more|or (?:greater|above|longer|higher)|and (?:more|above)|or ?more ?th[ae]n|\+)",
    ),
    _rule("num", _range(1, None), rf"(?:more than|greater than|over|longer than|above)\s+({_N})"),
    _rule(
        "num", _range(None, 0),
        rf"(?:at most|no more than|no longer than|not more than|up to|(?:a )?maximum(?: of)?|max)\s+({_N})",
        rf"(?:less|shorter|fewer)(?: than)? or equal (?:to|than)\s+({_N})",
        rf"({_N})\s*(?:characters? |letters? )?(?:or (?:less|fewer|shorter|lower)|of less|and less)",
    ),
    _rule("num", _range(None, -1), rf"(?:less than|fewer than|under|shorter than|below)\s+({_N})"),
    _rule(
        "num", _range(0, 0),
        rf"(?:between |from |either )?({_N})(?:\s*(?:-|–|and/or)\s*|\s+(?:to|through|or|until)\s+)({_N})",
        rf"between ({_N}) and ({_N})",
        rf"(?:exactly |only |precisely )?({_N})",
        rf"({_N})(?=-)",
    ),
    _rule("num", (1, None), r"1 to n"),
    _rule("num", (1, 1), r"a single|single|an?"),
    _rule(
        "many", (0, None),
        r"zero or more|any (?:number|amount)(?: of)?",
        r"an? (?:unlimited|indeterminate|arbitrary|unspecified) (?:number|amount)(?: of)?",
    ),
    _rule(
        "many", (1, None),
        r"multiple|several|some|any combination of|an? (?:sequence|series|combination|group) of",
    ),
    _rule("times", _times, rf"({_N}) times|twice|thrice|once"),
)  # fmt: skip

_CLASSES: tuple[tuple[Rule, ...], ...] = (
    _rule("chars", LOWER, rf"{_LOWER}{_LETTERS}?s?", rf"letters? (?:in|that (?:is|are)|of) {_LOWER}"),
    _rule("chars", UPPER, rf"{_UPPER}{_LETTERS}?s?", rf"letters? (?:in|that (?:is|are)|of) {_UPPER}s?"),
    _rule(
        "chars", LETTER,
        r"(?:any )?(?:letters?|alphabets?|alphabetic(?:al)?(?: characters?| letters?)?)(?: of (?:any|either) case)?",
        r"upper ?(?:case)? (?:and|or) lower[ -]?case letters?",
    ),
    _rule(
        "chars", DIGIT,
        r"(?:any )?(?:digits?|numbers?|numerals?)",
        r"(?:any )?numeric(?:al)?(?:[ -](?:values?|characters?|digits?|numbers?))?",
    ),
    _rule(
        "chars", SPECIAL,
        r"(?:any )?(?:special|punctuation)(?:[ -](?:characters?|chars?|symbols?|ones?|letters?|marks?))?s?|symbols?",
    ),
    _rule("chars", ANY, r"(?:any |all )?(?:characters?|chars?|anything)(?: of any (?:kind|type))?"),
    _rule("chars", ALNUM, r"alpha-?numeric(?:al)?(?:[ -]characters?|[ -]chars?)?s?"),
    _rule("chars", VOWEL, r"vowels?"),
    _rule("chars", LETTER - VOWEL, r"consonants?"),
    _rule("chars", SPACE, r"white ?spaces?|blanks?"),
    _rule("chars", DIGIT | frozenset("abcdefABCDEF"), r"hex(?:adecimal)?(?: digits?| characters?)?"),
    _rule(
        "digits", _digits,
        rf"{_NUMERIC}\s+(\d+)(?:'?s)?(?:\s*(?:,|or|and|,\s*or|,\s*and)\s*(\d+))*"
        r"(?!'?s|\s*(?:or more|or less|or fewer|-|to \d|characters|times|in length))",
    ),
    _rule(
        "text", _mark,
        rf"(?:a |an |one |another )?({_MARK})(?: symbols?| characters?| signs?)?(?: \(.\))?",
        rf"({_MARK})s(?: symbols?)?",
    ),
)  # fmt: skip

_LISTS: tuple[tuple[Rule, ...], ...] = (
    _rule(
        "separator",
        _mark,
        rf"(?:an? )?({_MARK})(?:s|es)?[- ]?{_SEPARATED}",
        rf"{_SEPARATED}(?: first)? (?:by|with|using)(?: (?:a|an|the|single))* ({_MARK})(?:s|es)?",
    ),
    _rule("separated", None, rf"(?:are |is |be |must be )?{_SEPARATED}(?: first)? (?:by|with|using)", _SEPARATED),
    _rule("ordinal", 0, rf"(?:next|other|remaining)(?= (?:[a-z]+ )?{_PART})", "others|the rest"),
)

_PARTS: tuple[tuple[Rule, ...], ...] = (
    _rule("every", None, r"each|every|all(?: of (?:them|the|these))?|any of the|both"),
    _rule("ordinal", 1, r"first"),
    _rule("ordinal", 2, r"second|middle"),
    _rule("ordinal", 3, r"third"),
    _rule("ordinal", 4, r"fourth|forth"),
    _rule("ordinal", 5, r"fifth"),
    _rule("ordinal", 6, r"sixth"),
    _rule("ordinal", 7, r"seventh"),
    _rule("ordinal", -1, r"last|final"),
    _rule("noun", None, r"(?:sub)?strings?|segments?|parts?|groups?|blocks?|sections?|portions?|pieces?|ones"),
    _rule("list", None, r"list|sequence|series"),
    _rule("repeat", None, r"repeat(?:s|ed|able)?|again|(?:the )?same as"),
)

_CONNECTORS: tuple[tuple[Rule, ...], ...] = (
    _rule(
        "optional", None,
        r"optional(?:ly)?|may or may not(?: (?:be|have))?|(?:that|which)? ?(?:is|are) optional|possibly|if any",
    ),
    _rule("or", None, r"or|and/or|nor"),
    _rule("skip", None, r"either|neither|other|another|more|additional|in a row|consecutive(?:ly)?|sequential|times"),
    _rule(
        "skip", None,
        r"(?:numbers?|times|letters|occurrences?|instances?|characters|digits|copies) of",
    ),
    _rule("and", None, r"and|as well as|plus|along with|&"),
    _rule(
        "then", None,
        r"foll?o?w?ed by|follow(?:s|ed|ing)?|then|next|finally|afterwards?|and then",
        r"after (?:which|that|this)(?: there (?:is|are))?",
    ),
    _rule("except", None, r"except(?: for)?|excluding|other than|but not|besides|without"),
    _rule("except", None, r"but (?=any|an? |the |['\"])|but(?= ['\"])"),
    _rule(
        "except", None,
        r"(?:that|which|who|it)? ?(?:can ?not|can't|is not|are not|isn't|aren't|not) ?(?:be)?"
        r"(?= (?:an? |the |any |another )?(?:lower|upper|cap|let|dig|num|spec|['\"]|\d|vow))",
    ),
    _rule("not", None, r"non-?|not-?"),
    _rule(
        "not", None,
        r"(?:can|does|do|should|must|may|is|are|need|could|will|shall)(?: ?n't| not)",
        r"ca ?n'?t|cannot|never|no|mustn't|not allowed(?: to)?",
    ),
)  # fmt: skip

_VERBS: tuple[tuple[Rule, ...], ...] = (
    _rule("after", None, rf"{_PLACED}(?:being )?(?:after|preceded by|following|precede by)(?: an?)?"),
    _rule("before", None, rf"{_PLACED}before(?: an?)?"),
    _rule(
        "start", None,
        r"(?:which |that |it )?(?:starts?|begins?|beginning|starting|commences?|commencing)(?: (?:off|out))?"
        r"(?: (?:with|by|in|from|of))?",
    ),
    _rule("at_start", None, r"(?:at|in|on) the (?:very )?(?:start|beginning)|at (?:start|first)"),
    _rule(
        "end", None,
        r"(?:which |that |it )?(?:ends?|ending|ended|finish(?:es|ed|ing)?|conclud(?:es?|ing)|terminat(?:es?|ing))"
        r"(?: (?:up|off))?(?: (?:with|in|by|on))?",
    ),
    _rule("at_end", None, r"(?:at|in|on) (?:the )?(?:very )?end"),
    _rule("ord_start", None, rf"(?:first|starting|beginning|initial){_COUNTED}"),
    _rule("ord_end", None, rf"(?:last|final|ending){_COUNTED}"),
    _rule(
        "must", None,
        r"(?:must |should |has to |have to |needs to |need to )(?:also )?"
        r"(?:contain|include|have|be present|has|use|exist)",
    ),
    _rule("contain", None, r"contains?|containing|includ(?:es?|ing)|present|somewhere|mandatory"),
    _rule("have", None, r"has|have|having|with|there (?:is|are|must be|should be)|get|got"),
    _rule(
        "allow", None,
        rf"{_MODAL}?(?: only| also)* ?(?:allow(?:s|ed|ing)?|permit(?:s|ted)?|accepts?)(?: only| for| of| any)*",
        r"(?:can|may|might|could)(?: only| also)* (?:contain|include|have|use|be|comprise)(?: only| any)*",
        r"only (?:contains?|have|has|includes?|uses?|allows?|be)(?: only| any)*",
        r"(?:can|may|might|could)(?: also)?|uses?|using|only",
    ),
    _rule(
        "be", None,
        r"(?:be |is |are )?(?:only )?(?:consist(?:s|ing|ed)?|compris(?:es?|ed|ing)|composed|made(?: up)?|"
        r"form(?:s|ed)?|built|constructed|equal)(?: only)?(?: (?:of|by|from|with|in|on|up))*(?: only)?",
        r"matches|is|are|be",
    ),
    _rule(
        "length", None,
        r"(?:characters? |letters? |digits? |chars? )?(?:long|in (?:length|size)|of length|-?length)",
        r"(?:with |have |has )?(?:an? |the |her |his |its |overall |total )*(?:length|lenght|size)"
        r"(?: (?:is|of|must be|should be|must|be|has|equal to))*",
    ),
)  # fmt: skip

RULES: tuple[Rule, ...] = tuple(chain(*_QUANTITIES, *_CLASSES, *_LISTS, *_CONNECTORS, *_VERBS, *_PARTS))
"""Phrases with their kinds; where several fit, the longest is taken, then the first."""
