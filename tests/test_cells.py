"""What a cell may hold: each type takes the good values and says of the bad ones what is allowed."""

import datetime as dt
from decimal import Decimal
from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError

from scripts.facts import cells as c


def read(kind, raw):
    return TypeAdapter(kind).validate_python(raw)


def refusal(kind, raw) -> str:
    with pytest.raises(ValidationError) as wrong:
        read(kind, raw)
    return str(wrong.value.errors()[0]["ctx"]["error"])


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        (c.Id, "cars-2025.v2_b", "cars-2025.v2_b"),
        (c.Key, "", None),
        (c.Name, "new_retail_units", "new_retail_units"),
        (c.Text, "Été à 80 km, « dit-il »", "Été à 80 km, « dit-il »"),
        (c.Text, "A minus - inside, 1+1=2 and a@b", "A minus - inside, 1+1=2 and a@b"),
        (c.OptionalText, "", None),
        (c.Ids, "a-1;b-2", ("a-1", "b-2")),
        (c.Address, "https://example.com/a?b=c#d", "https://example.com/a?b=c#d"),
        (c.OptionalAddress, "", None),
        (c.Date, "2026-02", c.PartialDate("2026-02")),
        (c.Date, "2024-02-29", c.PartialDate("2024-02-29")),
        (c.OptionalDate, "", None),
        (c.Day, "2026-11-22", dt.date(2026, 11, 22)),
        (c.OptionalDay, "", None),
        (c.Year, "1955", 1955),
        (c.OptionalNumber, "-60", Decimal(-60)),
        (c.OptionalNumber, "7.8", Decimal("7.8")),
        (c.OptionalNumber, "0", Decimal(0)),
        (c.OptionalNumber, "", None),
        (c.OptionalInteger, "-2", -2),
        (c.Term, "2027 and 2028", "2027 and 2028"),
        (c.Term, "2027-2028", "2027-2028"),
        (c.Term, "2026-12", "2026-12"),
        (c.Term, "", None),
        (c.Period, "M1-M7", "M1-M7"),
        (c.Period, "2018-04", "2018-04"),
        (c.Operands, "claims:verdict=held", ("claims:verdict=held",)),
        (c.Operands, "a;b", ("a", "b")),
        (c.Confidence, "medium", "medium"),
    ],
)
def test_good_cells_become_values(kind, raw, value):
    assert read(kind, raw) == value


@pytest.mark.parametrize(
    ("kind", "bad"),
    [
        (c.Id, ["Cars", "two words", "-cars", "é", "a;b"]),
        (c.Key, ["Cars 2025"]),
        (c.Name, ["New cars", "2025", "new-cars"]),
        (c.Ids, ["a b", "a;", ";a", "a; b", "a,b", "a;a"]),
        (c.Address,
         ["example.com", "ftp://example.com/a", "javascript:alert(1)", "https://", "https://localhost/a",
          "https://example.com/a b", "https://example.com/?a|b", "http://["]),
        (c.Date, ["2026-13", "2023-02-30", "26-01-01", "2026/01/01", "16 February 2023", "2026-1", "٢٠٢٦", "0000"]),
        (c.Term, ["2028-2027", "2028 and 2027", "2027-2028-2029"]),
        (c.Period, ["M3-M7", "M13", "Q5"]),
        (c.Day, ["2026-11", "2026-02-30", "22.11.2026"]),
        (c.Year, ["25", "1755", "2125", "2025.0", "٢٠٢٥"]),
        (c.OptionalNumber,
         ["10,970", "262 403", "262\u202f403", "7,8", "1e5", "+5", "5.", ".5", "n/a", "−60", "٣", "NaN", "12345678901234"]),
        (c.OptionalInteger, ["first", "1.5"]),
        (c.Term, ["soon", "2026-13", "2026-12-2027", "27", "2027 or 2028"]),
        (c.Period, ["first half", "H3", "Q5", "13M", "M0-M7", "2018-13"]),
        (c.Operands, ["a b", "10970-4585 ", "A"]),
        (c.Confidence, ["sure", "High", "high ", "?"]),
        (c.Page, ["/numbers/"]),
        (c.Table, ["wheelhouse.csv"]),
        (c.Unit, ["%"]),
        (c.Topic, ["Cars"]),
        (c.Country, ["U.S."]),
        (c.OldAddress, ["/dealers/"]),
        (c.NewAddress, ["https://example.org/"]),
    ],
)
def test_bad_cells_are_refused_with_what_is_allowed(kind, bad):
    allowed = next(part for part in kind.__metadata__ if isinstance(part, c.Allowed)).text
    for raw in bad:
        assert refusal(kind, raw) == f"is not allowed; expected: {allowed}"


def test_a_required_cell_may_not_be_empty():
    assert refusal(c.Text, "") == "is empty; expected: text on one line"
    assert refusal(c.Day, "") == "is empty; expected: YYYY-MM-DD, a real date"


@pytest.mark.parametrize("first", ["=", "+", "-", "@"])
@pytest.mark.parametrize("kind", [c.Text, c.OptionalText])
def test_text_that_a_spreadsheet_would_run_is_refused(kind, first):
    message = f"begins with {first!r}, which spreadsheets run as a formula; expected: plain text, so start with a word"
    assert refusal(kind, f"{first}HYPERLINK(1)") == message


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u202e", "U+202E"), ("\0", "U+0000"), ("\u2066", "U+2066"), ("\u200b", "U+200B"), ("\n", "U+000A"),
        ("\r", "U+000D"), ("\t", "U+0009"),
        ("\x1b", "U+001B"), ("\u2028", "U+2028"), ("\ufeff", "U+FEFF"),
    ],
)
def test_invisible_characters_are_refused(character, name):
    assert refusal(c.Text, f"a{character}b") == f"holds the invisible character {name}; expected: visible text on one line"


@pytest.mark.parametrize(("text", "message"), [
    ("<b>Penske</b>", "holds the tag '<b', which pictures would obey"),
    ("Go \U0001f697", "holds the sign U+1F697, for which pictures have no letter"),
])
def test_tags_and_emoji_are_refused(text, message):
    assert refusal(c.Text, text).startswith(message)


def test_text_is_trimmed_and_of_bounded_length():
    assert refusal(c.Text, " a") == "has spaces at its start or end; expected: trimmed text"
    assert refusal(c.Text, "a\u202f") == "has spaces at its start or end; expected: trimmed text"
    assert read(c.Text, "x" * c.MAX_LETTERS) == "x" * c.MAX_LETTERS
    assert refusal(c.Text, "x" * (c.MAX_LETTERS + 1)) == f"has {c.MAX_LETTERS + 1} characters; expected: at most {c.MAX_LETTERS}"


def test_partial_dates_know_their_days_precision_and_order():
    year, month, day = (c.PartialDate(text) for text in ("2024", "2024-02", "2024-02-16"))
    assert [date.precision for date in (year, month, day)] == ["year", "month", "day"]
    assert (year.first_day, year.last_day) == (dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    assert (month.first_day, month.last_day) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    assert day.first_day == day.last_day == dt.date(2024, 2, 16)
    assert sorted([day, c.PartialDate("2024-01-31"), month, c.PartialDate("2023-12")])[0] == c.PartialDate("2023-12")
    assert max([day, month]) == day
    assert str(month) == "2024-02"


@pytest.mark.parametrize(("unit", "name", "scale"), [
    ("cars", "cars", 1), ("million_cars", "cars", 1_000_000), ("usd_million", "usd", 1_000_000),
])
def test_a_unit_knows_what_it_counts_and_in_how_many(unit, name, scale):
    assert (read(c.Unit, unit).name, read(c.Unit, unit).scale) == (name, scale)


def test_one_of_names_the_words():
    assert refusal(Annotated[str, c.one_of("done", "announced")], "ok") == "is not allowed; expected: done | announced"
