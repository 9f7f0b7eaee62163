"""The Content Security Policy that every page carries in its head, since Pages lets us set no headers.

A browser then runs only scripts of this site's own files, and the inline ones that a hash names. Data blocks
(`<script type="application/ld+json">`) are never run, so the policy does not concern them.
"""

import base64
import hashlib
from collections.abc import Iterable

_RULES = {
    "default-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
}

INJECTED_STYLES = ("",)
"""What the chart library puts into `<style>` elements when a reader asks for an interactive chart: an empty text, whose
rules it then adds through the style sheet's own interface. Its hash is all that `style-src` needs beside our file."""


def policy(scripts: Iterable[str] = (), styles: Iterable[str] = INJECTED_STYLES) -> str:
    """The policy as text, for inline scripts and styles of exactly these contents."""
    rules = _RULES | {
        "script-src": " ".join(["'self'", *map(hash_of, scripts)]),
        "style-src": " ".join(["'self'", *map(hash_of, styles)]),
    }
    return "; ".join(f"{name} {value}" for name, value in sorted(rules.items()))


def hash_of(text: str) -> str:
    """The hash source of an inline script or style, from its exact text between the tags."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
