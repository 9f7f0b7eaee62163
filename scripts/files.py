"""Writes files atomically; formats JSON and CSV."""

import csv
import io
import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path


def write(path: Path, content: bytes) -> bool:
    """Write a file atomically, and only if it changes (so live reload does not loop). True if it changed."""
    if path.exists() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    unfinished.write_bytes(content)
    unfinished.replace(path)
    return True


def plain_json(value: object) -> bytes:
    """JSON for files that people and programs read: stable order, UTF-8, a newline at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV: quotes only where they are needed, LF."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
