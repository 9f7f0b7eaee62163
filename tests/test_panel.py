"""The panel behind a figure or a note opens in place, with scripts and without; text leaves the page as it is read."""

import pytest

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}}


@pytest.fixture
def browse(browse):
    return lambda address, **options: browse(address, **(PHONE | options))


@pytest.mark.parametrize("address", ["", "fr/"])
def test_a_figure_opens_its_panel_in_place_and_escape_leads_back(browse, address):
    page = browse(address)
    figure = page.locator("article > p a.fact").first
    figure.focus()
    page.keyboard.press("Enter")
    panel = page.locator(".panel")
    assert panel.is_visible() and figure.text_content().replace("\u00a0", " ") in panel.text_content().replace("\u00a0", " ")
    assert panel.locator("a[rel~=external]").count() and "#" not in page.url
    box = panel.bounding_box()
    assert box["y"] + box["height"] == 844 and box["width"] == 390
    page.keyboard.press("Escape")
    assert not panel.is_visible() and page.evaluate("document.activeElement.className") == "fact"


def test_a_note_opens_its_sources_beside_the_text_on_a_wide_screen(browse):
    page = browse("", viewport={"width": 1366, "height": 900})
    call = page.locator("sup.cite a").first
    call.click()
    assert page.locator(".panel").get_attribute("aria-label") == "Note 1"
    text, panel, mark = page.locator("article > p").last.bounding_box(), page.locator(".panel").bounding_box(), call.bounding_box()
    assert panel["x"] > text["x"] + text["width"] and abs(panel["y"] - mark["y"]) < 60
    page.locator(".panel > .back").click()
    assert not page.locator(".panel").is_visible()


def test_without_scripts_the_entry_of_the_list_is_the_panel_and_leads_back(browse):
    page = browse("fr/", java_script_enabled=False)
    figure = page.locator("article > p a.fact").first
    figure.scroll_into_view_if_needed()
    at = figure.bounding_box()["y"]
    figure.click()
    entry = page.locator(".facts > li:target")
    box = entry.bounding_box()
    assert box["y"] + box["height"] == 844 and figure.bounding_box()["y"] == at, "the text has not moved"
    entry.locator(".back").click()
    assert not page.locator(".facts > li:target").count() and 0 < figure.bounding_box()["y"] < 844


def test_text_is_found_and_copied_as_it_is_read(browse):
    page = browse("fr/")
    figure = next(text for text in page.locator("article > p a.fact").all_text_contents() if "\u00a0" in text)
    assert page.evaluate("(text) => window.find(text)", figure.replace("\u00a0", " ") + " ")
    taken = page.evaluate("""() => {
      const block = document.querySelector("article > p:has(sup.cite)"), chosen = getSelection();
      chosen.selectAllChildren(block);
      return chosen.toString();
    }""")
    assert taken and not taken.rstrip(" .\u00a0").endswith(tuple("0123456789"))


def test_the_scheme_returns_to_the_systems_and_follows_the_reader_back(browse):
    page = browse("", color_scheme="light")
    button = page.locator("[data-switch-scheme]")
    button.click()
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    button.click()
    assert page.evaluate("[document.documentElement.dataset.scheme, localStorage.getItem('scheme')]") == [None, None]
    page.evaluate("localStorage.setItem('scheme', 'dark'); dispatchEvent(new StorageEvent('storage'))")
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"


def test_a_translated_page_still_searches(browse):
    page = browse("fr/")
    page.evaluate("document.documentElement.lang = 'de'")
    page.locator("[data-open-search]").click()
    page.locator("dialog.search").wait_for(state="visible")


def test_only_the_names_of_filters_wake_the_filters(browse):
    page = browse("timeline/")
    page.route("**/filters.*", lambda route: route.abort())
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => { window.waiting = 'filtering' in document.documentElement.dataset; })"
    )
    for query, waits in (("?utm_source=x", False), ("?fbclid=1&kindly=2", False), ("?topic=market", True), ("?a=1&status=done", True)):
        page.goto(page.url.partition("?")[0] + query)
        assert page.evaluate("window.waiting") is waits, query
