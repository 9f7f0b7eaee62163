"""Golden figures: the traces and labels of each chart in each language. A changed picture is a diff that somebody reads.

`make golden` accepts the charts as they are now.
"""

import json

import pytest

from scripts import paths
from scripts.drawing import discover, draw, theme
from tests import editions

GOLDEN = paths.ROOT / "tests" / "golden"
SLUGS = sorted(discover.discover(paths.LANGUAGES))


def gist(drawn, facts) -> dict:
    """What a reader would see change: texts, plotted values and colours, annotations."""
    figure = json.loads(json.dumps(draw.figure_of(drawn, theme.WIDE, facts), default=float))
    keep = ("type", "orientation", "x", "y", "base", "width", "text", "mode")
    return {
        "title": drawn.text("title"),
        "takeaway": drawn.text("takeaway"),
        "alt": drawn.text("alt"),
        "source": drawn.source_line(facts),
        "traces": [{name: trace[name] for name in keep if name in trace} | {"color": trace.get("marker", {}).get("color")} for trace in figure["data"]],
        "annotations": [note["text"] for note in figure["layout"].get("annotations", [])],
        "shapes": len(figure["layout"].get("shapes", [])),
    }


@pytest.mark.parametrize("language", paths.LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_chart_is_as_accepted(slug, language, request):
    ours = editions.current(language)
    now = json.dumps(gist(ours.chart(slug), ours.facts), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    file = GOLDEN / f"{slug}.{language}.json"
    if request.config.getoption("--accept"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(now, "utf-8")
    assert file.exists(), f"{file.name} is not there: look at the chart, then run `make golden`"
    assert now == file.read_text("utf-8"), f"{slug} ({language}) has changed: look at it, then run `make golden` and read the diff"


def test_no_golden_figure_is_left_of_a_chart_that_is_gone():
    left = {file.name.rsplit(".", 2)[0] for file in GOLDEN.glob("*.json")} - set(SLUGS)
    assert not left, f"delete tests/golden/ files of {sorted(left)}"
