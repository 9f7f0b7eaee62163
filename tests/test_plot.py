"""Marks become a plot that Plotly takes as it is, with room for every word, whatever the next year brings."""

import plotly.graph_objects as go
import pytest

from scripts.drawing import theme
from scripts.drawing.layout import Layout
from scripts.drawing.plot import plot_of
from scripts.drawing.rows import Row
from scripts.drawing.sheet import Sheet
from scripts.problems import InvalidValue, UnknownName


def rows(**years):
    return [Row({"year": int(year[1:]), "cars": cars, "none": None}) for year, cars in years.items()]


@pytest.fixture
def sheet():
    return Sheet("wide", 400, 200, 10, name_of=lambda row: f"in {row['year']}")


def plot(sheet):
    return Layout(sheet).plot()


@pytest.mark.parametrize("shape", theme.SHAPES.values(), ids=lambda shape: shape.name)
def test_plotly_takes_every_plot_as_it_is(each_edition, shape):
    for chart in each_edition.all_charts:
        plot = plot_of(chart, shape, each_edition.facts, "example.org")
        assert len(go.Figure(plot).data) == len(plot["data"]), chart.slug


def test_every_mark_is_one_that_plotly_takes(sheet):
    some = rows(_2024=5, _2025=None, _2026=9)
    sheet.bars(some, x="year", y="cars", text=lambda row: str(row["cars"]))
    sheet.line(some, x="year", y="cars", steps=True)
    sheet.line(x=[2024, 2025, 2026], y=[1, None, 3], dash="dot")
    sheet.rule(x=2025)
    sheet.rule(x=(2024, 2026), y=3, dash="dot", under=True)
    sheet.dots(some, x="year", y="cars", hollow=True)
    sheet.label("word", x=2025, y=4)
    sheet.band(x=(2024, 2025))
    sheet.path("M 0 0 L 100 0 H 50 V 20 C 1 2 3 4 5 6 Q 1 1 2 2 Z", x=(2024, 2025), y=(0, 5), dash="dot", filled=False)
    drawn = go.Figure(plot(sheet))
    assert len(drawn.data) == 4 and len(drawn.layout.shapes) == 4


def test_a_new_row_makes_its_own_room(sheet):
    sheet.bars(rows(_2024=5000, _2025=10970, _2026=12000), x="year", y="cars", text="cars")
    layout = plot(sheet)["layout"]
    assert layout["yaxis"]["range"] == [0, 12000] and layout["xaxis"]["range"] == [2023.5, 2026.5]
    assert list(layout["xaxis"]["ticktext"]) == ["2024", "2025", "2026"]


def test_bars_start_at_zero_and_a_gap_is_no_bar(sheet):
    sheet.bars(rows(_2024=900, _2025=None, _2026=1000), x="year", y="cars", text=lambda row: "<b>n</b>")
    drawn = plot(sheet)
    assert drawn["layout"]["yaxis"]["range"][0] == 0
    assert drawn["data"][0]["y"] == [900, None, 1000] and drawn["data"][0]["hovertext"] == ["in 2024<br>n", "", "in 2026<br>n"]
    assert len(drawn["layout"]["annotations"]) == 2


def test_a_pointer_finds_at_a_bar_its_name_and_its_text_or_what_the_chart_says(sheet):
    for options in ({}, {"text": "cars"}, {"hover": lambda row: "own words"}, {"hover": ""}):
        sheet.bars(rows(_2024=900), x="year", y="cars", **options)
    assert [trace.get("hovertext") for trace in plot(sheet)["data"]] == [["in 2024"], ["in 2024<br>900"], ["own words"], None]


def test_a_bar_below_zero_is_drawn_whole(sheet):
    sheet.bars(rows(_2024=-5, _2025=10), x="year", y="cars")
    assert plot(sheet)["layout"]["yaxis"]["range"] == [-5, 10]


def test_bars_may_have_nothing_under_them(sheet):
    sheet.bars(rows(_2024=900), x="year", y="cars", ticks=False)
    axis = plot(sheet)["layout"]["xaxis"]
    assert not axis["showticklabels"] and "ticktext" not in axis


def test_years_shorten_where_they_find_no_room_and_the_last_stays():
    many = rows(**{f"_{year}": 1 for year in range(2000, 2026)})

    def texts(width):
        sheet = Sheet("wide", width, 200, 10)
        sheet.bars(many, x="year", y="cars")
        return plot(sheet)["layout"]["xaxis"]["ticktext"]

    assert texts(200)[-1] == "’25" and len(texts(200)) < 26
    assert texts(2000)[0] == "2000"


@pytest.mark.parametrize("align", ["left", "center", "right"])
@pytest.mark.parametrize("place", [0, 10])
def test_words_at_an_edge_get_a_margin(align, place):
    sheet = Sheet("wide", 300, 200, 10)
    sheet.band(x=(0, 10), y=(0, 10))
    sheet.label("some words at the edge", x=place, y=place, align=align, baseline="middle")
    left, top, right, bottom = Layout(sheet).box(sheet.labels[0])
    assert left >= 0 and top >= 0 and right <= 300 and bottom <= 200


def test_letters_shrink_where_words_are_wider_than_their_room():
    def size(text, shape="wide"):
        sheet = Sheet(shape, 400, 200, 10)
        sheet.bars([Row({"place": 0, "length": 10})], x="length", y="place", across=True)
        sheet.label(text, x=0, y=0, between=(0, 1.5), size=1.2)
        return plot(sheet)["layout"]["annotations"][0]["font"]["size"]

    assert size("short") == 12
    assert 0 < size("quite a long word") < 10
    assert size("quite a long word") < size("quite a long word", "card"), "a picture always has the web font"


def test_letters_shrink_only_as_far_as_they_can_be_read(sheet):
    sheet.least_text = 9
    sheet.label("a name of some length", x=0, y=0, between=(0, 2))
    sheet.label("far", x=10, y=5)
    with pytest.raises(InvalidValue, match=r"'a name of some length' has room for .* px letters; expected: at least 9 px, so shorten"):
        plot(sheet)
    sheet.least_text = 5
    assert plot(sheet)["layout"]["annotations"][0]["font"]["size"] < 9


@pytest.mark.parametrize(("align", "x", "dx"), [("left", 2, 0.5), ("center", 4.5, 0), ("right", 7, -0.5)])
@pytest.mark.parametrize("shape", ["wide", "narrow"])
def test_words_stay_between_two_places_whatever_margin_the_others_need(shape, align, x, dx):
    sheet = Sheet(shape, {"wide": 400, "narrow": 300}[shape], 200, 10)
    sheet.bars([Row({"place": 0, "length": 10})], x="length", y="place", across=True)
    sheet.label("a name before the bar", x=0, y=0, align="right")
    sheet.label("some words for between", x=x, y=0, align=align, dx=dx, between=(2, 7))
    layout = Layout(sheet)
    margin = layout.margin
    px = (sheet.width - margin["l"] - margin["r"]) / 10
    words = sheet.labels[1]
    left, _, right, _ = layout.box(words)
    assert margin["l"] > 60 and margin["l"] + 2 * px <= left + 0.5 and right <= margin["l"] + 7 * px + 0.5
    if shape == "narrow":  # where they would be wider than that
        assert words["font"]["size"] < 10


@pytest.mark.parametrize(("between", "message"), [
    ((5, 6), "'far off' at x=4 has no room from 5 to 6; expected: a place from which"),
    ((2, 4), "'far off' at x=4 has no room from 2 to 4"),
    ((3, None), "'far off' at x=None; expected: a place, so leave out"),
])
def test_words_that_do_not_stand_between_their_places_are_refused(sheet, between, message):
    with pytest.raises(InvalidValue, match=message):
        sheet.label("far off", x=4, y=0, between=between)
        sheet.label("further", x=9, y=0)
        plot(sheet)


def test_a_value_is_chosen_by_shape():
    values = {shape: Sheet(shape, 400, 200, 10).choose(1, narrow=2, card=None) for shape in theme.SHAPES}
    assert values == {"wide": 1, "narrow": 2, "poster": 1, "card": None}
    with pytest.raises(UnknownName, match="'tall' is not a shape; expected: wide, narrow, poster, card"):
        Sheet("wide", 400, 200, 10).choose(1, tall=2)


def test_a_colour_outside_the_theme_is_refused_by_name(sheet):
    with pytest.raises(UnknownName, match="'blue' is not a colour of the theme; expected: paper, ink"):
        sheet.label("x", x=0, y=0, color="blue")


@pytest.mark.parametrize(("option", "message"), [
    ({"align": "middle"}, "'middle' is not a value of align; expected: left, center, right"),
    ({"baseline": "center"}, "'center' is not a value of baseline; expected: bottom, middle, top"),
])
def test_words_that_stand_at_no_end_are_refused_with_the_choices(sheet, option, message):
    with pytest.raises(UnknownName, match=message):
        sheet.label("x", x=0, y=0, **option)


@pytest.mark.parametrize("wrong", [{"y": "carz"}, {"text": "carz"}, {"hover": "carz"}])
def test_a_column_that_the_rows_lack_is_refused_by_name(sheet, wrong):
    rows = [Row({"id": year, "year": year, "cars": 5}) for year in (2024, 2025)]
    with pytest.raises(UnknownName, match=r"'carz' is not a cell of this row; expected: id, year, cars, nearest: cars"):
        sheet.bars(rows, **{"x": "year", "y": "cars"} | wrong)


def test_a_path_keeps_its_box(sheet):
    sheet.path("M 0 0 L 100 50 Z", x=(10, 20), y=(0, 5), box=(100, 50))
    (shape,) = plot(sheet)["layout"]["shapes"]
    assert shape["path"] == "M 10 5 L 20 0 Z"


def test_a_path_has_its_numbers_in_every_form_of_svg(sheet):
    sheet.path("M.5-.5L1e2,+5.e1 Z", x=(0, 100), y=(0, 100))
    (shape,) = plot(sheet)["layout"]["shapes"]
    assert shape["path"] == "M 0.5 100.5 L 100 50 Z"


@pytest.mark.parametrize(("outline", "wrong"), [
    ("M 0 0 A 5 5 0 0 1 9 9", "'A'"), ("m 0 0 l 5 5", "'m'"), ("M 0 0 S 1 1 2 2", "'S'"), ("M 0 0 L 5px 5", "'p'"), ("5 5 L 9 9", "'5'"),
])
def test_a_path_with_what_is_not_drawn_is_refused(sheet, outline, wrong):
    with pytest.raises(InvalidValue, match=f"path has {wrong}; expected: absolute commands, of M L H V C Q Z, each with its numbers"):
        sheet.path(outline, x=(0, 100), y=(0, 100))


def test_a_path_of_one_place_has_its_own_size_whatever_the_scale(sheet):
    sheet.path("M 0 0 L 100 50 Z", x=10, y=5, box=(100, 50), size=2)
    (shape,) = plot(sheet)["layout"]["shapes"]
    assert shape["path"] == f"M 0 {2 * sheet.em:g} L {4 * sheet.em:g} 0 Z"
    assert (shape["xanchor"], shape["yanchor"]) == (10, 5)


def test_a_label_widens_the_scale_and_is_refused_outside_a_given_one(sheet):
    """Plotly would drop it without a word."""
    sheet.rule(x=(0, 10), y=(0, 10))
    sheet.label("far", x=20, y=5)
    assert plot(sheet)["layout"]["xaxis"]["range"] == [0, 20]
    message = r"text 'far' stands at x=20; expected: a place from 0 to 10, or a wider scale"
    with pytest.raises(InvalidValue, match=message):
        sheet.scale(x=(0, 10))
    with pytest.raises(InvalidValue, match=message):
        sheet.label("far", x=20, y=5)


@pytest.mark.parametrize(
    ("draw", "mark"),
    [
        (lambda sheet: sheet.label("far", x=2025, y=None), "text 'far' at y=None"),
        (lambda sheet: sheet.label("far", x=None, y=5), "text 'far' at x=None"),
        (lambda sheet: sheet.bars(rows(_2024=5), x="none", y="cars"), "bar at x=None"),
        (lambda sheet: sheet.bars(rows(_2024=5), x="cars", y="none", across=True), "bar at y=None"),
        (lambda sheet: sheet.bars(rows(_2024=5), x="year", y="cars", base="none"), "base of a bar at y=None"),
        (lambda sheet: sheet.rule(x=(2024, 2025), y=None), "rule at y=None"),
        (lambda sheet: sheet.rule(x=None), "rule at x=None"),
        (lambda sheet: sheet.rule(x=2024, y=(0, None)), "rule at y=None"),
        (lambda sheet: sheet.band(x=(2024, None)), "band at x=None"),
        (lambda sheet: sheet.path("M0 0", x=(2024, 2025), y=(0, None)), "path at y=None"),
    ],
)
def test_a_mark_at_a_gap_is_refused_by_its_name_and_axis(sheet, draw, mark):
    with pytest.raises(InvalidValue, match=f"{mark}; expected: a place, so leave out rows with a gap"):
        draw(sheet)


def test_pixels_are_counted_from_the_top_left_corner(sheet):
    sheet.use_pixels()
    sheet.label("word", x=30, y=50, baseline="top")
    left, top, *_ = Layout(sheet).box(sheet.labels[0])
    assert (round(left), round(top)) == (33, 50)
    with pytest.raises(InvalidValue, match="a place from 0 to 400"):
        sheet.label("far", x=500, y=5)
