"""Breaks one thing at a time in a copy of an output folder: Scripts/check-open-data must find each.

reject_broken_files.py OUTPUT_FOLDER

The folder must pass as it is. What needs a tool that is not installed is named and passed over.
"""

import importlib.util
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "Scripts" / "check-open-data"


def replaced(file, pattern, replacement):
    """A break that replaces the first match of a pattern in a file."""

    def apply(folder):
        path = folder / file
        text = path.read_text(encoding="utf-8")
        changed, count = re.subn(pattern, replacement, text, count=1, flags=re.MULTILINE)
        assert count == 1 and changed != text, f"{file} has no {pattern}"
        path.write_text(changed, encoding="utf-8")

    return apply


def result(change):
    """A break of result.json."""

    def apply(folder):
        path = folder / "result.json"
        document = json.loads(path.read_text(encoding="utf-8"))
        change(document)
        path.write_text(json.dumps(document), encoding="utf-8")

    return apply


def repackaged(file, pattern, replacement):
    """A break of a table with its size and digest stated anew, so that the table itself must be found wrong."""

    def apply(folder):
        import hashlib

        replaced(f"data/{file}", pattern, replacement)(folder)
        content = (folder / "data" / file).read_bytes()
        path = folder / "data" / "datapackage.json"
        package = json.loads(path.read_text(encoding="utf-8"))
        for resource in package["resources"]:
            if resource["path"] == file:
                resource["bytes"], resource["hash"] = len(content), "sha256:" + hashlib.sha256(content).hexdigest()
        path.write_text(json.dumps(package), encoding="utf-8")

    return apply


BREAKS = [
    ("tables", "frictionless", "a digit of a score", replaced("data/scores.csv", r"\.(\d)", r".9\1")),
    ("tables", "frictionless", "a word for a number", repackaged("scores.csv", r"^(\d+,[^,]*,[^,]*),[\d.]+", r"\1,many")),
    ("tables", "frictionless", "a unit that is not listed", repackaged("scores.csv", r"^(\d+),[^,]*", r"\1,999999")),
    ("tables", "frictionless", "a state that there is not", repackaged("scores.csv", r",measured,", ",guessed,")),
    ("tables", "frictionless", "a row twice", repackaged("nodes.csv", r"^(total,.*)$", r"\1\n\1")),
    ("tables", "frictionless", "no period", repackaged("values.csv", r"^\d{4},", ",")),
    ("tables", "frictionless", "a file besides", lambda folder: (folder / "data" / "more.csv").write_text("a\n")),
    ("catalogue", "pyshacl", "no publisher", replaced("data/catalog.ttl", r"    dct:publisher [^;]*;\n", "")),
    ("catalogue", "pyshacl", "no title", replaced("data/catalog.ttl", r"dct:title [^;]*@zh ;\n    dct:title [^;]*;\n", "")),
    ("catalogue", "pyshacl", "no address of a file", replaced("data/catalog.ttl", r"    dcat:accessURL [^;]*;\n", "")),
    ("catalogue", "pyshacl", "another digest", replaced("data/catalog.ttl", r'(checksumValue ")[0-9a-f]{2}', r"\g<1>zz")),
    ("catalogue", "pyshacl", "another size", replaced("data/catalog.ttl", r'byteSize "\d', 'byteSize "9999')),
    ("catalogue", "pyshacl", "an open quotation mark", replaced("data/catalog.ttl", r'"@zh', "@zh")),
    ("catalogue", "pyshacl", "another title in one form", replaced("data/catalog.jsonld", r'("@value": "[^"]*)"', r'\1x"')),
    ("catalogue", "pyshacl", "an open brace", replaced("data/catalog.jsonld", r"\}\s*\Z", "")),
    ("tables", "frictionless", "a light that there is not", repackaged("scores.csv", r",,(measured|imputed),", r",pink,\1,")),
    ("tables", "frictionless", "an observation twice", repackaged("sdmx.csv", r"^(PUBLISHER.*)$", r"\1\n\1")),
    ("tables", "frictionless", "a code without a name", repackaged("codes.csv", r"^light,green,[^,]*", "light,green,")),
    ("sdmx", "pysdmx", "an unknown unit", replaced("data/sdmx.csv", r",A,[^,]*,", ",A,999999,")),
    ("sdmx", "pysdmx", "an unknown status", replaced("data/sdmx.csv", r",A,([A-Z]+)$", r",Z,\1")),
    ("sdmx", "pysdmx", "a value that is missing and has none of the states for it",
     replaced("data/sdmx.csv", r",[-\d.e]+,A,([A-Z]+)$", r",,A,\1")),
    ("sdmx", "pysdmx", "an observation twice", replaced("data/sdmx.csv", r"^(PUBLISHER.*)$", r"\1\n\1")),
    ("sdmx", "pysdmx", "a word that SDMX does not have", replaced("data/sdmx-structure.xml", "str:Dataflow ", "str:Flow ")),
    ("sdmx", "pysdmx", "a code without an id", replaced("data/sdmx-structure.xml", r'<str:Code id="[^"]*"', "<str:Code")),
    ("schema", "jsonschema", "a key besides", result(lambda d: d["ledger"].update(more=1))),
    ("schema", "jsonschema", "no manifest", result(lambda d: d.pop("manifest"))),
    ("schema", "jsonschema", "an unknown step", result(lambda d: d["ledger"]["entries"][0].update(step="guess"))),
    ("schema", "jsonschema", "a text for a number", result(lambda d: d["ledger"]["entries"][0]["values"].append("1"))),
    ("schema", "jsonschema", "a key besides, far within", result(lambda d: d["ledger"]["entries"][0]["detail"].update(x=1))),
    ("schema", "jsonschema", "a unit without a name", result(lambda d: d["ledger"]["units"][0].pop("name"))),
    ("parquet", "duckdb", "a word for a number", replaced("data/scores.csv", r"^(\d+,[^,]*,[^,]*),[\d.]+", r"\1,many")),
]


def main():
    whole = Path(sys.argv[1])
    run = subprocess.run([sys.executable, str(SCRIPT), str(whole)], capture_output=True, text=True)
    if run.returncode != 0:
        print(run.stdout + run.stderr)
        return 1
    missed = found = 0
    for check, module, what, change in BREAKS:
        if importlib.util.find_spec(module) is None:
            print(f"not tried, {module} is not installed: {check}: {what}")
            continue
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch) / "output"
            shutil.copytree(whole, folder)
            change(folder)
            run = subprocess.run([sys.executable, str(SCRIPT), str(folder), "--only", check], capture_output=True, text=True)
            if run.returncode == 1 and f"{check}: right" not in run.stdout and f"{check}:" in run.stdout:
                found += 1
            else:
                missed += 1
                print(f"not found: {check}: {what}")
    print(f"{found} broken folders found, {missed} not found")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
