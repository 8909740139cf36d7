"""What an error or a request is about, in the different words that people, Python and systems have for it.

A name stands for regular expressions of which one says it. What is here is general knowledge of Python and of services;
whatever a text says in its own words is found without it.
"""

import re
from collections.abc import Iterator, Mapping

_CONCEPTS: Mapping[str, str] = {
    "port taken": r"address already in use|errno 98|eaddrinuse|port\b.{0,20}\b(conflict|taken|in use|busy|occupied)|"
    r"(conflict|taken|busy|occupied)\b.{0,20}\bport",
    "refused": r"connection ?refused|econnrefused|errno 111|cannot connect|unreachable",
    "timeout": r"time[sd]? ?out|timeouterror|deadline|hang(s|ing)?\b|never (ends|returns|stops)|infinite loop|endless",
    "disk full": r"no space left|errno 28|enospc|disk (is )?full|out of (disk )?space",
    "memory": r"memoryerror|out of memory|\boom\b|memory (leak|bloat|grows)|leak",
    "permission": r"permission(error| denied)|errno 13|eacces|not allowed|access denied",
    "missing file": r"filenotfound|no such file|errno 2\b|missing file|file (is )?missing",
    "stale pid": r"stale (pid|lock)|pid ?file|lock ?file",
    "missing import": r"modulenotfound|importerror|no module named|cannot import|missing import|forgot.{0,12}import",
    "circular import": r"circular import|partially initialized module|import cycle",
    "missing name": r"nameerror|is not defined|undefined (name|variable)|misspel|typo",
    "missing attribute": r"attributeerror|has no attribute|missing (attribute|method)",
    "missing key": r"keyerror|missing key|key (is )?(missing|not found|absent)|unknown key",
    "out of range": r"indexerror|out of (range|bounds)|past the end|beyond the end|off[- ]by[- ]one|one too (many|few)",
    "zero": r"zerodivision|divi(sion|de[ds]?|ding) by zero|(average|mean|divi).{0,24}\bempty\b|"
    r"\bempty\b.{0,20}(average|mean|divi)",
    "wrong type": r"typeerror|unsupported operand|wrong type|must be str|concatenate|not (callable|iterable)",
    "arguments": r"positional argument|missing \d+ required|unexpected keyword|too many arguments|wrong number of arg",
    "none": r"nonetype|none ?type|returns? none|forgot.{0,12}return|missing return|without (a )?return",
    "conversion": r"invalid literal|could not convert|\bconver(t|sion)|valueerror|parse (an? )?(number|int|float)",
    "recursion": r"recursion(error)?|maximum recursion|stack overflow|base case",
    "syntax": r"syntaxerror|invalid syntax|does not parse|unparsable|never closed|expected ':'|missing colon",
    "indentation": r"indentation(error)?|unindent|taberror|tabs? and spaces|mixed tabs",
    "encoding": r"unicode(de|en)code|codec can|encoding|utf-?8|mojibake",
    "mutable default": r"mutable default|default (argument|list|value).{0,30}(shared|remember|grows|keeps)|"
    r"(shared|remembers|grows|keeps).{0,30}between calls",
    "comparison": r"(wrong|flipped|strict|inverted) comparison|boundary|inclusive|exclusive|(<=?|>=?) (for|instead of)",
    "order": r"wrong order|(highest|lowest|largest|smallest|newest|oldest).{0,16}first|"
    r"sort(ed|s|ing)?\b|descending|ascending|reversed",
    "sign": r"wrong (sign|operator)|arithmetic|"
    r"plus (for|instead of) minus|minus (for|instead of) plus|subtract.{0,15}add|"
    r"add.{0,15}subtract",
    "case": r"upper ?case|lower ?case|capital|case[- ](in)?sensitive",
    "rounding": r"round(ed|ing|s)?\b|precision|floor(s|ed|ing)?\b|truncat",
    "crash": r"crash|exited|died|killed|segfault|signal \d+|sigkill|restart",
    "copy": r"changes (its|the) (argument|input)|mutat|aliased?|\bcopy\b|in place",
}  # fmt: skip


_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _CONCEPTS.items())


def concepts(text: str) -> Iterator[str]:
    """The names of what a text is about."""
    lower = text.lower()
    return (name for name, pattern in _PATTERNS if pattern.search(lower))
