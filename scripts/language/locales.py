"""Settings of each language: data/languages.toml, and for the rest CLDR locale data, through Babel."""

import re
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from babel import Locale, UnknownLocaleError
from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from scripts import paths
from scripts.problems import InvalidValue, Problem
from scripts.toml_file import TomlFile

NNBSP = "\u202f"


class Language(BaseModel):
    """One section of data/languages.toml. Everything but `state` may be left out. Patterns are regular expressions."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    state: Literal["published", "draft"]
    locale: str = Field("", validate_default=True)  # of CLDR, if not the section's: `en_001` writes 16 February 2023
    quotes: tuple[str, str, str, str] = ("“", "”", "‘", "’")  # with their spaces; the inner ones after the outer
    space_before_marks: bool = False  # a narrow no-break space before ; : ! ? % and »
    notes_before_marks: bool = False  # the call of a note stands before the mark that ends the phrase
    hyphens_hold: bool = False  # words with a hyphen do not break at it
    first_of_month: str = ""  # what is written for the 1 of a date
    money: dict[str, str] = {}  # currency -> an amount, `{}` is the number
    large_money: dict[str, str] = {}  # the same after millions and billions, where it differs
    points: dict[str, str] = {}  # plural -> word for percentage points
    letters: str = ""  # letters of headlines beyond A to Z
    units_after_numbers: str = ""  # words after a number that make a figure of it
    number_names: tuple[str, ...] = ()  # numbers in words as they are written, from zero on
    number_patterns: str = (
        ""  # patterns of those, from zero on: a headline is held to what it counts, a quote to its row
    )
    larger_numbers: str = ""  # those beyond, in any order, as alternatives of a pattern
    units_after_number_words: str = ""  # what makes a figure of a number in words
    ordinals: str = ""  # endings of ordinals
    dependent_openings: str = (
        ""  # how a sentence begins that needs another one before it, so that it can be no headline
    )

    @field_validator("locale")
    @classmethod
    def _known_to_cldr(cls, locale: str, info: ValidationInfo[str]) -> str:
        """`info.context`: the code of the language, which is its locale where none is named."""
        locale = locale or info.context
        try:
            Locale.parse(locale)
        except (UnknownLocaleError, ValueError):
            expected = "a code of ISO 639 such as en, fr or de, in lower case"
            raise InvalidValue(f"{locale!r} is no language that CLDR knows", expected) from None
        return locale

    @cached_property
    def cldr(self) -> Locale:
        return Locale.parse(self.locale)

    @cached_property
    def own_name(self) -> str:
        """What the language calls itself, as it stands in a menu: `Français`."""
        return self.cldr.language_name.capitalize()

    @cached_property
    def months(self) -> str:
        """The months' names, whole, as alternatives of a pattern."""
        return _alternatives(self.cldr.months["format"]["wide"].values())

    @cached_property
    def all_months(self) -> str:
        """The same with their short forms."""
        short = _alternatives(self.cldr.months["format"]["abbreviated"].values())
        return f"{self.months}|{short}"

    @cached_property
    def powers(self) -> dict[str, int]:
        """Words and signs for thousands, millions and billions -> their power of ten."""
        powers = {}
        for plurals in self.cldr.compact_decimal_formats.values():
            for patterns in plurals.values():
                for size, form in patterns.items():
                    power = len(size) - 1
                    pattern = str(form.pattern)
                    if power in (3, 6, 9) and pattern.count("0") == 1 and pattern != "0":
                        powers[pattern.strip("0 \u00a0.'")] = power
        return powers

    @cached_property
    def large_numbers(self) -> str:
        """Millions and billions, in each plural, as alternatives of a pattern."""
        return _alternatives(word for word, power in self.powers.items() if power > 3 and len(word) > 3)

    @cached_property
    def number_words(self) -> str:
        """Every number in words, as alternatives of a pattern."""
        return "|".join(filter(None, (*self.number_patterns.split(), self.larger_numbers)))

    @cached_property
    def spaced_percent(self) -> bool:
        return not self.cldr.percent_formats[None].pattern.endswith("0%")


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def _load(path: Path) -> tuple[dict[str, Language], list[Problem]]:
    """Every language that can be understood, by its code, and what is wrong with the file."""
    file = TomlFile(path, "TOML with one [code] for each language")
    languages: dict[str, Language] = {}
    for code in file.settings:
        language = file.fit(Language, code, context=code)
        if language:
            languages[code] = language
    states = [language.state for language in languages.values()]
    if not file.problems and states[:1] != ["published"]:
        wrong = "does not begin with a published language"
        expected = 'the main language first, with state = "published"'
        file.problems.append(file.problem(tuple(languages)[:1], wrong, expected))
    return languages, file.problems


def problems(path: Path = paths.LANGUAGES_FILE) -> list[Problem]:
    """What is wrong with the declaration: said before anything else, since everything follows from it."""
    return _load(path)[1]


@cache
def _languages() -> dict[str, Language]:
    return _load(paths.LANGUAGES_FILE)[0]


def language(code: str) -> Language:
    """A declared language; for one that could not be read, what CLDR knows."""
    return _languages().get(code) or Language(state="published", locale=code)


def currencies() -> tuple[str, ...]:
    """The currencies of a story: those that its main language has a form for."""
    return tuple(language(paths.MAIN).money)


def all_of(setting: Callable[[Language], str]) -> str:
    """A setting of every declared language, as alternatives of one pattern."""
    settings = [setting(language) for language in _languages().values()]
    return "|".join(filter(None, settings))
