"""The one MkDocs hook: stages the pages before a build, so that plain `mkdocs build` works too, and names the hashed assets.

MkDocs alone reads this file; everything it calls is plain Python that another host can call as well.
"""

from __future__ import annotations

from functools import cache, partial

from scripts import edition, paths
from scripts.assets import bundle, csp
from scripts.outputs import email_page, share
from scripts.problems import ProblemsFound, report
from scripts.site import stage


def on_config(config):
    language = config.theme["language"]
    ours = edition.current(language)
    stage.stage(ours, config.site_url)
    config.extra["assets"] = own = bundle.build()
    config.extra["style_from"] = cache(partial(bundle.placed, own["style"]))
    config.extra["csp"] = cache(lambda style: csp.policy([own["first"]], [style, *csp.INJECTED_STYLES]))
    config.extra["words"] = ours.say.word
    config.extra["words_in"] = {other: edition.current(other).say.word for other in paths.LANGUAGES}
    config.extra["edition"] = ours
    config.extra["sharing"] = partial(share.tags, ours)
    config.extra["digests"] = email_page.names(language)
    config.extra["languages"] = paths.LANGUAGES
    config.extra["root"] = config.site_url.removesuffix(f"{language}/")
    return config


def on_build_error(error):
    """Problems for people are printed as such; MkDocs would print a traceback."""
    if isinstance(error, ProblemsFound):
        raise SystemExit(report(error))
