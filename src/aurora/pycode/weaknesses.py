"""Which weakness of the CWE list a security rule of the linter (ruff's `S` rules, after bandit) tells of."""

from collections.abc import Mapping
from types import MappingProxyType

CWE_OF_RULE: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("S102", "S307"), "CWE-95"),
        "S103": "CWE-732",
        "S104": "CWE-605",
        **dict.fromkeys(("S105", "S106", "S107"), "CWE-259"),
        **dict.fromkeys(("S108", "S306"), "CWE-377"),
        **dict.fromkeys(("S110", "S112"), "CWE-703"),
        "S113": "CWE-400",
        "S201": "CWE-489",
        "S202": "CWE-22",
        **dict.fromkeys(("S301", "S302", "S401", "S403", "S506", "S614"), "CWE-502"),
        **dict.fromkeys(("S303", "S324"), "CWE-328"),
        **dict.fromkeys(("S304", "S305", "S413"), "CWE-327"),
        **dict.fromkeys(("S308", "S701", "S702", "S703", "S704"), "CWE-79"),
        "S310": "CWE-918",
        "S311": "CWE-330",
        **dict.fromkeys(("S312", "S321", "S401", "S402"), "CWE-319"),
        **{f"S{number}": "CWE-611" for number in (*range(313, 321), *range(405, 411))},
        **dict.fromkeys(("S323", "S501"), "CWE-295"),
        **dict.fromkeys(("S502", "S503", "S504", "S505"), "CWE-326"),
        **dict.fromkeys(("S507",), "CWE-322"),
        **dict.fromkeys(("S508", "S509"), "CWE-319"),
        **{f"S{number}": "CWE-78" for number in (*range(602, 608), 609)},
        **dict.fromkeys(("S608", "S610", "S611"), "CWE-89"),
        "S612": "CWE-94",
    }
)
