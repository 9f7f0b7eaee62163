"""Of this story: what is pasted into e-mails: charts' pieces and digests, against the rules of mail clients and in one."""

from __future__ import annotations

from scripts import paths
from scripts.outputs import mail
from tests import editions


def test_without_a_picture_there_is_no_piece(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "BUILD", tmp_path)
    assert mail.chart_part(editions.current("en").chart("us-plan"), editions.current("en")) is None
