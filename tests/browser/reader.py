"""A person at the browser: looks, clicks, presses keys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

if TYPE_CHECKING:
    from collections.abc import Callable

    from selenium.webdriver.chrome.webdriver import WebDriver
    from selenium.webdriver.remote.webelement import WebElement

DESK = (1400, 900)
PHONE = (360, 740)
ZOOMED = (700, 450)
NARROWEST = (320, 640)
"""Width and height in CSS pixels: a desk's window, a phone, that window at 200 % zoom, and the least to be fit for."""


class Reader:
    """Drives one browser, and knows what the pages asked for and complained of."""

    def __init__(self, driver: WebDriver) -> None:
        """Take the browser."""
        self.driver = driver

    def begin(self) -> None:
        """Forget what was logged, and sit at a desk in the light."""
        self.complaints()
        self.requests_elsewhere()
        self.sit_at(DESK)
        self.prefer()

    def sit_at(self, size: tuple[int, int]) -> None:
        """Give the window a size in CSS pixels."""
        metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def prefer(self, scheme: str = "light", motion: str = "reduce") -> None:
        """Set what the system prefers."""
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": motion},
        ]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def open(self, address: str) -> None:
        """Open a page anew, even where only what stands behind the # differs."""
        self.driver.get("about:blank")
        self.driver.get(address)

    def forget(self) -> None:
        """Forget what the pages stored."""
        self.run("localStorage.clear(); sessionStorage.clear()")

    def run(self, script: str, *arguments: object) -> Any:  # noqa: ANN401 - whatever a script returns
        """Run a script in the page and return its value."""
        return self.driver.execute_script(script, *arguments)

    def all(self, selector: str) -> list[WebElement]:
        """Return the elements that are shown."""
        script = "return [...document.querySelectorAll(arguments[0])].filter(one => one.checkVisibility())"
        found: list[WebElement] = self.run(script, selector)
        return found

    def see(self, selector: str) -> str:
        """Return the text of the first element that is shown."""
        return self.all(selector)[0].text

    def texts(self, selector: str) -> list[str]:
        """Return the text of each element, shown or scrolled away."""
        found: list[str] = self.run(
            "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)", selector
        )
        return found

    def click(self, selector: str, text: str = "") -> None:
        """Click the first element shown whose text begins so."""
        element = next(one for one in self.all(selector) if one.text.startswith(text))
        self.run("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def choose(self, selector: str, beginning: str) -> None:
        """Choose the option of a list that begins so."""
        choice = Select(self.driver.find_element(By.CSS_SELECTOR, selector))
        choice.select_by_visible_text(next(one.text for one in choice.options if one.text.startswith(beginning)))

    def press(self, *keys: str) -> None:
        """Press keys, whatever has the focus."""
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def wait(self, condition: Callable[[Reader], object]) -> None:
        """Wait until something holds."""
        WebDriverWait(self.driver, 10).until(lambda _: condition(self))

    @property
    def title(self) -> str:
        """The name of the document that is shown."""
        return self.see("#name").rpartition("/")[2]

    def complaints(self) -> list[str]:
        """Return what was written to the console since the last time: errors, and what a policy stopped."""
        return [entry["message"] for entry in self._log("browser")]

    def requests_elsewhere(self) -> list[str]:
        """Return the addresses asked for since the last time that are no files and no data."""
        messages = [json.loads(entry["message"])["message"] for entry in self._log("performance")]
        asked = [one["params"]["request"]["url"] for one in messages if one["method"] == "Network.requestWillBeSent"]
        return [url for url in asked if not url.startswith(("file:", "about:"))]

    def _log(self, kind: str) -> list[dict[str, str]]:
        entries: list[dict[str, str]] = self.driver.get_log(kind)  # type: ignore[no-untyped-call]
        return entries
