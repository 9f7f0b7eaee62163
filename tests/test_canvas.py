"""Whoever looks at a figure finds its annotations and shapes as if each had entered at once."""

import json

import plotly.graph_objects as go
import pytest

from scripts.drawing.canvas import Canvas


def drawn(kind):
    figure = kind()
    figure.add_annotation(text="a", x=1, y=1)
    figure.add_shape(type="line", x0=0, x1=1, y0=0, y1=1)
    figure.update_yaxes(range=[0, 9])
    figure.add_annotation(text="b", x=2, y=2, font={"size": 9})
    figure.add_hline(y=3, annotation_text="c")
    figure.add_bar(x=["1"], y=[2])
    figure.update_annotations(showarrow=False)
    figure.add_shape(type="rect", x0=0, x1=1, y0=0, y1=1)
    return figure


def test_the_figure_is_the_one_that_plotly_would_make():
    assert drawn(Canvas) == drawn(go.Figure)
    ours, theirs = (json.loads(drawn(kind).to_json()) for kind in (Canvas, go.Figure))
    assert ours == theirs and len(ours["layout"]["annotations"]) == 3 and len(ours["layout"]["shapes"]) == 3


def test_what_waits_is_seen_by_whoever_looks():
    figure = Canvas()
    figure.add_annotation(text="a", x=1, y=1)
    assert figure.layout.annotations[0].text == "a"
    figure.add_shape(type="line", x0=0, x1=1, y0=0, y1=1)
    assert figure["layout"].shapes[0].x1 == 1
    figure.add_annotation(text="b", x=1, y=1)
    assert [note["text"] for note in figure.to_dict()["layout"]["annotations"]] == ["a", "b"]


def test_a_wrong_annotation_is_refused_where_it_is_added():
    with pytest.raises(ValueError, match="txt"):
        Canvas().add_annotation(txt="a")


def test_the_work_does_not_grow_with_the_square_of_the_annotations(monkeypatch):
    made = 0
    known = go.layout.Annotation.__init__

    def counted(self, *arguments, **options):
        nonlocal made
        made += 1
        known(self, *arguments, **options)

    monkeypatch.setattr(go.layout.Annotation, "__init__", counted)
    figure = Canvas()
    for number in range(100):
        figure.add_annotation(text=str(number), x=1, y=1)
    assert len(figure.to_dict()["layout"]["annotations"]) == 100
    assert made <= 300, "plotly.py copies all annotations for each that is added; Canvas._add_annotation_like no longer holds them back"
