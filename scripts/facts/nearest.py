"""The nearest names to one that does not exist: what a person most likely meant."""

import difflib
from collections.abc import Iterable


def hint(name: str, names: Iterable[str]) -> str:
    """The end of a message on a name that does not exist: `, nearest: a, b, c`, or nothing where none is near."""
    near = difflib.get_close_matches(name, list(names), n=3, cutoff=0.5)
    return f", nearest: {', '.join(near)}" if near else ""


def not_among(name: str, what: str, names: Iterable[str]) -> str:
    """The message for a name that is none of a few: `'scop' is not a column of sales; expected: year, scope, nearest: scope`."""
    names = list(names)
    return f"{name!r} is not {what}; expected: {', '.join(names)}{hint(name, names)}"


def unknown(key: str, keys: Iterable[str]) -> str:
    """The message for a key that does not exist, with the nearest ones."""
    return f"{key!r} is not a key; " + (hint(key, keys).removeprefix(", ") or "see the key column of data/*.csv")
