"""What words mean for a search: forms of one word are one stem, and words of one line below mean the same.

What is here is the general vocabulary of programs and of what people do with them.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from types import MappingProxyType

_FAMILIAR = 1 << 16  # words whose stems are kept at hand
_SHORTEST = 3  # letters that a stem keeps
_SUFFIXES = (
    ("ations", "ate"), ("ation", "ate"), ("ities", "ity"), ("ments", ""), ("ment", ""), ("ies", "y"), ("sses", "ss"),
    ("ings", ""), ("ing", ""), ("edly", ""), ("ed", ""), ("ers", ""), ("er", ""), ("est", ""), ("ly", ""),
    ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("tion", "t"), ("sion", "d"), ("s", ""),
)  # fmt: skip
_PREFIXES = ("un", "mis", "re", "sub", "over", "under", "non", "dis", "pre", "de")
_IRREGULAR = MappingProxyType(
    {
        "took": "take", "taken": "take", "gave": "give", "given": "give", "wrote": "write", "written": "write",
        "ran": "run", "running": "run", "lost": "lose", "found": "find", "sent": "send", "kept": "keep",
        "forgot": "forget", "forgotten": "forget", "left": "leave", "bought": "buy", "paid": "pay", "made": "make",
        "chosen": "choose", "chose": "choose", "spoke": "speak", "broke": "break", "broken": "break", "hung": "hang",
        "went": "go", "gone": "go", "grew": "grow", "grown": "grow", "threw": "throw", "thrown": "throw",
        "people": "person", "men": "man", "children": "child", "indices": "index", "indexes": "index",
        "maxima": "maximum", "minima": "minimum", "data": "datum", "leaves": "leaf", "halves": "half",
    }
)  # fmt: skip
_GROUPS = """
add sum total plus accumulate aggregate tally
append push insert attach extend grow
remove delete drop discard eliminate exclude pop
maximum max largest biggest greatest highest longest most upper
minimum min smallest least lowest fewest shortest cheapest lower
count number many frequency quantity amount
reverse backward invert flip upside descending opposite
sort order arrange rank ranking leaderboard ascending sequence
list array sequence collection rows items elements entries
text string word sentence characters letters
number numeric integer int digit float decimal
whole integer int rounded
fraction float decimal precision
duplicate repeat twice double again
multiply product times
divide division quotient ratio divisor
subtract difference minus deduct reduce decrease decrement lower
increase increment raise grow plus add
average mean median statistics
percent percentage share rate
discount rebate reduction
price cost charge fee pay amount
merge combine concatenate join union
split separate divide tokenize parse
convert conversion cast transform change turn
replace substitute overwrite overwritten
modify mutate change alter
position index place offset
dictionary dict map mapping hash lookup
key field name entry
missing absent lacking without unset forgotten omit
default fallback otherwise
none null nil nothing empty
empty nothing none blank zero
first initial start begin head leading
last final end tail trailing
previous before earlier former
next following after later
loop iterate iteration repeat cycle while
endless infinite forever hang hangs stuck never
recursion recursive recurse
stack depth nested
compare comparison less greater bigger smaller
equal same identical exactly match
inclusive boundary limit edge exactly bound
condition boolean logic check guard
and both all
or either any
not inverted negated opposite wrong
even odd parity modulo remainder divisible
round rounding truncate floor ceil decimals
slice cut substring part tail
page pagination pages pager
return answer result output give
argument parameter default
copy clone duplicate alias
shared leak leaks common mutable remembered
attribute property member field
method function call routine
object instance class
misspelt misspelled misspelling spelling typo typed
name identifier variable symbol
unknown undefined unresolved
import module package library
moved renamed removed deprecated
syntax parse grammar
bracket parenthesis brace paren closed closing
colon comma punctuation
indentation indent tab
blank space whitespace
capital uppercase upper case shout
lowercase lower case small
search find locate lookup
file path document
folder directory path
read load open parse
write save store dump
log journal record history
time clock moment hour minute
date day calendar schedule
user customer person client visitor member account
permission access allowed denied refused right badge
password secret token credential login
stock inventory warehouse goods shelf
order purchase cart basket
invoice bill receipt
mail email message letter
report summary overview
settings configuration config options preferences
server service daemon process host
port socket address
connection network request
crash die exit kill abort fail
timeout slow late wait deadline
retry attempt try again
memory leak ram bloat
disk space storage full
database table query row
lock busy wait conflict occupied taken used
restart recover heal
swap exchange mixed
wrong incorrect false bad
error exception failure problem bug
test assert check verify
type kind class
measure sample reading value
choose pick select filter keep
addition add plus sum
multiplication multiply times product factor
subtraction subtract minus
largest warmest hottest newest youngest best highest tallest longest richest dearest latest maximum
smallest coldest oldest worst lowest shortest poorest cheapest earliest minimum
old age year young birthday birth
age adult grown years eighteen minor
cold warm hot temperature degree celsius fahrenheit thermometer weather
rain sun wind weather forecast humidity
cent coin money cash pay dollar euro currency
cost charge fine fee expensive cheap price
bank balance withdraw deposit money transfer account
ship deliver send parcel dispatch goods
available stock free left remaining
mark grade score point exam pupil student school
win winner champion election vote poll
picture photo image camera
film movie video clip
song music playlist track album audio
book library reader author borrow loan
bus train timetable departure leave station stop
road route path way journey travel trip distance
car vehicle park garage
robot move step turn direction coordinate
lift elevator floor level
food meal recipe ingredient cook kitchen
team player game play match round board
square cell field grid matrix row column
people person guest visitor attendee
team group crowd set
answer reply response
question survey poll ask
name contact phone address person
greet hello welcome salutation
shout loud upper capital
circle radius area geometry round shape
mathematics math arithmetic calculate compute geometry
tuple pair couple
measurement measure statistic sample
nobody none no empty nothing zero
crash break fail raise error exception
ignore discard lost unused throw drop
stop end finish terminate quit
step iteration round pass
begin start from first
go walk move
own private hidden internal
nest deep depth level inner
unique distinct duplicate once set
flat flatten nested concatenate
binary bisect bisection half halve middle
median middle centre center average
tree graph node branch leaf
folder subfolder directory nesting
stack lifo push pop undo
queue fifo line waiting enqueue
cache memoize memo remember store reuse
hash hashable unhashable key
generator iterator lazy yield consume exhausted
thread parallel concurrent race lock
async await coroutine task
cipher encrypt decrypt encode secret
alphabet letter character
vowel consonant letter
byte binary raw bits
accent umlaut unicode ascii utf8 encoding
serialize json dump load parse
url link query web address
web http page site browser
request call post get fetch body
login session user sign
token key credential
expire old outdated over elapsed
clean purge delete remove sweep
override overwrite win precedence beat
precedence order priority parentheses bracket
leap february calendar year
rule condition law policy
spread variance deviation statistics
crypt cipher encryption
backup copy schedule save
height tall depth altitude
speed fast slow rate
reference alias same object share
rotate wrap cyclic circular around modulo
unreachable dead never branch
misplace swap order exchange confuse
strict inclusive exclusive boundary
forget missing omitted lack absent
ahead beyond further next future
adjacent neighbour neighbor beside consecutive row
edge border end corner margin
clamp cap limit bound restrict
threshold limit tolerance
range interval span between
subset part portion section segment piece
prefix start head begin
suffix ending tail extension
swallow ignore silent hide suppress
mutate modify spoil damage corrupt original change
update refresh renew modify merge
assign set store variable initialise initialize
declare define introduce
evaluate compute calculate work result
invoke call execute run
exist present available there
accept allow pass valid admit let
reject refuse invalid deny forbid
validate check verify valid correct
print show display output render
enable activate switch
disable deactivate off
cancel abort stop undo
upload send transmit post
download fetch receive get
encode convert cipher translate
wildcard pattern glob regular expression match regex
regular expression regex pattern
sublist list nested
unpack destructure values tuple many
argument caller input passed
caller argument original
result return outcome value
side effect mutation
statement expression line code
branch case condition path
dead unreachable never unused
shadow hide overwrite builtin
scope local global variable
constant literal fixed number
negative minus below zero sign
positive plus above
absolute magnitude distance
ratio rate proportion percent
remainder rest left modulo
remain left rest still
total whole entire complete all sum
partial part incomplete half
exact precise accurate
approximate about roughly nearly
error mistake fault defect bug
tax vat duty levy
interest loan credit debt mortgage rate
debt loan owe repay repayment credit
salary wage income earn pay
budget plan money limit
voucher coupon promotion discount
ticket admission entrance pass entry
lorry truck vehicle van car
bicycle bike cycle
ship boat ferry vessel harbour
plane flight airport passenger
hotel room guest booking reservation
booking reservation reserve appointment seat
seat chair place row
driver racer car speed
toll fee road motorway
rental rent hire lend borrow
post parcel package letter mail delivery shipment
postal postcode zip address
box compartment locker container chest
weight heavy load mass kilogram
height width length depth size dimension
volume capacity content litre size
wide broad width
tiny small little short low narrow
huge big large long high
tight narrow small
electricity power energy current
meter gauge consumption reading
consumption usage use spent
fuel petrol gas diesel
water tide sea river liquid level
plant flower garden vegetable crop
garden bed vegetable plant
tree wood forest
animal pet dog cat
medicine pill drug dose tablet medication
doctor patient hospital clinic
heart pulse rate beat
blood donor group
body weight health
child kid toddler baby young
pupil student schoolchild class
teacher school lesson course
family parent mother father
friend contact colleague
employee worker staff person
boss chief manager head
company firm business
shop store market
product article item goods
sport run race match
morning evening night noon midnight daytime
night evening midnight dark
week weekday weekend day
month january february march april may june july august september october november december
season spring summer autumn winter
late delay overdue behind
early soon before premature
duration length time seconds
age years old birthday
timer stopwatch clock countdown
alarm alert warning notify
sensor measurement reading signal
frequency station radio signal channel
channel station radio tv
episode podcast feed series
article news feed page
headline title heading caption
label tag keyword category
tag keyword label
comment remark note
swear rude bad insult curse
censor filter hide mask
preview thumbnail image
colour color shade
ballot vote election
candidate election vote winner
puzzle riddle crossword game
stone piece token
lantern lamp light
door gate entrance access
key badge card access
house home building flat
room hall office
wall fence border
cloth scarf wool knit
kitchen oven cook bake
drink coffee tea beer
bread cake sweet
donation give gift fund
goal target aim
progress advance percent
gap hole space blank
dash line hyphen
dot point period full
quote apostrophe string
tool device machine
machine device vending
network internet web
browser page web
robot drone machine
map chart plan
chart graph plot diagram
north south east west direction
left right turn side
up top above high
down bottom below low
sleep wait pause
awake wake start
safe secure protected
danger risk unsafe
"""


@lru_cache(_FAMILIAR)
def stem(word: str) -> str:
    """A lower-case word without its ending, so that forms of one word are equal."""
    word = _IRREGULAR.get(word, word)
    for suffix, instead in _SUFFIXES:
        if word.endswith(suffix) and not word.endswith("ss") and len(word) - len(suffix) >= _SHORTEST:
            cut = word[: -len(suffix)] + instead
            doubled = len(cut) > _SHORTEST and cut[-1] == cut[-2] and cut[-1] not in "lsz"
            return (cut[:-1] if doubled else cut).rstrip("e")
    return word.rstrip("e") if len(word) > _SHORTEST else word


def senses(word: str) -> tuple[int, ...]:
    """The numbers of the groups of words that mean the same as this one, or as what is left of it without a prefix."""
    known = _by_stem()
    if found := known.get(stem(word)):
        return found
    bare = (
        word.removeprefix(each) for each in _PREFIXES if word.startswith(each) and len(word) - len(each) > _SHORTEST
    )
    return next((known[stem(each)] for each in bare if stem(each) in known), ())


@cache
def _by_stem() -> MappingProxyType[str, tuple[int, ...]]:
    return MappingProxyType(
        {
            word: tuple(number for number, group in _groups() if word in group)
            for _, group in _groups()
            for word in group
        }
    )


def _groups() -> Iterator[tuple[int, frozenset[str]]]:
    return ((number, frozenset(map(stem, line.split()))) for number, line in enumerate(_GROUPS.split("\n")) if line)
