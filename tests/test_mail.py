"""What is pasted into e-mails: charts' pieces and digests, against the rules of mail clients and in one."""

from dataclasses import replace

import lxml.html
import pytest
from PIL import Image

from scripts import paths
from scripts.content import digest, mail
from tests import editions
from tests.conftest import ADDRESS
from tests.mail_rules import breaches

THREE = editions.SLUGS[:3]
DIGESTS = [file.stem for file in sorted((digest.FOLDER / paths.MAIN).glob("*.md"))]
PIECES = [(language, slug) for language in paths.LANGUAGES for slug in THREE]


def offered(page, box):
    """What a page has to be copied: as a browser takes it, without the newline that the source may start with."""
    return page.xpath("string(//textarea[@id=$box])", box=box).removeprefix("\n")


def pasted(read, language, slug, kind="html"):
    """What the chart's page offers to paste."""
    return offered(read(f"{paths.prefix(language)}charts/{slug}/"), f"mail-{kind}")


GOOD = (
    '<p><a href="https://e.org/"><img src="https://e.org/a.png" alt="A" width="600" height="300" '
    'style="background-color:#fff;color:#000"></a></p>'
)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("</p>", "<script>1</script></p>", "<script> is not for e-mail"),
        ("</p>", "<svg></svg></p>", "<svg> is not for e-mail"),
        ("</p>", "</p><table><tr><td>1</td></tr></table>", "<table> is not for e-mail"),
        ("</p>", "</p><div>1</div>", "<div> is not for e-mail"),
        ("<p>", '<p class="x">', "<p> has class"),
        ("https://e.org/a.png", "/a.png", "<img> src is not absolute: /a.png"),
        ("https://e.org/a.png", "https://e.org/a.svg", "<img> is not a PNG"),
        ('alt="A" ', "", "<img> has no alt"),
        ('height="300"', "", "<img> has no height"),
        ('width="600"', 'width="601"', "<img> is wider than 600"),
        ("color:#000", "display:flex", "<img> style 'background-color:#fff;display:flex' is not safe"),
        ("background-color:#fff;", "", "<img> has a text colour without a background around it"),
    ],
)
def test_rules_catch(old, new, problem):
    assert breaches(GOOD) == []
    assert problem in breaches(GOOD.replace(old, new))


def test_every_chart_of_both_editions_keeps_the_rules(read):
    for language in paths.LANGUAGES:
        for slug in editions.current(language).chart_definitions:
            piece = pasted(read, language, slug)
            assert breaches(piece) == [], f"{language} {slug}"
            assert len(piece.encode()) < 4_000


@pytest.mark.parametrize(("language", "slug"), PIECES)
def test_piece_says_the_same_in_three_forms(read, language, slug):
    chart = editions.current(language).chart(slug)
    page = f"{ADDRESS}{paths.prefix(language)}charts/{slug}/"
    words = lxml.html.fragment_fromstring(pasted(read, language, slug), create_parent="div")
    picture = words.find(".//img")
    title, takeaway, alt = (chart.text(key).replace("\u202f", "\u00a0") for key in ("title", "takeaway", "alt"))
    assert picture.get("alt") == alt
    assert picture.get("src") == f"{page}{slug}.png"
    assert [paragraph.text_content() for paragraph in words.iter("p")][:3] == [title, "", takeaway]
    assert {link.get("href") for link in words.iter("a")} == {page}
    plain, markdown = pasted(read, language, slug, "text"), pasted(read, language, slug, "markdown")
    assert plain.split("\n\n")[:3] == [title, f"{page}{slug}.png", takeaway]
    assert plain.endswith(f"\n{page}\n")
    assert f"]({page}{slug}.png)]({page})" in markdown


def test_height_is_that_of_the_picture(site, read):
    width, height = Image.open(site / "charts" / THREE[0] / f"{THREE[0]}.png").size
    assert width == 1200
    assert f'width="600" height="{round(height / 2)}"' in pasted(read, "en", THREE[0])


def test_what_is_written_cannot_become_markup():
    assert mail.link("a [b] *c* x_y", "https://e.org/").markdown == r"[a \[b\] \*c\* x\_y](https://e.org/)"
    assert mail.headed("Subject:", "<b>1 < 2</b> & go").html == "<b>Subject:</b> &lt;b&gt;1 &lt; 2&lt;/b&gt; &amp; go"
    assert mail.paragraph("*Autocar* <b> & co").html == "<em>Autocar</em> &lt;b&gt; &amp; co"
    assert mail.paragraph("*Autocar* <b>").text == "Autocar <b>"


def digest_parts(language, name):
    edition = replace(editions.current(language), address=ADDRESS + paths.prefix(language))
    return digest.parts(digest.read(edition, name), edition)


@pytest.mark.parametrize("language", paths.LANGUAGES)
def test_every_part_of_every_digest_keeps_the_rules(read, language):
    root = paths.prefix(language)
    assert set(digest.texts(editions.current(language))) == set(DIGESTS)
    for name in DIGESTS:
        page = read(f"{root}{digest.page_name(name)}/")
        assert read(f"{root}{name}/".removesuffix("index/")).xpath("//a[contains(@href,'digest/')]"), f"{name} links its digest"
        parts = digest_parts(language, name)
        assert list(parts) == ["short", "long", "picture", "all"]
        for kind_of_text, part in parts.items():
            assert breaches(part.html) == [], f"{language} {name} {kind_of_text}"
            assert len(part.html.encode()) <= 30_000
            assert [offered(page, f"{kind_of_text}-{kind}") for kind in ("html", "markdown", "text")] == [
                part.html,
                part.markdown,
                part.text,
            ]


def test_without_a_picture_there_is_no_piece(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "BUILD", tmp_path)
    assert mail.chart_part(editions.current().chart(THREE[0]), editions.current()) is None


@pytest.mark.browser
@pytest.mark.parametrize("images", [True, False], ids=["pictures", "no-pictures"])
def test_in_a_mail_client(site, read, context_with, images):
    """No scripts, no outside styles, 375 and 700 px: nothing sticks out, and every chart is told with its pictures blocked."""
    page = context_with(java_script_enabled=False).new_page()

    def answer(route):
        file = site / route.request.url.removeprefix(ADDRESS)
        if images and route.request.url.startswith(ADDRESS) and file.is_file():
            route.fulfill(body=file.read_bytes(), content_type="image/png")
        else:
            route.abort()

    page.route("**/*", answer)
    everything = [digest_parts(language, DIGESTS[-1])["all"].html for language in paths.LANGUAGES]
    page.set_content(
        "<p>Before</p>" + "".join([*(pasted(read, language, slug) for language, slug in PIECES), *everything]),
        wait_until="load",
    )
    for width in (700, 375):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        boxes = [picture.bounding_box() for picture in page.locator("img").all()]
        assert len(boxes) == len(PIECES) + len(everything)
        assert all(40 < box["width"] <= min(600, width) for box in boxes)
    for language, slug in PIECES:
        chart = editions.current(language).chart(slug)
        assert page.get_by_text(chart.text("takeaway")).first.is_visible()
        assert page.get_by_role("img", name=chart.text("alt")).first.is_visible()
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize(("where", "button"), [(f"charts/{THREE[-1]}/", "mail-html"), (f"{DIGESTS[-1]}/digest/", "all-html")])
def test_what_is_copied_is_pasted_with_its_paragraphs_links_and_picture(browse, where, button):
    """Through the clipboard of a real browser into an editor, which keeps of styles only what stands on the picture."""
    page = browse(where, permissions=["clipboard-read", "clipboard-write"])
    page.locator(f"[data-copy-html={button}]").click()
    page.locator(".copy-state", has_text="Copied").wait_for(state="attached")
    text = page.locator(f"#{button.replace('-html', '-text')}").input_value()
    assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == text
    paragraphs = page.locator(f"#{button}").input_value().count("<p")
    page.evaluate("document.body.innerHTML = '<div contenteditable></div>'")
    page.locator("[contenteditable]").focus()
    page.keyboard.press("Control+V")
    left = lxml.html.fromstring(page.locator("[contenteditable]").inner_html())
    assert len(left.xpath("//p")) == paragraphs >= 3
    picture, = left.xpath("//p/a/img")
    assert picture.get("width") == "600"
    assert picture.get("alt")
    assert {link.get("href") for link in left.iter("a")} == {f"{ADDRESS}{where.removesuffix('digest/')}"}
