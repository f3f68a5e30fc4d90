"""Opens a written site in Chromium from its files, as a reader would: sorts, filters, searches, compares, unfolds, prints,
and checks every kind of page for what the Web Content Accessibility Guidelines ask of it.

Usage: site_test.py FOLDER, the folder that `assess run` wrote, in Chinese and English.
"""

import base64
import pathlib
import sys
import unittest

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

CHECKS = pathlib.Path(__file__).with_name("accessibility.js").read_text(encoding="utf-8")
FOLDER = pathlib.Path()
LANGUAGES = {"": "zh-CN", "en/": "en"}


def kinds(prefix):
    """One page of each kind, by its path in the folder."""
    base = FOLDER / prefix
    pages = sorted(path.name for path in base.glob("*.html"))
    for folder in ["units", "indicators", "pillars"]:
        pages += [f"{folder}/{path.name}" for path in sorted((base / folder).glob("*.html"))[:1]]
    return [prefix + page for page in pages]


class SiteTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900"]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        cls.browser = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))

    @classmethod
    def tearDownClass(cls):
        cls.browser.quit()

    def setUp(self):
        self.width(1280)
        self.media("light")
        self.browser.get_log("browser")

    def tearDown(self):
        errors = [entry["message"] for entry in self.browser.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]
        self.assertEqual(errors, [], "the console is quiet")

    def width(self, pixels):
        self.browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": pixels, "height": 900, "deviceScaleFactor": 1, "mobile": pixels < 500})

    def media(self, scheme):
        self.browser.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def open(self, path, place=""):
        self.browser.get("about:blank")
        self.browser.get((FOLDER / path).as_uri() + place)

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def test_accessibility(self):
        for prefix, language in LANGUAGES.items():
            for path in kinds(prefix):
                for width in [1280, 390]:
                    for scheme in ["light", "dark"]:
                        with self.subTest(path=path, width=width, scheme=scheme):
                            self.width(width)
                            self.media(scheme)
                            self.open(path)
                            self.browser.execute_script("for (const d of document.querySelectorAll('details')) d.open = true")
                            problems = self.browser.execute_script(CHECKS + "\nreturn check(arguments[0]);", language)
                            self.assertEqual(problems, [])

    def test_english_quotation_marks_are_not_from_a_chinese_font(self):
        unit = kinds("en/")[-3]
        for path in ["en/index.html", unit]:
            self.open(path)
            self.browser.execute_cdp_cmd("DOM.enable", {})
            self.browser.execute_cdp_cmd("CSS.enable", {})
            root = self.browser.execute_cdp_cmd("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
            found = self.browser.execute_script(
                "let n = 0; for (const e of document.querySelectorAll('main p, main li, h1')) {"
                " if (!/[\\u2E80-\\u9FFF\\u3000-\\u30FF\\uFF00-\\uFFEF]/.test(e.textContent) && !e.querySelector('span')) {"
                " e.setAttribute('data-probe', n += 1); } } return n;")
            self.assertGreater(found, 0)
            nodes = self.browser.execute_cdp_cmd("DOM.querySelectorAll", {"nodeId": root, "selector": "[data-probe]"})
            for node in nodes["nodeIds"][:40]:
                fonts = self.browser.execute_cdp_cmd("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
                self.assertEqual([font["familyName"] for font in fonts if "CJK" in font["familyName"]], [], path)

    def test_map(self):
        for prefix in LANGUAGES:
            self.open(prefix + "index.html")
            tiles = self.all("#chart-map a:not([tabindex])")
            if not tiles:
                self.skipTest("the units have no places on a map")
            self.assertGreater(len(tiles), 1)
            # The property of a link in a drawing is no text.
            paths = self.browser.execute_script(
                "return Array.from(document.querySelectorAll('#chart-map a')).map(a => a.getAttribute('href'))")
            for path in paths:
                self.assertTrue((FOLDER / prefix / path).is_file(), path)
            name = self.browser.execute_script("return arguments[0].querySelector('title').textContent", tiles[0])
            tiles[0].find_element(By.TAG_NAME, "rect").click()
            self.assertIn("/units/", self.browser.current_url)
            self.assertTrue(name.startswith(self.one("h1").text), name)

    def test_sorting(self):
        for prefix in LANGUAGES:
            self.open(prefix + "index.html")
            table = self.one("table.sortable")
            heads = table.find_elements(By.CSS_SELECTOR, "thead th")
            total = [h for h in heads if h.text.strip().split()[0] in ("总分", "Total")][0]
            place = self.browser.execute_script("return arguments[0].cellIndex", total)

            def column():
                cells = self.browser.execute_script(
                    "return Array.from(arguments[0].tBodies[0].rows).filter(r => !r.classList.contains('unranked'))"
                    ".map(r => r.cells[arguments[1]].textContent)", table, place)
                return [float(cell) for cell in cells if cell != "—"]

            total.find_element(By.TAG_NAME, "button").click()
            self.assertEqual(total.get_attribute("aria-sort"), "descending")
            self.assertEqual(column(), sorted(column(), reverse=True))
            total.find_element(By.TAG_NAME, "button").send_keys(Keys.ENTER)
            self.assertEqual(total.get_attribute("aria-sort"), "ascending")
            self.assertEqual(column(), sorted(column()))
            unit = [h for h in heads if h.text.strip().split()[0] in ("单位", "Unit")][0]
            unit.find_element(By.TAG_NAME, "button").click()
            self.assertIsNone(total.get_attribute("aria-sort"))
            self.assertEqual(unit.get_attribute("aria-sort"), "ascending")

    def test_filtering(self):
        self.open("compare.html")
        rows = self.all("#all-scores tbody tr")
        name = rows[2].find_element(By.TAG_NAME, "th").text
        field = self.one("input[type=search]")
        field.send_keys(name)
        shown = [row for row in rows if row.is_displayed()]
        self.assertTrue(0 < len(shown) < len(rows))
        self.assertTrue(all(name in row.text for row in shown))
        self.assertIn(str(len(rows)), self.one("output").text)
        field.clear()
        field.send_keys("no such unit")
        self.assertEqual([row for row in rows if row.is_displayed()], [])

    def test_searching(self):
        for prefix in LANGUAGES:
            self.open(prefix + "search.html")
            entry = self.all("#searched li a")[1]
            name = entry.text
            field = self.browser.switch_to.active_element
            self.assertEqual(field.get_attribute("type"), "search")
            field.send_keys(name)
            shown = [a for a in self.all("#searched li a") if a.is_displayed()]
            self.assertTrue(shown and all(name.lower() in a.text.lower() for a in shown))
            shown[0].click()
            self.assertIn(name, self.one("h1").text)

    def test_comparing(self):
        for prefix in LANGUAGES:
            self.open(prefix + "compare.html")
            boxes = self.all("fieldset select")
            self.assertEqual(len(boxes), 4)
            for number, box in enumerate(boxes):
                Select(box).select_by_index(number + 1)
                tables = self.all("fieldset + .scroll table")
                self.assertEqual(len(tables), 1 if number > 0 else 0)
                if tables:
                    self.assertEqual(len(tables[0].find_elements(By.CSS_SELECTOR, "thead th")), number + 2)
            first = self.all("#all-scores tbody tr")[0]
            total = first.find_element(By.CSS_SELECTOR, "td.total").text
            self.assertIn(total, self.one("fieldset + .scroll table").text)
        code = self.all("#all-scores tbody tr")[1].get_attribute("id")
        self.open("compare.html", "#" + code)
        self.assertEqual(len(self.all("fieldset + .scroll thead th")), 3)

    def test_unfolding(self):
        for path in [kinds("")[-3], kinds("en/")[-3]]:
            self.open(path)
            details = self.one(".workings details")
            summary = details.find_element(By.TAG_NAME, "summary")
            summary.send_keys(Keys.ENTER)
            self.assertTrue(details.get_attribute("open"))
            self.assertTrue(details.find_element(By.CSS_SELECTOR, ".steps li").is_displayed())
            # A link to workings opens them.
            link = [a for a in self.all(".indicators a[href^='#how-']")][0]
            link.click()
            place = self.browser.execute_script("return document.querySelector(':target').closest('details').open")
            self.assertTrue(place)
            self.assertTrue(self.all(".workings details[open] .cells dd"))
            self.one("button.tool").click()
            self.assertTrue(all(d.get_attribute("open") for d in self.all(".workings details")))

    def test_printing(self):
        for path in ["index.html", kinds("")[-3], "en/index.html", kinds("en/")[-3]]:
            self.open(path)
            pdf = base64.b64decode(
                self.browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"])
            self.assertTrue(pdf.startswith(b"%PDF"))
            self.assertGreater(len(pdf), 20_000)

    def test_without_script(self):
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        try:
            for prefix in LANGUAGES:
                self.open(prefix + "compare.html")
                self.assertEqual(self.all("button, input, select"), [])
                self.assertTrue(self.one("#all-scores tbody th a").is_displayed())
        finally:
            self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


if __name__ == "__main__":
    FOLDER = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main(verbosity=1)
