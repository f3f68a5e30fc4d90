"""Validates messages of the process contract: check_contract.py SCHEMAS ARTICLE CONVERSATION...

A conversation is a file of requests and answers in turn. The requests are put to care_plugin.py too, whose columns and
scores must be those of the conversation to the last bit. Every ```json block of the article is a message, or with
```json NAME a value of that definition; its ```r block is a plug-in, which is run on the article's own requests where R is
installed with jsonlite.
"""
from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from typing import Any, Dict, List

import jsonschema

import care_plugin
import assessment_plugin as kit

REQUESTS = ("hello", "panel", "measure", "evaluate", "goodbye")


class Schemas:
    """The schemas of a folder; the definitions that they share are read into each."""

    def __init__(self, folder: str) -> None:
        def read(name: str) -> Any:
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                return json.loads(file.read().replace("definitions.schema.json#", "#"))

        self.definitions: Dict[str, Any] = read("definitions.schema.json")["definitions"]
        self.messages = {name[:-len(".schema.json")]: read(name) for name in sorted(os.listdir(folder))
                         if not name.startswith("definitions")}
        for schema in [*self.messages.values(), {"definitions": self.definitions}]:
            jsonschema.Draft7Validator.check_schema(schema)

    def findings(self, value: Any, schema: Dict[str, Any]) -> List[str]:
        validator = jsonschema.Draft7Validator({**schema, "definitions": self.definitions})
        return [f"{'.'.join(map(str, error.absolute_path))}: {error.message[:300]}"
                for error in validator.iter_errors(value)]

    def of_message(self, message: Dict[str, Any], direction: str) -> List[str]:
        name = f"{message['message']}.{direction}"
        return self.findings(message, self.messages[name]) if name in self.messages else [f"there is no message {name}"]

    def of_definition(self, value: Any, name: str) -> List[str]:
        return self.findings(value, {"$ref": f"#/definitions/{name}"})


def spelt(message: Dict[str, Any]) -> str:
    """An answer so that two of them can be compared: 0 and -0 differ, and so do 1 and 1.0 not."""
    return json.dumps(json.loads(json.dumps(message), parse_int=float), sort_keys=True, ensure_ascii=False)


def check_conversation(schemas: Schemas, path: str) -> List[str]:
    with open(path, "rb") as file:
        lines = file.read().splitlines()
    service, findings = kit.Service(care_plugin.plugin), []
    for number, (asked, answered) in enumerate(zip(lines[::2], lines[1::2]), 1):
        own = service.answer(asked)[0]
        for side, direction, line in [("workbench", "request", asked), ("Swift", "answer", answered),
                                      ("Python", "answer", own)]:
            findings += [f"request {number}, {side}: {finding}"
                         for finding in schemas.of_message(json.loads(line), direction)]
        if b'"message":"hello"' not in asked and spelt(json.loads(own)) != spelt(json.loads(answered)):
            findings.append(f"request {number}: Python and Swift differ\n  {own.decode()}\n  {answered.decode()}")
    return findings


def check_article(schemas: Schemas, path: str) -> List[str]:
    with open(path, encoding="utf-8") as file:
        text = file.read()
    findings: List[str] = []
    requests: List[Any] = []
    answers: List[Any] = []
    for name, block in re.findall(r"^```json ?(\w*)\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        value = json.loads(block)
        if name:
            findings += [f"{name}, {block[:60]!r}: {finding}" for finding in schemas.of_definition(value, name)]
            continue
        # Where both sides have a message of one name, that of the workbench stands first.
        is_request = value["message"] in REQUESTS and value["message"] not in [one["message"] for one in requests[-1:]] \
            or value["message"] == "measure"
        (requests if is_request else answers).append(value)
        direction = "request" if is_request else "answer"
        findings += [f"{block[:60]!r}: {finding}" for finding in schemas.of_message(value, direction)]
    shown = {f"{one['message']}.request" for one in requests} | {f"{one['message']}.answer" for one in answers}
    findings += [f"no example of {name}" for name in schemas.messages if name not in shown]
    for block in re.findall(r"^```r\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        findings += check_r(schemas, block, requests, answers)
    return [f"{path}: {finding}" for finding in findings]


def check_r(schemas: Schemas, script: str, requests: List[Any], answers: List[Any]) -> List[str]:
    """The answers of a plug-in in R to the article's requests up to the first column, which must be the article's."""
    probe = ["Rscript", "-e", "library(jsonlite)"]
    if not shutil.which("Rscript") or subprocess.run(probe, capture_output=True).returncode:
        print("passed over: the plug-in in R, for want of R with jsonlite")
        return []
    measure = next(place for place, request in enumerate(requests) if request["message"] == "measure")
    asked = [*requests[:measure + 1], requests[-1]]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "plugin.R")
        with open(path, "w", encoding="utf-8") as file:
            file.write(script)
        result = subprocess.run(
            ["Rscript", path], input="".join(json.dumps(one, ensure_ascii=False) + "\n" for one in asked).encode("utf-8"),
            capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    lines = [json.loads(line) for line in result.stdout.decode("utf-8").splitlines()]
    findings = [] if result.returncode == 0 and len(lines) == len(asked) else [result.stderr.decode("utf-8")[-1000:]]
    findings += [finding for line in lines for finding in schemas.of_message(line, "answer")]
    columns = [{key: answer["column"][key] for key in ("values", "absent")} for answer in [
        *[line for line in lines if line["message"] == "measured"],
        next(answer for answer in answers if answer["message"] == "measured")]]
    if columns[0] != columns[-1]:
        findings.append(f"another column: {columns}")
    return [f"the plug-in in R: {finding}" for finding in findings]


def main(folder: str, article: str, *conversations: str) -> int:
    schemas = Schemas(folder)
    findings = check_article(schemas, article)
    for conversation in conversations:
        findings += check_conversation(schemas, conversation)
    print("\n".join(findings + [f"{len(conversations)} conversations and the article: {len(findings)} findings"]))
    return 1 if findings or not conversations else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
