"""What scripts add, in a real browser under the pages' own Content Security Policy: interactive charts, filters, search.

Each page is also what it is without them: the still chart, the whole list, the menu.
"""

import re
import unicodedata
from collections import Counter

import pytest

from scripts import paths
from scripts.index.addresses import reader_view_id
from tests import editions
from tests.conftest import ADDRESS, PHONE

pytestmark = pytest.mark.browser


def tallest() -> str:
    """The chart that is highest on a phone."""
    lively = [chart for chart in editions.current().all_charts if editions.point_texts(chart.slug)]
    return max(lively, key=lambda chart: chart.definition.settings.height.narrow).slug


@pytest.fixture(scope="module")
def topic() -> str:
    """The topic of an event, to filter by."""
    return editions.current().facts.of_kind("events")[0].topic


@pytest.fixture(scope="module")
def word() -> str:
    """A word of a chart's title, to search for."""
    return max(re.findall(r"[a-z]+", editions.current().all_charts[0].text("title").lower()), key=len)


@pytest.fixture
def browse(browse):
    """No page that a test opens is refused anything by its policy, and no script of it fails."""
    pages = []

    def opened(address, **options):
        pages.append(browse(address, **options))
        return pages[-1]

    yield opened
    for page in pages:
        assert (page.evaluate("window.refused ?? []"), page.errors) == ([], [])


def plain(word: str) -> str:
    """Without its accents."""
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()


def _bar(page):
    """Wait for the filters, which come when their list does."""
    page.evaluate("document.querySelector('.filterable').scrollIntoView()")
    page.locator(".filter-bar select:enabled").first.wait_for()


def _button(page):
    button = page.locator("figure[data-chart] .chart-explore:visible").first
    button.wait_for()
    button.scroll_into_view_if_needed()
    page.evaluate("document.fonts.ready")
    return button


def _live(page):
    button = _button(page)
    button.click()
    page.locator(".is-live").wait_for()
    return button


def _until(page, seen):
    """Wait until an expression is true. Playwright's own way asks by `eval`, which the pages' policy refuses where it has to ask twice."""
    page.evaluate(
        f"""new Promise((done, fail) => {{
          const look = () => {seen} ? done() : requestAnimationFrame(look);
          look();
          setTimeout(() => fail('it never came'), 30_000);
        }})"""
    )


def _field(page):
    """The field of the search, once it is open."""
    return page.get_by_role("combobox", name=re.compile("Search|Rechercher"))


def _unfold(page):
    page.locator(":is(.fold, .claims-fold) > summary").evaluate_all("(all) => all.forEach((one) => one.click())")


def _plotly(page):
    return [url for url in page.asked if "plotly" in url]


def _boxes(page):
    return page.locator("main h2, main h3, main p:not(.chart-said), footer, .chart-tools").evaluate_all(
        """(elements) => elements.map((element) => {
          const box = element.getBoundingClientRect();
          return [box.x, box.y + scrollY, box.width, box.height];
        })"""
    )


# Interactive charts


@pytest.mark.parametrize("options", [{}, PHONE], ids=["desk", "phone"])
def test_the_live_chart_takes_the_still_one_s_place_and_nothing_moves(browse, options):
    page = browse(f"charts/{editions.bars()}/", **options)
    _button(page)
    page.wait_for_timeout(300)
    before = _boxes(page)
    page.evaluate("shifts.length = 0")
    _live(page)
    page.wait_for_timeout(600)
    assert _boxes(page) == before
    assert page.evaluate("shifts.length") == 0
    still = page.locator(".is-live > svg, .is-live > [role=img] > svg").bounding_box()
    live = page.locator(".is-live .main-svg").first.bounding_box()
    assert all(abs(still[side] - live[side]) < 1 for side in ("x", "y", "width", "height"))
    assert Counter(_plotly(page)).most_common(1)[0][1] <= 2  # at most the early fetch and the script that uses it


def test_pointing_at_the_button_fetches_and_a_thrifty_reader_s_pointing_does_not(browse):
    page = browse(f"charts/{editions.bars()}/")
    button = _button(page)
    with page.expect_request(re.compile("plotly")):
        button.hover()
    assert not page.locator(".is-live").count()
    thrifty = browse(f"charts/{editions.bars()}/", before="Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    _button(thrifty).hover()
    thrifty.wait_for_timeout(800)
    assert _plotly(thrifty) == []
    _live(thrifty)
    assert _plotly(thrifty)


@pytest.mark.parametrize("language", paths.LANGUAGES)
def test_a_keyboard_opens_walks_and_returns(browse, language):
    first, *_, last = editions.point_texts(editions.bars(), language)
    page = browse(f"{paths.prefix(language)}charts/{editions.bars()}/")
    _button(page).focus()
    page.keyboard.press("Enter")
    page.locator(".is-live").wait_for()
    assert page.evaluate("document.activeElement.className") == "chart-live"
    status = page.locator(".chart-said")
    page.keyboard.press("ArrowRight")
    assert status.text_content() == first
    assert page.locator(".hoverlayer .hovertext").text_content() == first.replace(", ", "")
    page.keyboard.press("End")
    assert status.text_content() == last
    page.keyboard.press("Home")
    assert status.text_content() == first
    page.keyboard.press("Escape")
    assert page.locator(".is-live, .chart-live, .chart-zoom").count() == 0
    assert page.evaluate("document.activeElement.className") == "chart-explore"
    assert page.locator("figure[data-chart] svg").first.is_visible()


def test_zoom_by_key_and_button_keeps_the_foot_of_the_bars(browse):
    page = browse(f"charts/{editions.bars()}/")
    _live(page)
    ranges = "['xaxis', 'yaxis'].map((axis) => document.querySelector('.chart-plot')._fullLayout[axis].range)"
    whole = page.evaluate(ranges)
    page.keyboard.press("+")
    near = page.evaluate(ranges)
    assert near[0][1] - near[0][0] < whole[0][1] - whole[0][0]
    assert near[1] == whole[1]
    page.keyboard.press("End")
    _until(page, f"{ranges}[0][1] >= {len(editions.point_texts(editions.bars())) - 1}")  # a point outside of what is shown comes into view
    assert page.locator(".chart-said").text_content() == editions.point_texts(editions.bars())[-1]
    page.keyboard.press("0")
    assert page.evaluate(ranges) == whole
    page.get_by_role("button", name="Zoom in").first.click()
    assert page.evaluate(ranges)[0] != whole[0]
    page.get_by_role("button", name="Zoom out").first.click()
    assert page.evaluate(ranges) == whole


def test_a_tap_opens_says_and_closes_and_the_page_still_scrolls(browse):
    page = browse(f"charts/{editions.bars()}/", **PHONE)
    _button(page).tap()
    page.locator(".is-live").wait_for()
    figure = editions.lively(editions.bars(), shape="narrow")
    trace, point = figure["order"][-1]
    layer = [series["type"] for series in figure["data"][:trace]].count("bar")
    box = page.locator(".is-live .barlayer .trace").nth(layer).locator(".point").nth(point).bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.locator(".hoverlayer .hovertext").wait_for()
    assert editions.point_texts(editions.bars())[-1].partition(", ")[2] in page.locator(".hoverlayer .hovertext").text_content()
    assert page.evaluate("getComputedStyle(document.querySelector('.chart-live .nsewdrag')).touchAction") != "none"
    page.locator(".is-live .chart-explore").tap()
    page.locator(".is-live").wait_for(state="detached")


def test_the_live_chart_follows_the_scheme_and_on_paper_the_still_one_is_printed(browse):
    page = browse(f"charts/{editions.bars()}/", color_scheme="light")
    _live(page)
    fill = "getComputedStyle(document.querySelector('.is-live .barlayer .point path')).fill"
    color = editions.lively(editions.bars())["data"][0]["marker"]["color"][0]  # such as var(--accent)
    token = f"""(() => {{
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = '{color}';
      const color = getComputedStyle(probe).color;
      probe.remove();
      return color;
    }})()"""
    light = page.evaluate(fill)
    assert light == page.evaluate(token)
    page.locator("[data-switch-scheme]").click()
    _until(page, f"{fill} === {token}")
    dark = page.evaluate(fill)
    assert dark == page.evaluate(token) != light
    page.locator("[data-switch-scheme]").click()
    _until(page, f"{fill} === '{light}'")
    page.emulate_media(color_scheme="dark")
    page.evaluate("delete document.documentElement.dataset.scheme")
    _until(page, f"{fill} === '{dark}'")
    page.emulate_media(media="print")
    assert page.locator(".is-live > svg").is_visible()
    assert not page.locator(".chart-live").is_visible() and not page.locator(".chart-tools").first.is_visible()


def swipe(page, start, way):
    """A finger put down at `start` that moves by `way`, both (x, y) in px, until the page no longer carries on."""
    wire = page.context.new_cdp_session(page)
    for step in range(11):
        at = {"x": start[0] + way[0] * step / 10, "y": start[1] + way[1] * step / 10}
        wire.send("Input.dispatchTouchEvent", {"type": "touchMove" if step else "touchStart", "touchPoints": [at]})
    wire.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(400)
    page.evaluate(STILL)


STILL = """() => new Promise((done) => {
  let last = -1, same = 0;
  const look = () => { same = scrollY === last ? same + 1 : 0; last = scrollY; same > 20 ? done() : requestAnimationFrame(look); };
  look();
})"""
"""Waits until the page has not moved for twenty frames."""


@pytest.mark.parametrize("chosen", [tallest, editions.bars])
def test_a_stretched_chart_does_not_hold_the_page_and_its_buttons_stay_in_view(browse, chosen):
    """The tallest chart may fill a phone's screen; bars are stretched sideways only."""
    page = browse(f"charts/{chosen()}/", **PHONE | {"viewport": {"width": 390, "height": 664}})
    _live(page)
    page.locator(".chart-zoom").first.click()
    page.locator(".is-zoomed").wait_for()
    page.evaluate("document.querySelector('.chart-live').scrollIntoView()")
    seen = "[scrollY, ...document.querySelector('.chart-plot')._fullLayout.xaxis.range.map(Number)]"
    assert all(
        button["y"] >= 0 and button["y"] + button["height"] <= 664
        for button in (element.bounding_box() for element in page.locator(".chart-tools:visible button").all())
    )
    before = page.evaluate(seen)
    swipe(page, (195, 250), (0, -150))
    after = page.evaluate(seen)
    assert after[0] > before[0] + 80 and after[1:] == before[1:], "the page moves"
    # How far the first swipe carries the page differs, so the second finger would come down beside the chart.
    page.evaluate("document.querySelector('.chart-live').scrollIntoView()")
    page.evaluate(STILL)
    after = page.evaluate(seen)
    swipe(page, (250, 250), (-100, 0))
    assert page.evaluate(seen)[0] == after[0] and page.evaluate(seen)[1] > after[1], "the chart moves"


@pytest.mark.parametrize("broken", ["plotly", r"live\.json", r"/explore\."])
def test_whatever_fails_the_still_chart_stays(browse, broken):
    page = browse(f"charts/{editions.bars()}/", broken=broken)
    before = page.locator("figure[data-chart] svg:visible").first.bounding_box()
    button = _button(page)
    button.click()
    page.locator(".failed").wait_for()
    assert page.locator(".is-live, .chart-live").count() == 0
    drawing = page.locator("figure[data-chart] svg:visible").first
    assert drawing.is_visible() and drawing.bounding_box()["height"] == before["height"]
    assert button.is_enabled() and button.get_attribute("aria-busy") is None


def test_share_opens_the_readers_own_sheet_or_copies_the_link_or_shows_it(browse):
    page = browse("")
    first = page.locator("figure[data-chart]").first.get_attribute("data-chart")
    page.evaluate("() => { window.shared = []; navigator.share = (what) => { shared.push(what); return Promise.resolve(); }; }")
    page.locator("figure [data-share]").first.click()
    assert page.evaluate("shared[0].url").endswith(f"/charts/{first}/") and page.evaluate("shared[0].title")
    page.evaluate(
        """() => {
          navigator.share = undefined;
          navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); };
        }"""
    )
    page.locator("figure [data-share]").first.click()
    assert (
        page.evaluate("copied").endswith(f"/charts/{first}/")
        and page.locator("figure [data-share]").first.text_content() == "Link copied"
    )
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.locator("figure [data-share]").first.click()
    assert page.locator(".failed").first.text_content().startswith(ADDRESS)


# Without scripts


@pytest.mark.parametrize("address", ["", "fr/timeline/", "scorecard/", pytest.param("sources/?language=fr", marks=pytest.mark.slow)])
def test_without_scripts_everything_is_there_and_no_button_that_does_nothing(browse, address):
    page = browse(address, java_script_enabled=False)
    assert page.locator("button.chart-explore, .filter-bar:visible, dialog").count() == 0
    items = page.locator("[data-filter] [data-topic], [data-filter] [data-standing]")
    _unfold(page)
    assert items.count() == 0 or all(item.is_visible() for item in (items.first, items.last))
    for figure in page.locator("figure[data-chart]").all():
        assert figure.locator("svg:visible").count() >= 1


@pytest.mark.parametrize(("address", "broken"), [
    ("timeline/?topic={topic}", r"/filters\."), ("timeline/", r"/site\.[0-9a-f]+\.js"),
])
def test_without_its_script_a_list_is_whole(browse, topic, address, broken):
    page = browse(address.format(topic=topic), broken=broken)
    _unfold(page)
    page.locator(".event").first.wait_for()  # what waits for a filter shows itself after three seconds
    assert page.locator(".event[hidden]").count() == 0


# Filters


def _shown(page, selector):
    """How many items no filter hides; what is folded counts."""
    return page.locator(selector).evaluate_all("(all) => all.filter((one) => !one.closest('[hidden]')).length")


def test_a_filter_shows_a_part_says_how_many_and_stands_in_the_address(browse, facts, topic):
    page = browse("timeline/")
    total = len(facts.of_kind("events"))
    market = sum(event.topic == topic for event in facts.of_kind("events"))
    _bar(page)
    assert _shown(page, ".event") == total
    page.get_by_label("Topic").select_option(topic)
    assert _shown(page, ".event") == page.locator(".event:visible").count() == market, "what is asked for is unfolded"
    assert page.locator(".filter-bar output").text_content() == f"{market} of {total} shown"
    assert page.url.endswith(f"/timeline/?topic={topic}")
    assert page.locator(".year:visible").count() == len(
        {event.date.first_day.year for event in facts.of_kind("events") if event.topic == topic}
    )
    page.get_by_label("Status").select_option("done")
    assert page.url.endswith(f"?topic={topic}&status=done")
    page.go_back()
    assert page.get_by_label("Status").input_value() == "" and _shown(page, ".event") == market
    page.go_back()
    assert _shown(page, ".event") == total
    assert "?" not in page.locator("link[rel=canonical]").get_attribute("href")


def test_a_link_to_a_part_opens_it_and_nonsense_shows_all(browse, facts):
    events = facts.of_kind("events")
    done = next(event.topic for event in events if event.status == "done")
    wanted = sum((event.topic, event.status) == (done, "done") for event in events)
    page = browse(f"fr/timeline/?topic={done}&status=done")
    _bar(page)
    assert _shown(page, ".event") == wanted
    assert page.locator(".filter-bar output").text_content() == f"{wanted} sur {len(events)}"
    page.get_by_role("button", name="Tout afficher").click()
    assert _shown(page, ".event") == len(events) and page.url.endswith("/fr/timeline/")
    assert page.evaluate("document.activeElement.name") == "topic"
    page = browse("timeline/?status=nonsense&topic=")
    _bar(page)
    assert _shown(page, ".event") == len(events)
    assert page.locator(".filter-bar").count() == 1


def test_a_link_to_one_entry_wins_over_a_filter_that_hides_it(browse, facts):
    event = reader_view_id(next(event.key for event in facts.of_kind("events") if event.status == "done"))
    page = browse(f"timeline/?status=announced#{event}")
    _bar(page)
    assert page.locator(f"[id='{event}']").is_visible()
    assert page.url.endswith(f"/timeline/#{event}")


# The gallery

CUT = """() => [...document.querySelectorAll(".gallery > li")].filter((item) => {
  const frame = item.querySelector(".gallery-picture");
  const [drawing, box] = [frame.querySelector("svg"), frame].map((one) => one.getBoundingClientRect());
  return box.height < drawing.height - 1 || getComputedStyle(frame).maskImage !== "none" || item.getClientRects().length !== 1;
}).map((item) => item.querySelector("a").getAttribute("href"))"""


@pytest.mark.parametrize("options", [PHONE, {}], ids=["phone", "desk"])
def test_the_gallery_shows_every_drawing_whole(browse, options):
    page = browse("charts/", **options)
    assert page.locator(".gallery-picture svg").count() == page.locator(".gallery > li").count() > 0
    assert page.evaluate(CUT) == []
    page.evaluate("document.querySelector('.gallery-picture').style.maxHeight = '100px'")
    assert len(page.evaluate(CUT)) == 1, "a cut drawing would not be found"


@pytest.mark.parametrize(("address", "options"), [
    ("timeline/", {}), ("fr/sources/", PHONE), pytest.param("charts/", PHONE, marks=pytest.mark.slow),
])
def test_the_bar_comes_without_moving_the_list(browse, address, options):
    # Without our fonts both times: which of two cold visits gets them in time is the machine's affair, not the bar's.
    page = browse(address, broken=r"/filters\.|\.woff2", **options)
    top = "document.querySelector('[data-filter] :is([data-topic], [data-standing])').getBoundingClientRect().y + scrollY"
    before = page.evaluate(top)
    page = browse(address, broken=r"\.woff2", **options)
    _bar(page)
    assert abs(page.evaluate(top) - before) < 1
    bar, first = page.locator(".filter-bar").bounding_box(), page.evaluate(top)
    assert bar["y"] + bar["height"] <= first + page.evaluate("scrollY") + 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# Search


def test_search_finds_by_title_first(browse, word):
    page = browse("method/")
    page.locator("[data-open-search]").click()
    field = _field(page)
    field.wait_for()
    assert page.evaluate("document.activeElement.type") == "search"
    field.fill(word)
    page.get_by_role("option").first.wait_for()
    titles = [title.lower() for title in page.locator("dialog [role=option] b").all_text_contents()]
    named = [word in title for title in titles]
    assert named[0] and named == sorted(named, reverse=True), "titles stand above texts"
    assert page.locator("dialog mark").first.text_content().lower() == word
    assert "search/search_index.json" in "".join(page.asked) and "/fr/search/" not in "".join(page.asked)
    field.fill("zzzzqqq")
    page.get_by_text("Nothing found").wait_for()
    assert page.get_by_role("option").count() == 0
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()
    assert page.evaluate("document.activeElement.hasAttribute('data-open-search')")


def test_search_in_french_does_not_mind_accents_and_enter_follows(browse):
    page = browse("fr/")
    page.keyboard.press("/")
    field = _field(page)
    titles = " ".join(chart.text("title").lower() for chart in editions.current("fr").all_charts)
    accented = max((word for word in re.findall(r"[a-zà-ÿ]{5,}", titles) if not word.isascii()), key=len)
    field.fill(plain(accented))
    page.get_by_role("option").first.wait_for()
    without = page.locator("dialog a[role=option]").evaluate_all("(all) => all.map((a) => a.href)")
    assert page.locator("dialog mark").first.text_content().lower() == accented
    field.fill(accented.upper())
    page.wait_for_timeout(200)
    assert page.locator("dialog a[role=option]").evaluate_all("(all) => all.map((a) => a.href)") == without
    page.keyboard.press("ArrowDown")
    assert page.locator("[role=option][aria-selected=true]").get_attribute("id") == "search-1"
    assert field.get_attribute("aria-activedescendant") == "search-1"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.locator("[role=option][aria-selected=true]").get_attribute("id") == f"search-{len(without) - 1}"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(without[0])
    assert "/fr/" in page.url


def test_the_slash_types_where_one_types_and_can_be_turned_off(browse):
    page = browse("timeline/")
    _bar(page)
    page.get_by_label("Topic").focus()
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    assert page.locator("dialog[open]").count() == 0
    page.locator("[data-open-search]").click()
    _field(page).press("/")
    assert _field(page).input_value() == "/"
    page.get_by_label("Open with the key /").uncheck()
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    assert page.locator("dialog[open]").count() == 0


@pytest.mark.parametrize("broken", [r"search_index\.json", r"/search\.[0-9a-f]+\.js"])
def test_a_search_that_cannot_be_fetched_says_so(browse, word, broken):
    page = browse("method/", broken=broken)
    page.locator("[data-open-search]").click()
    if "json" in broken:
        _field(page).fill(word)
    page.get_by_text("The search did not load").wait_for()


def test_the_other_language_keeps_the_place_and_the_filter(browse, topic):
    page = browse(f"timeline/?topic={topic}#events")
    _bar(page)
    page.locator("[data-keep-section]").click()
    page.wait_for_url(re.compile(r"/fr/.*\?topic=" + topic + "#events$"))


def test_the_page_behind_the_search_keeps_its_place(browse):
    page = browse("")
    width = page.evaluate("document.querySelector('article').getBoundingClientRect().width")
    page.locator("[data-open-search]").click()
    page.locator("dialog.search").wait_for()
    page.mouse.move(100, 700)
    page.mouse.wheel(0, 600)
    page.wait_for_timeout(300)
    assert page.evaluate("[scrollY, document.querySelector('article').getBoundingClientRect().width]") == [0, width]
    page.evaluate("document.documentElement.style.overflow = 'visible'")
    page.mouse.wheel(0, 600)
    _until(page, "scrollY > 0")  # the bad sample
