"""The rules for verdicts, and the chain of their changes."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from pydantic import BaseModel

from scripts import paths, toml_file
from scripts.checks.project import Project
from scripts.facts.records import FORMER, ClaimRow, HistoryRow
from scripts.facts.tables import Facts
from scripts.index import markers
from scripts.index.markers import word_count
from scripts.index.written import WrittenPage
from scripts.problems import Problem, UnknownName
from scripts.toml_file import Keys, TomlFile

_EXPLANATION = re.compile(r"^\*\*(?P<name>.+)\.\*\* *\n(?P<text>(?:.+\n)+)", re.M)
LIKE = paths.DATA / "like_claims.toml"
OF_PROMISES = ("pending", "missed")  # verdicts that only something promised for a date can have
MOST_WORDS = 8  # of an outcome: it stands in a list of promises, on one or two lines of a phone


class _Pair(BaseModel, extra="forbid", strict=True):
    """One `[[pair]]` of claims that say like things; why their verdicts differ all the same."""

    claims: list[str]
    because: str = ""


class _LikeClaims(BaseModel, extra="forbid", strict=True):
    """The list of like claims."""

    pair: list[_Pair] = []


def check(project: Project) -> Iterator[Problem]:
    yield from claims(project.facts)
    yield from history(project.facts)


def check_pages(project: Project) -> Iterator[Problem]:
    """Verdicts that pages contradict."""
    yield from _disagreements(project)
    yield from _examples(project)


def check_like_claims(project: Project) -> Iterator[Problem]:
    """Like claims have like verdicts, or the reason why not stands in the list."""
    if not LIKE.exists():
        return
    facts = project.facts
    verdicts = {claim.key: claim.verdict for claim in facts.of_kind("claims")}
    like_claims, file = toml_file.load(LIKE, _LikeClaims, "TOML with [[pair]] entries")
    yield from file.problems
    for number, pair in enumerate(like_claims.pair if like_claims else ()):
        unknown = [key for key in pair.claims if key not in verdicts]
        for key in unknown:
            if not facts.may_be_damaged(key, "claims"):
                error = UnknownName(key, "in the table of claims", verdicts)
                yield file.problem(("pair", number, "claims"), error.wrong, error.expected)
        if not unknown:
            yield from _pair(pair, ("pair", number, "because"), verdicts, file)


def _pair(pair: _Pair, keys: Keys, verdicts: Mapping[str, str], file: TomlFile) -> Iterator[Problem]:
    differ = len({verdicts[key] for key in pair.claims}) > 1
    if differ and not pair.because:
        each = ", ".join(f"{key} {verdicts[key]!r}" for key in pair.claims)
        yield file.problem(
            keys, f"is empty and the verdicts of like claims differ ({each})", "one verdict, or the reason"
        )
    if pair.because and not differ:
        yield file.problem(
            keys,
            f"says why the verdicts differ, and all are {verdicts[pair.claims[0]]!r} now",
            "no reason, so strike it out",
        )


def claims(facts: Facts) -> Iterator[Problem]:
    """Verdicts that the calendar, the claim's own dates, or a second row for the same words contradict."""
    first_by_words: dict[tuple[str, ...], ClaimRow] = {}
    for claim in facts.of_kind("claims"):
        first = first_by_words.setdefault((claim.said_in.casefold(), claim.speaker, str(claim.said_on)), claim)
        if first.verdict != claim.verdict:
            yield claim.problem(
                "verdict",
                f"{claim.verdict!r} contradicts {first.verdict!r} in {first.place}, for the same words",
                "one row for them",
            )
        yield from _term(claim)
        yield from _evidence_dates(claim)
        yield from _outcome(claim)
        yield from _source_of_change(claim, facts)


def _term(claim: ClaimRow) -> Iterator[Problem]:
    """The verdict against the date promised, and that against the later date now given."""
    verdict = claim.verdict
    term = claim.promised_for
    checked = claim.last_checked
    if verdict in OF_PROMISES and not term:
        yield claim.problem(
            "promised_for", f"is empty and the verdict is {verdict!r}", "the date promised, or another verdict"
        )
    elif verdict == "missed" and term.last_day >= checked:
        yield claim.problem(
            "verdict",
            f"'missed' before {term} had passed when last checked on {checked}",
            "pending or changed until then",
        )
    elif verdict == "pending" and term.last_day < checked:
        yield claim.problem(
            "verdict", f"'pending' although {term} had passed when last checked on {checked}", "held, changed or missed"
        )
    if claim.now_due and verdict != "changed":
        yield claim.problem("now_due", f"{claim.now_due!r} and the verdict is {verdict!r}", "empty, or changed")
    elif claim.now_due and (not term or claim.now_due.last_day <= term.last_day):
        yield claim.problem(
            "now_due",
            f"{claim.now_due!r} is no later than the date promised, {term or 'which is empty'}",
            "a later one, or empty",
        )


def _evidence_dates(claim: ClaimRow) -> Iterator[Problem]:
    """Evidence from before the claim, or from after it was last checked."""
    evidence = claim.verdict_as_of
    # A statement about the past is judged by what was known of it, which may be older than the statement.
    of_the_past = claim.verdict in ("held", "imprecise") and not claim.promised_for
    if evidence.last_day < claim.said_on.first_day and not of_the_past:
        yield claim.problem("verdict_as_of", f"'{evidence}' is before said_on '{claim.said_on}'", "that date or later")
    if evidence.first_day > claim.last_checked:
        yield claim.problem(
            "last_checked", f"'{claim.last_checked}' is before the newest evidence, '{evidence}'", "its day or later"
        )


def _outcome(claim: ClaimRow) -> Iterator[Problem]:
    """A promise without its outcome, or with one that is too long to be taken in at a glance."""
    if bool(claim.outcome) != (claim.counted_as == "promise"):
        yield claim.problem(
            claim.column("outcome", paths.MAIN),
            f"{claim.outcome or ''!r} in a row that is counted as {claim.counted_as}",
            "what came of a promise, and nothing in another row",
        )
    for language in paths.LANGUAGES:
        count = word_count(claim.word("outcome", language))
        if count > MOST_WORDS:
            yield claim.problem(claim.column("outcome", language), f"has {count} words", f"at most {MOST_WORDS}")


def _source_of_change(claim: ClaimRow, facts: Facts) -> Iterator[Problem]:
    """A change that only sources from before the claim stand behind. An undated source may be newer."""
    if claim.verdict != "changed" or not facts.sources.keys() >= set(claim.source_ids):
        return
    dates = [facts.sources[source].published for source in claim.source_ids]
    if all(date and date.last_day <= claim.said_on.last_day for date in dates):
        yield claim.problem(
            "source_ids",
            f"none is newer than said_on '{claim.said_on}' and the verdict is {claim.verdict!r}",
            "a source for the change too",
        )


def history(facts: Facts) -> Iterator[Problem]:
    """Changes that skip a step, run backwards, or end elsewhere than at the claim's verdict."""
    by_id = {claim.key: claim for claim in facts.of_kind("claims")}
    chains = defaultdict(list)
    for change in facts.of_kind("history"):
        yield from _change(change, facts)
        chains[change.claim_id].append(change)
    all_known = chains.keys() <= by_id.keys()  # else the row under a wrong id may be the one that a claim seems to lack
    for key, claim in by_id.items():
        if facts.may_be_damaged(key, "history"):
            continue
        if key in chains:
            yield from _chain(chains[key], claim)
        elif all_known:
            yield from _missing_history(claim)


def _change(change: HistoryRow, facts: Facts) -> Iterator[Problem]:
    """A change of nothing, or one dated after every source that reports it: by neither the fact nor a second reading."""
    if change.before == change.after:
        yield change.problem("after", f"{change.after!r} is the verdict before too", "another one")
    if change.after == "missed" or change.cause == "reading":
        return
    dates = [facts.sources[source].published for source in change.source_ids if source in facts.sources]
    if not dates or None in dates:
        return
    newest = max(date.last_day for date in dates)
    if change.date.first_day > newest:
        yield change.problem(
            "date",
            f"'{change.date}' is after every source of the change (newest: {newest})",
            "the date of the fact, or the cause 'reading'",
        )


def _missing_history(claim: ClaimRow) -> Iterator[Problem]:
    """A claim that needs a row in the history. A promise begins as pending, a statement as held."""
    begins = "pending" if claim.promised_for else "held"
    if claim.verdict != begins and (claim.verdict != "imprecise" or claim.promised_for):
        yield claim.problem(
            "verdict",
            f"{claim.verdict!r} came after {begins!r} and the history tells nothing of it",
            "a row in data/history.csv that ends at it",
        )


def _chain(changes: list[HistoryRow], claim: ClaimRow) -> Iterator[Problem]:
    for change in changes:
        for column in ("before", "after"):
            verdict = getattr(change, column)
            if verdict in OF_PROMISES and not claim.promised_for:
                yield change.problem(
                    column,
                    f"{verdict!r} is for promises with a date, and {claim.key} has none in {claim.place}",
                    "held, or a date there",
                )
    for earlier, later in pairwise(changes):
        if later.date.last_day < earlier.date.first_day:
            yield later.problem(
                "date",
                f"'{later.date}' is before '{earlier.date}' in {earlier.place}",
                "changes of a claim in their order",
            )
        if later.before not in (earlier.after, FORMER.get(earlier.after)):
            yield later.problem(
                "before", f"{later.before!r} does not follow on {earlier.after!r} in {earlier.place}", earlier.after
            )
    last = changes[-1]
    if FORMER.get(last.after, last.after) != claim.verdict:
        yield last.problem(
            "after",
            f"{last.after!r} is not the verdict of {claim.key} in {claim.place}, {claim.verdict!r}",
            "that verdict in its last row",
        )


def _disagreements(project: Project) -> Iterator[Problem]:
    """Claims on which a page shows sources against each other: they are of low confidence, or say why they are not."""
    page_by_claim = {key: page for page in project.all_pages for key in page.disputed}
    for claim in project.facts.of_kind("claims"):
        page = page_by_claim.get(claim.key)
        if page and claim.confidence != "low" and not claim.although:
            yield claim.problem(
                "confidence",
                f"{claim.confidence!r} although {page.file} shows that sources disagree",
                "low, or the reason in the columns although_...",
            )


def _examples(project: Project) -> Iterator[Problem]:
    """A paragraph under the name of a verdict, `**Open.**`, explains it: the claim that it shows has that verdict."""
    words = [row for row in project.facts.of_kind("words") if row.key.startswith("verdict.")]
    for language, pages_by_name in project.pages.items():
        verdicts = {row.word("text", language): row.key.removeprefix("verdict.") for row in words}
        for page in pages_by_name.values():
            for paragraph in _EXPLANATION.finditer(page.text):
                if paragraph["name"] in verdicts:
                    yield from _examples_in(paragraph, verdicts[paragraph["name"]], page, project.facts)


def _examples_in(paragraph: re.Match[str], explained: str, page: WrittenPage, facts: Facts) -> Iterator[Problem]:
    lines_above = page.text.count("\n", 0, paragraph.start("text"))
    for marker in markers.find(paragraph["text"]):
        if marker.kind != "verdict":
            continue
        for claim in facts.of_kind("claims"):
            if claim.key in marker.names and claim.verdict != explained:
                yield page.problem(
                    lines_above + marker.line,
                    "marker",
                    f"{claim.key!r} is {claim.verdict!r} and stands as an example of {explained!r}",
                    "a claim with that verdict",
                )
