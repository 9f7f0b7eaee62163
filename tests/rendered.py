"""Markdown as the extension renders it under plain Python-Markdown."""

import lxml.html
import markdown


def html(text, language="en", **options):
    settings = {"scripts.markup.extension": {"language": language, **options}}
    return markdown.markdown(text, extensions=["attr_list", "scripts.markup.extension"], extension_configs=settings)


def tree(text, language="en", **options):
    return lxml.html.fragment_fromstring(html(text, language, **options), create_parent="div")


def only(elements):
    assert len(elements) == 1, elements
    return elements[0]
