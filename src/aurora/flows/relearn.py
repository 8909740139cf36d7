"""Learn again: gather evidence -> drop what does not hold -> learn, measure on held-out outcomes -> keep or not."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from aurora.contracts.sandbox import Sandbox
from aurora.contracts.store import Store
from aurora.engines.learning.bias import Outcome, Rates
from aurora.engines.learning.replay import held_out, replayed
from aurora.engines.learning.trust import TRUST
from aurora.flows.route import Feedback
from aurora.flows.tools import Later
from aurora.flows.versions import Row, Versions
from aurora.model.errors import BadInputError, NotFoundError
from aurora.model.lesson import Learned, Lesson
from aurora.model.record import Record, Wanted
from aurora.model.refresh import Measured, Refreshed, Version
from aurora.model.settings import Settings

_LEAST = 5  # outcomes, below which nothing is measured
_ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class Evidence:
    """What taught so far, and what is left of it when it is looked at again."""

    before: tuple[Outcome, ...]
    after: tuple[Outcome, ...]
    dropped: int
    added: int


class Relearner:
    """See `contracts/learner.py`; versions are kept as files in the folder of Aurora's state."""

    def __init__(self, settings: Settings, store: Later[Store], sandbox: Sandbox, packages: tuple[str, ...]) -> None:
        """`packages` hold what a search is made of."""
        self._settings, self._store = settings, store
        self._sandbox, self._packages = sandbox, packages
        self._versions = Versions(settings.state)

    def refresh(self, *, dry_run: bool = False) -> Refreshed:
        """Learn again; see `Learner`."""
        if not self._settings.learning:
            raise BadInputError("learning is switched off.", next_step="Set AURORA_LEARNING=1.")
        self._recover()
        rates = Rates(self._settings.learning_rate, self._settings.bias_decay, self._settings.exploration)
        evidence, current = gathered(self._store()), tuple(self._store().lessons.of([]))
        measured = tuple(_measured(evidence, rates, what) for what in ("bias", "trust"))
        again = replayed(evidence.after, rates)
        new = tuple(
            value
            for one, values in zip(measured, (_of(again, trust=False), _of(again, trust=True)), strict=True)
            for value in (values if one.kept else _of(current, trust=one.what == "trust"))
        )
        changed = len(set(new) ^ set(current))
        feedback = Feedback(self._store())
        router = _router(feedback)
        refitted, texts = self._refitted()
        found = Refreshed((*measured, router, *refitted), "", changed, evidence.dropped, evidence.added)
        drops = router.kept and feedback.rows
        if dry_run or not (changed or drops or texts):
            return found
        return self._kept(found, current, new, feedback if drops else None, texts)

    def versions(self) -> Sequence[Version]:
        """The kept versions, oldest first; those whose files are damaged are left out."""
        self._recover()
        return [_version(path.stem, row) for path, row in self._versions.whole()]

    def undo(self, *, force: bool = False) -> Version:
        """Take the newest version back; see `Learner`."""
        self._recover()
        paths = self._versions.paths()
        if not paths:
            advice = "`aurora learn refresh` makes one when it is better."
            raise NotFoundError("version of what was learned", "newest", next_step=advice)
        path = paths[-1]
        try:
            row = self._versions.row(path)
        except BadInputError:
            if not force:
                raise
            self._versions.drop(path)
            return Version(path.stem, "", 0, ())
        current = tuple(self._store().lessons.of([]))
        if not force and set(current) != set(_values(row, "after")):
            raise BadInputError(
                "more was learned since this version was made.",
                where=f"version {path.stem}",
                next_step="--force takes it back all the same, and what was learned since.",
            )
        if not self._store().lessons.swap(current, _values(row, "before")):
            raise BadInputError("something was learned at this very moment.", next_step="Run it again.")
        Feedback(self._store()).restore(row["confirmed"])
        self._versions.drop(path)
        return _version(path.stem, row)

    def _refitted(self) -> tuple[tuple[Measured, ...], dict[str, Row]]:
        """What was measured of the prior and the calibration, and the texts that are to count from now on."""
        from aurora.flows.refit import refit_calibration, refit_prior  # much to load
        from aurora.flows.refreshable import calibration_kind, prior_kind

        made = {
            prior_kind(): refit_prior(self._store(), self._packages),
            calibration_kind(): refit_calibration(self._store(), self._sandbox),
        }
        counts = {kind: self._versions.current(kind)[0] for kind in made}
        texts = {
            kind.name: kind.row(one.text)
            for kind, one in made.items()
            if one.text is not None and one.text != counts[kind]
        }
        return tuple(one.measured for one in made.values()), texts

    def _kept(
        self,
        found: Refreshed,
        current: Sequence[Learned],
        new: Sequence[Learned],
        feedback: Feedback | None,
        texts: Mapping[str, Row],
    ) -> Refreshed:
        """Write the version down, put it in the place of the old in one transaction, and only then let it count."""
        row: dict[str, Any] = {
            "moment": datetime.now(UTC).isoformat(),
            "before": [asdict(each) for each in current],
            "after": [asdict(each) for each in new],
            "confirmed": dict(feedback.rows) if feedback else {},
            "measured": [asdict(each) for each in found.measured],
            "refitted": dict(texts),
        }
        path = self._versions.begin(row)
        if not self._store().lessons.swap(current, new):
            self._versions.drop(path)
            raise BadInputError("something was learned at this very moment; nothing was changed.", next_step="Again.")
        if feedback:
            feedback.drop()
        self._versions.keep(path, row)
        return replace(found, version=path.stem)

    def _recover(self) -> None:
        """A version whose making was interrupted counts when its values are in place, else it never was."""
        for path, row in self._versions.whole():
            if row["state"] == "started":
                if set(self._store().lessons.of([])) == set(_values(row, "after")):
                    self._versions.keep(path, row)
                else:
                    self._versions.drop(path)


def gathered(store: Store) -> Evidence:
    """The outcomes that taught, and those of them that still hold with the verified records that never taught."""
    records = {each.id: each for each in store.corpus.all(Wanted())}
    weights = store.corpus.weights(list(records))
    before = tuple(_outcomes(store.lessons.lessons(most=_ALL)))
    holding = tuple(each for each in before if _holds(each, records, weights))
    taught = {each.evidence for each in before}
    more = tuple(
        Outcome(each.sig_key, parts, 1.0, each.id, "verified", each.timestamp)
        for each in records.values()
        if each.verified and weights[each.id] > 0 and each.sig_key and each.id not in taught
        if (parts := tuple(part for part in (*each.components, each.synthesis_method) if part))
    )
    return Evidence(before, (*holding, *more), len(before) - len(holding), len(more))


def _outcomes(lessons: Sequence[Lesson]) -> list[Outcome]:
    """Lessons of one moment, subject and evidence are one outcome."""
    found: dict[tuple[str, str, str, str, float], list[str]] = {}
    for each in reversed(lessons):
        found.setdefault((each.moment, each.subject, each.evidence, each.why, each.reward), []).append(each.part)
    return [
        Outcome(subject, tuple(dict.fromkeys(parts)), reward, evidence, why, moment)
        for (moment, subject, evidence, why, reward), parts in found.items()
    ]


def _holds(each: Outcome, records: Mapping[str, Record], weights: Mapping[str, float]) -> bool:
    """Whether an outcome is still known: what was taken back is; of a record, that it is verified and has weight."""
    record = records.get(each.evidence)
    return each.reward < 0 or record is None or (record.verified and weights[record.id] > 0)


def _measured(evidence: Evidence, rates: Rates, what: str) -> Measured:
    trust = what == "trust"
    before, after = (
        [each for each in some if (each.subject == TRUST) is trust] for some in (evidence.before, evidence.after)
    )
    judges = [each for each in after if trust or each.reward > 0]
    if len(judges) < _LEAST:
        why = f"{len(judges)} outcomes are too few to measure on; {_LEAST} are needed, so it stays as it was."
        return Measured(what, len(judges), 0.0, 0.0, False, why)
    old, new = held_out(before, after, judges, rates, trust=trust)
    kept = new >= old
    why = "No worse on outcomes that were held out." if kept else "Worse on outcomes that were held out: not kept."
    return Measured(what, len(judges), round(old, 6), round(new, 6), kept, why)


def _router(feedback: Feedback) -> Measured:
    """Confirmed requests go when the router does better on them, each held out, without the others."""
    count = len(feedback.rows)
    if count < _LEAST:
        return Measured("router", count, 0.0, 0.0, False, f"{count} confirmed requests are too few to measure on.")
    with_them, without = feedback.measured()
    worse = without > with_them
    why = (
        "Requests that were held out go right more often without what was confirmed: it is dropped."
        if worse
        else "What was confirmed helps, or does no harm: it stays."
    )
    return Measured("router", count, round(with_them, 6), round(max(without, with_them), 6), worse, why)


def _of(values: Sequence[Learned], *, trust: bool) -> tuple[Learned, ...]:
    return tuple(each for each in values if (each.subject == TRUST) is trust)


def _values(row: Row, name: str) -> tuple[Learned, ...]:
    return tuple(Learned(**each) for each in row[name])


def _version(name: str, row: Row) -> Version:
    return Version(name, row["moment"], len(row["after"]), tuple(Measured(**each) for each in row["measured"]))
