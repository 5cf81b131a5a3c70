"""A Firefox of the system in front of the program, driven through Marionette, which is built into it.

Playwright drives only a Firefox of its own making, and geckodriver is in no package of Debian 12. Marionette is a socket
on which each message is its length, a colon and a list: [0, number, command, parameters], [1, number, error, result].
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag

from tests.browser.chromium import second
from tests.phone import Field, Page, Phone, Value, _fill, _found, _words, is_link

MISSING = "no Firefox on PATH (Debian: apt-get install firefox-esr)"
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
SECONDS = 30.0
SAVED_AT_ONCE = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/json",
    "application/zip",
)
# A proxy that is not there stands before every host but this machine: nothing outside can be reached.
SETTINGS: Mapping[str, Any] = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "marionette.port": 0,
    "browser.shell.checkDefaultBrowser": False,
    "browser.aboutwelcome.enabled": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "app.update.disabledForTesting": True,
    "browser.download.folderList": 2,
    "browser.download.alwaysOpenPanel": False,
    "browser.helperApps.neverAsk.saveToDisk": ",".join(SAVED_AT_ONCE),
}


class Refused(Exception):  # noqa: N818
    """Firefox would not do what it was asked; the message is its own."""


class Marionette:
    """One Firefox, asked one thing at a time."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), SECONDS)
        self._stream = self._socket.makefile("rb")
        self._number = 0
        self._received()
        self.ask("NewSession", capabilities={"alwaysMatch": {}})

    def ask(self, command: str, **parameters: Any) -> Any:
        """Return the result of a WebDriver command. Raises `Refused`."""
        self._number += 1
        sent = json.dumps([0, self._number, f"WebDriver:{command}", parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(sent), sent))
        _, number, error, result = self._received()
        assert number == self._number
        if error:
            raise Refused(f"{command}: {error['error']}: {error['message']}")
        return result.get("value") if isinstance(result, dict) else result

    def _received(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._stream.read(1)
        return json.loads(self._stream.read(int(length[:-1])))

    def find(self, selector: str) -> str:
        """Return the first part of the page that `selector` selects."""
        return str(self.ask("FindElement", using="css selector", value=selector)[ELEMENT])

    def close(self) -> None:
        self._stream.close()
        self._socket.close()


class FirefoxScreen(Phone):
    """A tab of Firefox: the same words as `tests.browser.screen.Screen`. Files come into `downloads`."""

    def __init__(self, tab: Marionette, address: str, downloads: Path) -> None:
        super().__init__(client=None)
        self.tab = tab
        self.home = address
        self.downloads = downloads

    def get(self, address: str = "/interview") -> Page:
        self.tab.ask("Navigate", url=address if address.startswith("http") else self.home + address)
        return self.look()

    def answer(self, answers: Mapping[str, Value] | Value, *, button: str | None = None) -> Page:
        if not isinstance(answers, Mapping):
            return super().answer(answers, button=button)
        for label, value in answers.items():
            self._type(self._one(self.page.fields, label), value)
        return self._send(self._button(button) if button else self._main_button())

    def follow(self, link: Any) -> Page:
        found = _found(self.page.soup.find_all(is_link), link, "link")
        if found.name == "button":
            return self._send(found)
        self._click(f'a[href="{self._href(link)}"]')
        return self.look()

    def download(self, link: Any) -> bytes:
        before = set(self.downloads.iterdir())
        self._click(f'a[href="{self._href(link)}"]')
        return self._arrived(before).read_bytes()

    def choose_file(self, selector: str, path: Path) -> None:
        """Choose a file for the box at `selector`."""
        self.tab.ask("ElementSendKeys", id=self.tab.find(selector), text=str(path))

    def typed(self, selector: str) -> str:
        """Return what stands in the box at `selector` now."""
        return str(self.tab.ask("GetElementProperty", id=self.tab.find(selector), name="value"))

    def write(self, selector: str, text: str) -> None:
        """Write `text` into the box at `selector`, in place of what stands there."""
        box = self.tab.find(selector)
        self.tab.ask("ElementClear", id=box)
        self.tab.ask("ElementSendKeys", id=box, text=text)

    def back(self) -> Page:
        """Press the browser's own Back."""
        self.tab.ask("Back")
        return self.look()

    def forward(self) -> Page:
        """Press the browser's own Forward."""
        self.tab.ask("Forward")
        return self.look()

    def look(self) -> Page:
        """Return the page that is on the screen now."""
        self.address = str(self.tab.ask("GetCurrentURL"))
        html = str(self.tab.ask("GetPageSource"))
        self.page = Page(200, html, BeautifulSoup(html, "html.parser"))
        return self.page

    def _arrived(self, before: set[Path]) -> Path:
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            new = [path for path in self.downloads.iterdir() if path not in before]
            if new and all(path.suffix != ".part" and path.stat().st_size for path in new):
                return new[0]
            time.sleep(0.1)
        raise AssertionError("no file came")

    def _href(self, link: Any) -> str:
        return str(_found(self.page.soup.find_all("a"), link, "link")["href"]).replace('"', '\\"')

    def _click(self, selector: str) -> None:
        self.tab.ask("ElementClick", id=self.tab.find(selector))

    def _send(self, pressed: Tag) -> Page:
        buttons = self.tab.ask("FindElements", using="css selector", value="button")
        number = [_words(one) for one in self.page.soup.find_all("button")].index(_words(pressed))
        self.tab.ask("ElementClick", id=buttons[number][ELEMENT])
        return self.look()

    def _type(self, one: Field, value: Value) -> None:
        """Fill in one field with the keyboard and the mouse, in the state that `Phone` would send."""
        _fill(one, value)
        for tag in one.inputs:
            place = f'[id="{tag["id"]}"]'
            if one.kind in ("radio", "checkboxes", "tick"):
                is_on = self.tab.ask("IsElementSelected", id=self.tab.find(place))
                if is_on != tag.has_attr("checked"):
                    self._click(f'label[for="{tag["id"]}"]')
            elif tag.name == "select":
                chosen = [option for option in tag.find_all("option") if option.has_attr("selected")]
                self._click(f'{place} option[value="{chosen[0]["value"]}"]')
            else:
                self.write(place, tag.get_text().removeprefix("\n") or str(tag.get("value", "")))


@contextmanager
def firefox(folder: Path, *, javascript: bool) -> Iterator[tuple[Marionette, Path]]:
    """Run a Firefox that has never been anywhere; yield it with the folder into which it saves files."""
    path = second()
    assert path is not None, MISSING
    profile, downloads = folder / "profile", folder / "downloads"
    for each in (profile, downloads):
        each.mkdir(parents=True)
    settings = {**SETTINGS, "javascript.enabled": javascript, "browser.download.dir": str(downloads)}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in settings.items()]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = [path, "--headless", "--no-remote", "--marionette", "--profile", str(profile)]
    quiet = subprocess.DEVNULL
    environment = {**os.environ, "HOME": str(folder), "MOZ_HEADLESS_WIDTH": "500"}
    process = subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet)
    try:
        tab = Marionette(_port(profile, process))
        yield tab, downloads
        tab.close()
    finally:
        process.terminate()
        process.wait(20)


def _port(profile: Path, process: subprocess.Popen[bytes]) -> int:
    """Wait until Firefox has written the port on which it listens, and return it."""
    told = profile / "MarionetteActivePort"
    until = time.monotonic() + SECONDS
    while time.monotonic() < until and process.poll() is None:
        if told.is_file() and told.read_text(encoding="utf-8").strip():
            return int(told.read_text(encoding="utf-8"))
        time.sleep(0.1)
    raise AssertionError("Firefox did not start")
