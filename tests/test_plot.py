"""Marks become a figure that Plotly takes as it is, with room for every word, whatever the next year brings."""


import plotly.graph_objects as go
import pytest

from scripts.drawing import theme
from scripts.drawing.chart import Row
from scripts.drawing.plot import band, bars, broken_but_on_card, dots, label, line, only, path, stripes, ticks
from scripts.drawing.sheet import Sheet, figure_of


def rows(**years):
    return [Row({"year": int(year[1:]), "cars": cars}) for year, cars in years.items()]


def drawn(*marks, shape="wide", width=400, height=200, scale=None):
    return Sheet(shape, width, height, 10).figure(marks, scale)


@pytest.mark.parametrize("shape", theme.SHAPES.values(), ids=lambda shape: shape.name)
def test_plotly_takes_every_figure_as_it_is(each_edition, shape):
    for one in each_edition.all_charts:
        figure = figure_of(one, shape, each_edition.facts, "example.org")
        assert len(go.Figure(figure).data) == len(figure["data"]), one.slug


def test_every_mark_is_one_that_plotly_takes():
    some = rows(_2024=5, _2025=None, _2026=9)
    marks = [
        bars(some, x="year", y="cars", text=lambda row: str(row["cars"])), line(some, x="year", y="cars", dots=0.5, steps=True), line(x=2025), line(x=(2024, 2026), y=3, dash="dot"),
        dots(some, x="year", y="cars", hollow=lambda row: row["year"] == 2024), label("word", x=2025, y=4, ground=True), band(x=(2024, 2025)),
        path("M 0 0 L 100 0 H 50 V 20 C 1 2 3 4 5 6 Q 1 1 2 2 Z", x=(2024, 2025), y=(0, 5), dash="dot", filled=False), ticks({2024: "a"}),
    ]
    figure = go.Figure(drawn(*marks))
    assert len(figure.data) == 3 and len(figure.layout.shapes) == 4


def test_a_new_row_makes_its_own_room():
    figure = drawn(bars(rows(_2024=5000, _2025=10970, _2026=12000), x="year", y="cars", text="cars"))
    assert figure["layout"]["yaxis"]["range"] == [0, 12000] and figure["layout"]["xaxis"]["range"] == [2023.5, 2026.5]
    assert list(figure["layout"]["xaxis"]["ticktext"]) == ["2024", "2025", "2026"]


def test_bars_start_at_zero_and_a_gap_is_no_bar():
    figure = drawn(bars(rows(_2024=900, _2025=None, _2026=1000), x="year", y="cars", text=lambda row: "n"))
    assert figure["layout"]["yaxis"]["range"][0] == 0
    assert figure["data"][0]["y"] == [900, None, 1000] and figure["data"][0]["hovertext"] == ["2024<br>n", "", "2026<br>n"]
    assert len(figure["layout"]["annotations"]) == 2


def test_bars_may_have_nothing_under_them():
    axis = drawn(bars(rows(_2024=900), x="year", y="cars", ticks=""))["layout"]["xaxis"]
    assert not axis["showticklabels"] and "ticktext" not in axis


def test_years_shorten_where_they_find_no_room_and_the_last_stays():
    many = rows(**{f"_{year}": 1 for year in range(2000, 2026)})
    texts = drawn(bars(many, x="year", y="cars"), width=200)["layout"]["xaxis"]["ticktext"]
    assert texts[-1] == "’25" and len(texts) < 26
    assert drawn(bars(many, x="year", y="cars"), width=2000)["layout"]["xaxis"]["ticktext"][0] == "2000"


@pytest.mark.parametrize("align", ["left", "center", "right"])
@pytest.mark.parametrize("at", [0, 10])
def test_words_at_an_edge_get_a_margin(align, at):
    sheet = Sheet("wide", 300, 200, 10)
    words = label("some words at the edge", x=at, y=at, align=align, baseline="middle")
    sheet.figure([line(x=(0, 10), y=(0, 10)), band(x=(0, 10), y=(0, 10)), words])
    box = sheet.box(sheet.labels[0])
    assert box[0] >= 0 and box[1] >= 0 and box[2] <= 300 and box[3] <= 200


def test_a_text_is_broken_into_lines_but_on_a_card():
    mark = label(broken_but_on_card("a<br>b"), x=0, y=0)
    assert [drawn(mark, shape=shape)["layout"]["annotations"][0]["text"] for shape in ("narrow", "card")] == ["a<br>b", "a b"]


def test_letters_shrink_where_words_are_wider_than_their_room():
    def sizes(text, shape="wide"):
        return [one["font"]["size"] for one in drawn(label(text, x=0, y=0, room=5, size=1.2), shape=shape)["layout"]["annotations"]]

    assert sizes("short") == [12]
    assert 0 < sizes("quite a long word")[0] < 10
    assert sizes("quite a long word")[0] < sizes("quite a long word", "card")[0], "a picture is always in our type"


def test_options_differ_by_shape_and_a_mark_may_be_left_out():
    marks = [label({"wide": "all", "narrow": "most"}, x={"wide": 1, "narrow": 2}, y=0), label("wide only", x=1, y=0, shapes={"wide"})]
    assert [(note["text"], note["x"]) for note in drawn(*marks, shape="narrow")["layout"]["annotations"]] == [("most", 2.0)]
    assert len(drawn(*only({"wide"}, [*marks, None]), shape="narrow")["layout"]["annotations"]) == 0
    assert len(drawn(*marks, shape="wide")["layout"]["annotations"]) == 2 and drawn(*marks, shape="card")["layout"]["annotations"][0]["x"] == 1.0


def test_a_colour_outside_the_theme_is_refused_by_name():
    with pytest.raises(LookupError, match="'blue' is not a colour of the theme; expected: paper, ink"):
        drawn(label("x", x=0, y=0, color="blue"))


@pytest.mark.parametrize("wrong", [{"y": "carz"}, {"text": "carz"}, {"hover": "carz"}])
def test_a_column_that_the_rows_lack_is_refused_by_name(wrong):
    rows = [Row({"id": year, "year": year, "cars": 5}) for year in (2024, 2025)]
    with pytest.raises(LookupError, match=r"'carz' is not a cell of this row; expected: id, year, cars, nearest: cars"):
        drawn(bars(rows, **{"x": "year", "y": "cars"} | wrong))


def test_a_wrong_option_is_told_with_the_nearest():
    with pytest.raises(LookupError, match=r"'dashed' is not an option of line; expected: rows, x, y, .*, shapes, nearest: dash"):
        line(x=2025, dashed="dot")


def test_a_path_keeps_its_box():
    (shape,) = drawn(path("M 0 0 L 100 50 Z", x=(10, 20), y=(0, 5), box=(100, 50)))["layout"]["shapes"]
    assert shape["path"] == "M 10 5 L 20 0 Z"


def test_stripes_stay_within_their_rectangle():
    figure = drawn(bars(rows(_2024=10), x="year", y="cars"), stripes(x=(2023.64, 2024.36), y=(0, 10)))
    (lines,) = [shape["path"] for shape in figure["layout"]["shapes"]]
    places = [tuple(map(float, place.split(","))) for place in lines.replace("L", "M").split("M")[1:]]
    assert len(places) > 10
    assert all(2023.63 <= x <= 2024.37 and -0.01 <= y <= 10.01 for x, y in places)


def test_a_label_widens_the_scale_and_is_refused_outside_a_given_one():
    """Plotly would drop it without a word."""
    assert drawn(line(x=(0, 10), y=(0, 10)), label("far", x=20, y=5))["layout"]["xaxis"]["range"] == [0, 20]
    with pytest.raises(ValueError, match=r"text 'far' stands at x=20; expected: a place from 0 to 10, or a wider scale"):
        drawn(label("far", x=20, y=5), scale={"x": (0, 10), "y": (0, 10)})
