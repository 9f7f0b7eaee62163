"""Each recipe of CONTRIBUTING.md followed literally: the commands are those of its text, the edits those that it names, and it ends green.

A comment `# edit FILES` in a recipe stands for what a person does; `EDITS` does it for one sample. Whatever else is
changed, or is named and not changed, fails. Recipes that a web editor can follow are green for `make check`, the first
command after the edit.
"""

import re
import sys
from itertools import zip_longest
from pathlib import Path

import pytest

from scripts import paths
from tests import checkout, sample_data

TEXT = (paths.ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Recipes\n")[2].partition("\n## ")[0]
RECIPES = dict(re.findall(r"^### (.+?)\n.*?^```sh\n(.*?)^```", TEXT, re.S | re.M))
AT_A_MACHINE = ("A chart", "A page", "From a change to the site", "Undo")
"""The last four, which need a command or git."""


def row(project: Path, table: str, like: str, **cells: str) -> None:
    """Copy the row whose first cell is `like`, with some cells changed, below it.

    Without a first cell of its own it is changed in place.
    """
    file = project / f"data/{table}.csv"
    header, *rows = sample_data.load(file)
    place = next((number for number, row in enumerate(rows) if row[0] == like), len(rows))
    copy = dict(zip_longest(header, rows[place] if place < len(rows) else [], fillvalue="")) | cells
    rows[place + (header[0] in cells) : place + 1] = [list(copy.values())]
    sample_data.save(file, [header, *rows])


def swap(file: Path, *pairs: tuple[str, str]) -> None:
    text = file.read_text("utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    file.write_text(text, "utf-8")


def recount(project: Path, **words: str) -> None:
    """Write other numbers in the headlines of the scorecard, of what newsletters take from it and of its chart."""
    def other(match: re.Match) -> str:
        word = words.get(match[0].lower(), match[0])
        return word.capitalize() if match[0].istitle() else word

    pages = [f"docs/{part}{language}/scorecard.md" for part in ("", "digest/") for language in paths.LANGUAGES]
    for file in (project / name for name in (*pages, "scripts/charts/promises.toml")):
        file.write_text(
            re.sub(
                r"^(?:# |subject: |title = ).*",
                lambda line: re.sub(r"\w+", other, line[0]),
                file.read_text("utf-8"),
                flags=re.M,
            ),
            "utf-8",
        )


def source(project: Path) -> str:
    name = "invented-2026-11-20-alpine"
    row(
        project, "sources", "journalauto-2026-03-10-alpine", id=name, url="https://example.org/alpine",
        published="2026-11-20", accessed="2026-11-25", title="Alpine en 2026",
    )
    return name


def fact(project: Path) -> None:
    name = source(project)
    row(
        project, "alpine_sales", "alpine-2025", key="alpine-2026", year="2026", units="14300", source_ids=name,
        confidence="medium", note="Change +30%", note_fr="Hausse de 30\u202f%",
    )
    row(
        project, "quotes", "q-provost-halt", key="q-alpine-2026", source_id=name, proves="alpine-2026",
        words="14\u202f300 Alpine immatriculées en 2026",
        words_en="14,300 Alpines registered in 2026", note_en="", note_fr="",
    )


def correction(project: Path) -> None:
    row(project, "alpine_sales", "alpine-2024", units="4586")
    swap(project / "data/quotes.csv", ("hit 4585", "hit 4586"), ("atteint 4585", "atteint 4586"))
    row(
        project, "corrections", "", key="2026-11-26-sales-2024", date="2026-11-26", page="numbers",
        was_en="4,585 cars in 2024.", was_fr="4\u202f585 voitures en 2024.",
        now_en="Alpine registered 4,586 cars in 2024.", now_fr="Alpine a immatriculé 4\u202f586 voitures en 2024.",
        why_en="We misread the table.", why_fr="Nous avions mal lu le tableau.", source_ids="journalauto-2026-03-10-alpine",
    )


def typo(project: Path) -> None:
    page = project / "docs/fr/strategy.md"
    page.write_text(page.read_text("utf-8").rstrip() + "\n\nUn mot manquait : c'est lui.\n", "utf-8")


def quote(project: Path) -> None:
    row(
        project, "quotes", "q-provost-halt", key="q-provost-again",
        words="Avant de dépenser davantage, il faut montrer qu’Alpine rapporte.",
        words_en="Before spending more, we must show that Alpine pays.",
    )


def verdict(project: Path) -> None:
    name = source(project)
    row(
        project, "claims", "x14", verdict="changed", verdict_as_of="2026-11-20",
        source_ids=f"cna-reuters-2026-03-10-canada;journalauto-2026-03-10-alpine;{name}", last_checked="2026-11-26",
        evidence_en="In November 2026 the date for Canada was moved.",
        evidence_fr="En novembre 2026, la date prévue pour le Canada a été repoussée.",
    )
    row(
        project, "history", "x03-2026-03-12", key="x14-2026-11-20", claim_id="x14", date="2026-11-20", source_ids=name,
        because_en="The date was moved, the paper writes.", because_fr="La date a été repoussée, écrit le journal.",
    )
    like_claims = project / "data/like_claims.toml"
    reason = re.search(r"because = .*nothing withdraws it.*\n", like_claims.read_text("utf-8"))[0]
    swap(like_claims, (reason, ""))
    for language, old, new in (
        ("en", "a launch in Canada in 2029", "a launch in Canada"),
        ("fr", "une arrivée au Canada en 2029", "une arrivée au Canada"),
    ):
        swap(project / f"docs/digest/{language}/scorecard.md", (old, new))
        swap(project / f"docs/{language}/method.md", ("{{ verdict: x14 }}", "{{ verdict: x13 }}"))


def claim(project: Path) -> None:
    row(
        project, "claims", "x14", claim_id="x15", said_in_en="Growth in Europe comes before Canada.",
        said_in_fr="La croissance en Europe passe avant le Canada.",
        verdict="held", although_en="", although_fr="", outcome_en="Said in the same briefing", outcome_fr="Dit lors du même échange",
    )
    row(
        project, "quotes", "q-krief-canada-2029", key="q-krief-europe-first", proves="x15",
        words="growth in Europe first", words_fr="d’abord la croissance en Europe",
    )
    row(
        project, "history", "x03-2026-03-12", key="x15-2026-03-10", claim_id="x15", date="2026-03-10", after="held",
        source_ids="cna-reuters-2026-03-10-canada",
        because_en="Philippe Krief puts Europe first.", because_fr="Philippe Krief fait passer l’Europe d’abord.",
    )
    swap(
        project / "scripts/charts/promises.toml",
        ('x14 = "Launch', 'x15 = "Europe first | Krief repeats it"\nx14 = "Launch'),
        ('x14 = "Lancement', 'x15 = "L’Europe d’abord | redit par Krief"\nx14 = "Lancement'),
    )
    recount(project, fourteen="fifteen", two="three", quatorze="quinze", deux="trois")


def event(project: Path) -> None:
    row(
        project, "events", "ev-2026-03-10-krief-aims-at-canada", key="ev-2026-11-20-canada-again", date="2026-11-20",
        source_ids="cna-reuters-2026-03-10-canada",
        title_en="Canada is spoken of again", title_fr="On reparle du Canada",
        summary_en="The plan for Canada is spoken of again.", summary_fr="Le projet canadien revient dans les conversations.",
    )


def chart(project: Path) -> None:
    texts = project / "scripts/charts/porsche_macan.toml"
    for words in (
        "Porsche’s Macan in America", "How many cars?",
        "Porsche sold {figure[2022]} in {year[2022]} and {figure[last]} in {year[last]}.", "Bars: {figure[last]} in {year[last]}.",
        "Year", "Le Macan en Amérique", "Combien de voitures\u202f?",
        "Porsche en a vendu {figure[2022]} en {year[2022]} et {figure[last]} en {year[last]}.",
        "Barres\u202f: {figure[last]} en {year[last]}.", "Année",
    ):
        texts.write_text(re.sub(r"TODO[^\"]*", words, texts.read_text("utf-8"), count=1), "utf-8")
    swap(texts, ("pages = []", 'pages = ["numbers"]'), ("topics = []", 'topics = ["market"]'))
    row(
        project, "quotes", "q-porsche-76219", key="q-porsche-macan-2025", proves="porsche-us-macan-2025",
        words="the Macan, at 27,139 vehicles", words_fr="le Macan, avec 27\u202f139 véhicules",
    )
    for language in paths.LANGUAGES:
        page = project / f"docs/{language}/numbers.md"
        page.write_text(page.read_text("utf-8").rstrip() + "\n\n/// chart | porsche-macan\n///\n", "utf-8")


def page(project: Path) -> None:
    texts = {
        "en": ("Canada comes first",
            "Alpine’s chief named Canada before the United States; this page says who said so, when he said it, "
            "and what is known of the plan today."),
        "fr": ("Le Canada d’abord",
            "Le patron d’Alpine a cité le Canada avant les États-Unis\u202f: qui l’a dit, quand, devant qui, "
            "et ce que l’on sait aujourd’hui de ce projet."),
    }
    for language, (title, description) in texts.items():
        file = project / f"docs/{language}/canada.md"
        text = re.sub(r"title: .*", f"title: {title}", file.read_text("utf-8"))
        text = re.sub(r"description: .*", f"description: {description.replace(':', '–')}", text).replace("# TODO", f"# {title}", 1)
        file.write_text(re.sub("TODO", description, text, count=1).replace("TODO", title), "utf-8")


EDITS = {
    "A fact": fact, "A correction": correction, "A typo": typo, "A quote": quote, "A verdict": verdict, "A claim": claim,
    "An event": event, "A chart": chart, "A page": page,
    "From a change to the site": typo, "Undo": None,
}


@pytest.fixture
def project(tmp_path) -> Path:
    """A clone as a keeper has it, set up, with a place to push to."""
    folder = checkout.copy(tmp_path / "project")
    (folder / ".venv").mkdir()
    for name in ("bin", "lib", "pyvenv.cfg"):
        (folder / ".venv" / name).symlink_to(Path(sys.prefix) / name)
    run(
        folder,
        "git init -q -b main && git config user.name K && git config user.email k@example.org && git add -A && git commit -qm Start",
    )
    run(folder, "git clone -q --bare . ../origin && git remote add origin ../origin && git push -q -u origin main")
    for name in ("ready", "ready-test"):  # newer than what they are made from, as after set-up
        (folder / ".venv" / name).touch()
    return folder


def run(project: Path, commands: str) -> str:
    """What commands print; each has to succeed."""
    done = checkout.call(project, "bash", "-euc", commands)
    assert done.returncode == 0, f"{commands}\n{done.stdout}{done.stderr}"
    return done.stdout


def edit(project: Path, name: str, files: list[str]) -> None:
    """What a person does, in the files that the recipe names and in no other."""
    def changed() -> set[str]:
        return set(run(project, "git add -A --intent-to-add && git diff --name-only").split())

    texts = {file: (project / file).read_bytes() for file in files}
    before = changed()
    EDITS[name](project)
    assert changed() - before <= set(files), "the recipe does not name a file that has to be changed"
    assert [file for file in files if (project / file).read_bytes() == texts[file]] == [], "the recipe names files that need no change"


@pytest.mark.slow
@pytest.mark.parametrize(("name", "merged"), [*((name, False) for name in RECIPES), ("Undo", True)])
def test_a_recipe_ends_green(project, name, merged):
    recipe = RECIPES[name]
    if name == "Undo":
        typo(project)
        run(
            project,
            "git switch -qc pull && git commit -qam Typo && git switch -q main && git merge -q "
            + ("--no-ff -m Merge pull" if merged else "pull")
            + " && git push -q",
        )
    if merged:  # as GitHub's button does it
        recipe = re.sub(r"^git revert .*\n# instead, .*: (git revert -m .*)$", r"\1", recipe, flags=re.M)
        assert "-m 1" in recipe and "--no-edit HEAD\ngit push" in recipe
    for part in re.split(r"^(# edit .*)$", recipe, flags=re.M):
        if part.startswith("# edit "):
            edit(project, name, part.removeprefix("# edit ").split())
        else:
            run(project, part)
    if name == "From a change to the site":
        assert run(project, "git log -1 --format=%s origin/my-change") == "Say in French what the English page says\n"
    if name == "Undo":
        assert run(project, "git diff --stat HEAD~2 origin/main") == ""


def test_every_recipe_has_a_sample_and_names_what_is_there():
    assert list(RECIPES) == list(EDITS) and list(RECIPES)[-4:] == list(AT_A_MACHINE)
    makefile = (paths.ROOT / "Makefile").read_text("utf-8")
    made = {f"docs/{language}/canada.md" for language in paths.LANGUAGES} | {"scripts/charts/porsche_macan.toml"}
    for name, text in RECIPES.items():
        assert name in AT_A_MACHINE or re.search(r"^# edit .*\nmake check$", text, re.M), (
            "what a web editor does is green before any other command"
        )
        for verb in re.findall(r"^make ([\w-]+)", text, re.M):
            assert f"\n{verb}: " in makefile, verb
        for file in (file for line in re.findall(r"^# edit (.*)$", text, re.M) for file in line.split()):
            assert (paths.ROOT / file).exists() or file in made, file
