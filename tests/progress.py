"""Says how far the tests are, a line a file, and at the end what time each file took: a pytest plugin.

A run on several processes prints dots in no order; a keeper who waits wants to know what runs, how much is left, and where
the time goes. Times are seconds of the tests themselves, so on two processes they add up to about twice the wall clock.
"""

import time
from collections import Counter, defaultdict

import pytest


class Progress:
    """Counts the tests of each file as they end. `total` is filled once the collection is known."""

    def __init__(self, config):
        self.config = config
        self.start = time.monotonic()
        self.waiting: Counter[str] = Counter()
        self.ended: Counter[str] = Counter()
        self.failed: Counter[str] = Counter()
        self.seconds: dict[str, float] = defaultdict(float)
        self.total = 0

    @property
    def terminal(self):
        return self.config.pluginmanager.getplugin("terminalreporter")

    def expect(self, ids: list[str]) -> None:
        if not self.total:
            self.waiting.update(name.partition("::")[0] for name in ids)
            self.total = len(ids)

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, ids):
        self.expect(ids)

    def pytest_collection_finish(self, session):
        self.expect([item.nodeid for item in session.items])

    def pytest_runtest_logreport(self, report):
        file = report.nodeid.partition("::")[0]
        self.seconds[file] += report.duration
        self.failed[file] += report.failed
        if report.when != "teardown":
            return
        self.ended[file] += 1
        if self.ended[file] == self.waiting[file]:
            done = sum(self.ended.values())
            word = f"{self.failed[file]} FAILED of {self.ended[file]}" if self.failed[file] else f"{self.ended[file]} passed"
            self.terminal.write_line(
                f"[{100 * done // max(self.total, 1):3d} %, {time.monotonic() - self.start:4.0f} s] {file}: {word}, "
                f"{self.seconds[file]:.1f} s"
            )
            self.terminal.flush()  # a pipe would keep the lines back

    def pytest_report_teststatus(self, report):
        """No dot for a test that passed: the line of its file says so."""
        return ("passed", "", "") if report.when == "call" and report.passed else None

    def pytest_terminal_summary(self):
        self.terminal.write_sep("=", "time by part (seconds of the tests; wall clock at the end)")
        for file, seconds in sorted(self.seconds.items(), key=lambda item: -item[1])[:15]:
            self.terminal.write_line(f"{seconds:7.1f} s  {self.ended[file]:5d} tests  {file}")
        rest = sorted(self.seconds.values())[:-15]
        self.terminal.write_line(f"{sum(rest):7.1f} s  in {len(rest)} other files")
        self.terminal.write_line(f"{time.monotonic() - self.start:7.1f} s  by the clock")


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Progress(config), "progress-by-file")
