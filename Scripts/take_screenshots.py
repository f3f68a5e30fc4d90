"""Takes the pictures of the documentation from two written sites, in Chromium, each by its name.

Usage: take_screenshots.py CITIES REVIEW OUTPUT, the sites of Examples/anhui-2020 and Examples/full-review.
"""

import base64
import pathlib
import sys

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

# Name, site (0 cities, 1 review), page, width, height and scheme.
PICTURES = [
    ("start-page", 1, "index.html", 1280, 1400, "light"),
    ("start-page-dark", 1, "index.html", 1280, 1100, "dark"),
    ("start-page-cities", 0, "en/index.html", 1280, 1400, "light"),
    ("scorecard", 1, "units/340200.html", 1280, 1500, "light"),
    ("scorecard-english", 0, "en/units/340700.html", 1280, 1500, "light"),
    ("scorecard-phone", 1, "units/340200.html", 390, 1200, "light"),
    ("robustness", 0, "robustness.html", 1280, 1650, "light"),
]


def main(sites, output):
    options = Options()
    options.binary_location = "/usr/bin/chromium"
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]:
        options.add_argument(argument)
    browser = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    try:
        for name, site, page, width, height, scheme in PICTURES:
            browser.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride",
                {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500})
            browser.execute_cdp_cmd(
                "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
            browser.get((sites[site] / page).resolve().as_uri())
            clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
            taken = browser.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip})
            (output / f"{name}.png").write_bytes(base64.b64decode(taken["data"]))
    finally:
        browser.quit()


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main([pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])], pathlib.Path(sys.argv[3]))
