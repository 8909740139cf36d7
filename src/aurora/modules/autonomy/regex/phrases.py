"""Phrases: the items of a description gathered into pieces (what, how often) and clauses (verb, polarity, pieces)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from aurora.modules.autonomy.regex.condensing import ATOMS
from aurora.modules.autonomy.regex.lexicon import Item
from aurora.modules.autonomy.regex.nodes import ANY, DIGIT, Chars, Node, Text, choice, repeat

VERBS = frozenset({"start", "end", "contain", "must", "have", "allow", "be", "after", "ord_start", "ord_end", "before"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A unit of text with its quantity; `counted` when the words gave one, `joint` is how it hangs on the one before:
    "then" in a row, "and" in a list of equals, "or" as the alternative."""

    unit: Node
    low: int = 1
    high: int | None = None
    counted: bool = False
    optional: bool = False
    joint: str = "and"
    members: tuple[Node, ...] = ()  # the equals that were joined into the unit
    clusters: tuple[Node, ...] = ()  # the same, those joined by "or" as one

    @property
    def node(self) -> Node:
        """The unit as often as was said."""
        found = repeat(self.unit, self.low, self.high)
        return repeat(found, 0, 1) if self.optional else found


@dataclass(slots=True)
class Clause:
    """What is said of a text: a verb, whether it is denied, and the pieces; `size` is a range of lengths."""

    verb: str
    negative: bool = False
    pieces: list[Piece] = field(default_factory=list)
    subject: list[Piece] = field(default_factory=list)  # what the verb is said of, when it is not the whole text
    opens: bool = False  # the first clause of a sentence
    size: tuple[int, int | None] | None = None


class Reader:
    """Reads condensed items into clauses, from left to right."""

    def __init__(self, items: Sequence[Item]):
        self._items = items
        self._place = 0
        self._clauses: list[Clause] = []
        self._negative = False
        self._optional = False
        self._fresh = True  # at the start of a sentence

    def clauses(self) -> list[Clause]:
        """All clauses in their order."""
        joint = "and"
        while self._place < len(self._items):
            item = self._items[self._place]
            if item.kind in ATOMS or item.kind in ("num", "many") or self._denied_atom(joint):
                joint = self._read_piece(joint)
            else:
                self._place += 1
                joint = self._read_word(item, joint)
        return _settled(self._clauses)

    def _kind(self, ahead: int = 0) -> str:
        place = self._place + ahead
        return self._items[place].kind if place < len(self._items) else "stop"

    def _denied_atom(self, joint: str) -> bool:
        """Whether a class is denied here as one of the things in a row: "then not a letter"."""
        if self._kind() not in ("not", "except") or (joint != "then" and self._current().verb != "bare"):
            return False
        article = self._kind(1) == "num" and self._items[self._place + 1].value == (1, 1)
        return self._kind(1 + article) == "chars"

    def _current(self) -> Clause:
        if not self._clauses:
            self._clauses.append(Clause("bare"))
        return self._clauses[-1]

    def _read_word(self, item: Item, joint: str) -> str:
        if item.kind in VERBS:
            self._open(item.kind)
            return joint if joint == "then" else "and"
        if item.kind in ("not", "except"):
            self._negative = True
            if item.kind == "except" and self._kind() not in VERBS:
                self._except()
        elif item.kind == "size":
            self._clauses.append(Clause("size", self._negative, size=item.value))
            self._negative = False
        elif item.kind in ("at_start", "at_end"):
            self._current().verb = item.kind[3:]
        elif item.kind == "optional":
            self._optional = True
        elif item.kind == "stop":
            self._fresh, self._negative = True, False
        return item.kind if item.kind in ("then", "or") else joint

    def _except(self) -> None:
        """An exception is made of what was just said to start, to end, or to be."""
        last = self._current()
        if last.verb in ("start", "end") and last.pieces:
            self._clauses.append(Clause(last.verb, negative=True))
            self._negative = False
        else:
            self._open("be" if last.verb in ("ord_start", "ord_end") else "contain")

    def _open(self, verb: str) -> None:
        last = self._clauses[-1] if self._clauses else None
        if last is not None and self._continues(last, verb):
            last.negative |= self._negative
        else:
            shared = last is not None and last.negative and self._joined_by() == "or"
            clause = Clause(verb, self._negative or shared, opens=self._fresh)
            if last is not None and last.opens and verb not in ("start", "end") and _leads(last):
                clause.subject, clause.opens = last.subject or last.pieces, True
                self._clauses.pop()
            self._clauses.append(clause)
        self._negative = self._fresh = False

    def _continues(self, last: Clause, verb: str) -> bool:
        if self._fresh or self._joined_by() in ("and", "comma"):
            return False
        if last.verb in ("ord_start", "ord_end"):
            return verb in ("be", "allow", "have", "contain")
        return not last.pieces and not last.size and verb in ("be", "have", "allow") and last.verb != "bare"

    def _joined_by(self) -> str:
        """What stands before the verb just taken and its denial."""
        place = self._place - 2
        while place >= 0 and self._items[place].kind == "not":
            place -= 1
        return self._items[place].kind if place >= 0 else "stop"

    def _read_piece(self, joint: str) -> str:
        start = self._place
        piece = self._piece(joint)
        if piece is None:
            self._place = start + 1
            return joint
        clause = self._clause_for_piece()
        if clause.verb in ("ord_start", "ord_end") and clause.pieces and clause.pieces[0].unit == Chars(ANY):
            first = clause.pieces.pop()
            if not piece.counted and not all(isinstance(unit, Text) for unit in piece.members):
                high = first.high if first.counted else 1
                piece = replace(piece, low=first.low, high=high, counted=True)
        clause.pieces.append(piece)
        return "and"

    def _clause_for_piece(self) -> Clause:
        clause = self._current()
        if self._fresh or clause.verb == "size" or (self._negative and clause.verb == "bare"):
            clause = Clause("bare", opens=self._fresh)
            self._clauses.append(clause)
        if self._negative and clause.pieces and not clause.negative:
            clause = Clause(clause.verb)
            self._clauses.append(clause)
        if self._negative:
            clause.negative = True
        self._negative = self._fresh = False
        return clause

    def _piece(self, joint: str) -> Piece | None:
        denied = self._take("not") or self._take("except")
        vague = self._kind() == "many"
        quantity = self._quantity()
        optional = self._take("optional") or self._optional
        self._optional = False
        second = self._quantity()
        members, clusters = self._group(quantity not in (None, (1, 1)))
        if quantity != (1, 1) and second is not None and second[0] == second[1] and members == [Chars(DIGIT)]:
            members = clusters = [Text(str(second[0]))]  # "two or more 4 digits"
            second = None
        counted = (quantity is not None and not vague) or second is not None
        quantity = second or quantity
        if not members:
            return None
        if denied:
            members = clusters = [Chars(ANY - _members(choice(members)))]
        plural = self._items[self._place - 1].plural
        optional = self._take("optional") or optional
        later = self._later_quantity()
        if later is not None:
            quantity, counted = later, True
        unit = choice(members)
        literal = all(isinstance(member, Text) for member in members)
        low, high = quantity or ((1, 1) if literal and not plural else (1, None))
        return Piece(unit, low, high, counted, optional, joint, tuple(members), tuple(clusters))

    def _take(self, kind: str) -> bool:
        taken = self._kind() == kind
        self._place += taken
        return taken

    def _quantity(self) -> tuple[int, int | None] | None:
        if self._kind() not in ("num", "many"):
            return None
        found: tuple[int, int | None] = self._items[self._place].value
        self._place += 1
        return found

    def _later_quantity(self) -> tuple[int, int | None] | None:
        if self._kind() == "times" or (
            self._kind() == "num" and self._kind(1) not in ATOMS and self._kind(1) != "optional"
        ):
            found: tuple[int, int | None] = self._items[self._place].value
            self._place += 1
            return found
        return None

    def _group(self, counted: bool) -> tuple[list[Node], list[Node]]:
        """Units that are equals, and the same with those joined by "or" as one unit."""
        found = self._atom()
        clusters = list(found)
        pending = 0
        while found:
            jump, alternative = self._to_next_equal(counted)
            if not jump:
                break
            self._place += jump
            atoms = self._atom()
            found += atoms
            clusters += atoms
            pending += 1
            if alternative:
                clusters[-1 - pending :] = [choice(clusters[-1 - pending :])]
            if self._kind(0) != "comma":
                pending = 0
        return found, clusters

    def _to_next_equal(self, counted: bool) -> tuple[int, bool]:
        """How many items lie before the next equal of an unfinished group of units, 0 when it is finished, and whether
        it is the alternative of the one before. Of a counted group only alternatives are equals by commas."""
        jump = 0
        while self._kind(jump) in ("comma", "or", "and") and jump < 3:
            jump += 1
        alternative = self._kind(jump - 1) == "or" if jump else False
        if not jump or (counted and not alternative and not self._listed(jump)):
            return 0, False
        if alternative and self._kind(jump) == "num" and self._items[self._place + jump].value == (1, 1):
            jump += 1
        article = self._kind(jump) == "text" and self._items[self._place + jump].text[:2].lower() == "a "
        return (jump if self._kind(jump) in ATOMS and (alternative or not article) else 0), alternative

    def _listed(self, jump: int) -> bool:
        """Whether a counted list of equals goes on here, up to an "or" or "and"."""
        while self._kind(jump) in ATOMS:
            jump += 1
            if self._kind(jump) in ("or", "and") and self._kind(jump + 1) in ATOMS:
                return True
            if self._kind(jump) != "comma":
                return self._kind(jump - 2) in ("or", "and") and self._kind(jump) not in ("then", "num")
            jump += 1
            jump += self._kind(jump) in ("or", "and")
        return False

    def _atom(self) -> list[Node]:
        denied = self._kind() in ("not", "except") and self._kind(1) in ATOMS
        self._place += denied
        if self._kind() not in ATOMS:
            return []
        item = self._items[self._place]
        self._place += 1
        if item.kind == "digits":
            return [Text(text) for text in item.value]
        if item.kind == "text":
            return [Text(item.value)]
        return [Chars(ANY - item.value if denied else self._without(item.value))]

    def _without(self, members: frozenset[str]) -> frozenset[str]:
        """The class less what is excepted right after it: "a letter other than 'k'"."""
        place = self._place
        if self._kind() != "except":
            return members
        self._place += 1
        self._quantity()
        taken = frozenset().union(*(_members(node) for node in self._group(False)[0]))
        if not taken or not taken & members:
            self._place = place
            return members
        return members - taken


def _leads(clause: Clause) -> bool:
    """Whether the clause is only the subject of the next one."""
    return clause.verb == "bare" or bool(clause.subject and not clause.pieces)


def _settled(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses that say something: a verb with nothing after it is said of its subject, or of what stands before
    it ("two zeros to start")."""
    found: list[Clause] = []
    for clause in clauses:
        if not clause.pieces and clause.subject:
            clause.pieces, clause.subject = clause.subject, []
        if not clause.pieces and clause.verb in ("start", "end") and found and not clause.opens:
            found[-1].verb = clause.verb
            found[-1].negative |= clause.negative
        elif clause.pieces or clause.size:
            found.append(clause)
    return found


def _members(node: Node) -> frozenset[str]:
    if isinstance(node, Chars):
        return node.members
    return frozenset({node.text}) if isinstance(node, Text) and len(node.text) == 1 else frozenset()
