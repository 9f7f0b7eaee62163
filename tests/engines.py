"""Firefox and WebKit for the tests, as Debian packages them. Both take WebDriver's commands: Firefox by Marionette, WebKit by its driver.

Playwright drives only builds of its own, and Mozilla's package for Marionette is no longer supported: the few commands
that we need are here.
"""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests import pages_server

_MINIBROWSER = "/usr/lib/*-linux-gnu/webkit2gtk-4.*/MiniBrowser"
_QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
NAMES = ("Firefox", "WebKit")


class Refused(Exception):
    """What the browser answers to a command that it cannot do, or that failed in the page."""


class Engine:
    """A browser with one window. Scripts run in the page, and may wait for what they return."""

    def command(self, name: str, method: str, path: str, **arguments: Any) -> Any:
        """One command: its name for Marionette; for WebKit's driver its method and the end of its address."""
        raise NotImplementedError

    def size(self, width: int, height: int) -> None:
        self.command("SetWindowRect", "POST", "window/rect", width=width, height=height)

    def open(self, address: str) -> None:
        self.command("Navigate", "POST", "url", url=address)

    def back(self) -> None:
        self.command("Back", "POST", "back")

    def run(self, script: str, *arguments: Any) -> Any:
        """What the body of an async function returns, given `arguments`."""
        waiting = (
            "const done = arguments[arguments.length - 1]; "
            f"(async (...args) => {{{script}}})(...arguments)"
            ".then((value) => done([value]), (wrong) => done([null, String(wrong)]))"
        )
        value, *wrong = self.command("ExecuteAsyncScript", "POST", "execute/async", script=waiting, args=list(arguments))
        if wrong:
            raise Refused(wrong[0])
        return value

    def enter(self, number: int | None) -> None:
        """Run what follows in the frame of this number, or in the page itself."""
        self.command("SwitchToFrame", "POST", "frame", id=number)


class Firefox(Engine):
    def __init__(self, profile: Path):
        (profile / "user.js").write_text('user_pref("marionette.port", 0);\n')
        program = shutil.which("firefox-esr") or shutil.which("firefox")
        command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
        self.process = subprocess.Popen(command, env=os.environ | {"HOME": str(profile)}, **_QUIET)
        self.stream = socket.create_connection(("127.0.0.1", int(_wait_for(profile / "MarionetteActivePort")))).makefile("rwb")
        self.number = 0
        self._read()
        self.command("NewSession", "", "", capabilities={})
        self.command("SetTimeouts", "", "", script=60_000)

    def command(self, name, method, path, **arguments):
        self.number += 1
        message = json.dumps([0, self.number, f"WebDriver:{name}", arguments]).encode()
        self.stream.write(b"%d:%s" % (len(message), message))
        self.stream.flush()
        _, _, wrong, result = self._read()
        if wrong:
            raise Refused(wrong["message"])
        return result.get("value") if isinstance(result, dict) else result

    def _read(self) -> Any:
        length = b""
        while (digit := self.stream.read(1)) != b":":
            length += digit
        return json.loads(self.stream.read(int(length)))

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(20)


class WebKit(Engine):
    def __init__(self, folder: Path):
        screen, port = _free_screen(), pages_server.free_port()
        self.processes = [subprocess.Popen(["Xvfb", f":{screen}", "-screen", "0", "1900x1000x24"], **_QUIET)]
        _wait_for(Path(f"/tmp/.X11-unix/X{screen}"), reading=False)
        environment = os.environ | {"DISPLAY": f":{screen}", "HOME": str(folder)}
        self.processes.append(subprocess.Popen(["WebKitWebDriver", f"--port={port}"], env=environment, **_QUIET))
        self.address = f"http://127.0.0.1:{port}/session"
        browser = {"binary": str(next(Path("/").glob(_MINIBROWSER[1:]))), "args": ["--automation"]}
        asked = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": browser, "timeouts": {"script": 60_000}}}}
        _wait_until(lambda: self._ask("GET", self.address.replace("session", "status")))
        self.address += "/" + self._ask("POST", self.address, asked)["sessionId"]

    def command(self, name, method, path, **arguments):
        return self._ask(method, f"{self.address}/{path}", arguments)

    @staticmethod
    def _ask(method: str, address: str, given: Any = None) -> Any:
        body = None if method in ("GET", "DELETE") else json.dumps(given or {}).encode()
        try:
            with urllib.request.urlopen(urllib.request.Request(address, body, method=method), timeout=90) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as wrong:
            raise Refused(json.load(wrong)["value"]["message"]) from None

    def close(self) -> None:
        with contextlib.suppress(Exception):
            self._ask("DELETE", self.address)
        for process in reversed(self.processes):
            process.terminate()
            process.wait(20)


def missing(name: str) -> str:
    """What this machine lacks for an engine; empty where it has all."""
    if name == "Firefox":
        return "" if shutil.which("firefox-esr") or shutil.which("firefox") else "there is no Firefox"
    lacks = [program for program in ("WebKitWebDriver", "Xvfb") if not shutil.which(program)]
    return ", ".join(f"there is no {program}" for program in lacks)


@contextlib.contextmanager
def running(name: str, folder: Path) -> Iterator[Engine]:
    """An engine, with an empty profile in `folder`."""
    engine = {"Firefox": Firefox, "WebKit": WebKit}[name](folder)
    try:
        engine.size(1900, 1000)
        yield engine
    finally:
        engine.close()


def _wait_until(asked, seconds: float = 60) -> Any:
    until = time.monotonic() + seconds
    while True:
        try:
            return asked()
        except (OSError, ValueError):
            if time.monotonic() > until:
                raise
        time.sleep(0.1)


def _wait_for(file: Path, *, reading: bool = True) -> str:
    return _wait_until(lambda: str(int(file.read_text())) if reading else str(file.stat().st_mode))


def _free_screen() -> int:
    return next(number for number in range(90, 400) if not Path(f"/tmp/.X11-unix/X{number}").exists())
