internal import AssessmentCore

/// The JSON Schema (draft 2020-12) of `result.json`: every key that it may have, and none besides.
enum ResultSchema {
    /// The schema.
    static var text: String {
        """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "result.json",
          "description": "The manifest, the ledger, the statistics and the ratings of a finished assessment.",
          "type": "object",
          "required": ["manifest", "ledger"],
          "additionalProperties": false,
          "properties": {
            "manifest": { "$ref": "#/$defs/manifest" },
            "ledger": { "$ref": "#/$defs/ledger" },
            "statistics": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/statistics" } },
            "ratings": { "$ref": "#/$defs/ratings" }
          },
          "$defs": {
        \([values, manifest, ledger, entry, detail, tasks, checks, robustness, statistics, ratings].joined(separator: ",\n"))
          }
        }

        """
    }

    /// The words of a list of cases, as JSON.
    static func words(_ words: [String]) -> String {
        "[" + words.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    }

    private static let values = """
            "text": {
              "description": "A text in Chinese and in English.",
              "type": "object",
              "required": ["zh", "en"],
              "additionalProperties": false,
              "properties": { "zh": { "type": "string" }, "en": { "type": "string" } }
            },
            "number": { "description": "A number, or null where there is none.", "type": ["number", "null"] },
            "numbers": { "type": "array", "items": { "$ref": "#/$defs/number" } },
            "texts": { "type": "array", "items": { "$ref": "#/$defs/text" } },
            "strings": { "type": "array", "items": { "type": "string" } },
            "count": { "type": "integer", "minimum": 0 },
            "counts": { "type": "array", "items": { "$ref": "#/$defs/count" } },
            "place": { "description": "A row of a file, or a position, from 1.", "type": "integer", "minimum": 1 },
            "period": { "description": "A year.", "type": "string", "pattern": "^[1-9][0-9]{0,3}$" },
            "date": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
            "digest": { "description": "A SHA-256.", "type": "string", "pattern": "^[0-9a-f]*$" },
            "rowKey": { "description": "A row of the panel, from 0.", "pattern": "^(0|[1-9][0-9]*)$" }
        """

    private static let manifest = """
            "manifest": {
              "description": "What was read, by what it was computed and what came out.",
              "type": "object",
              "required": ["workbench", "platform", "plugins", "inputs", "results"],
              "additionalProperties": false,
              "properties": {
                "workbench": { "type": "string" },
                "platform": { "type": "string" },
                "plugins": { "type": "object", "additionalProperties": { "type": "string" } },
                "processes": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["plugin", "command", "sha256", "isolation"],
                    "additionalProperties": false,
                    "properties": {
                      "plugin": { "type": "string" },
                      "command": { "$ref": "#/$defs/strings" },
                      "sha256": { "$ref": "#/$defs/digest" },
                      "isolation": { "type": "string" }
                    }
                  }
                },
                "queries": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["file", "result", "engine", "version", "parameters", "rows", "sha256"],
                    "additionalProperties": false,
                    "properties": {
                      "file": { "type": "string" },
                      "result": { "type": "string" },
                      "engine": { "type": "string" },
                      "version": { "type": "string" },
                      "parameters": { "type": "object", "additionalProperties": { "type": "string" } },
                      "rows": { "$ref": "#/$defs/count" },
                      "sha256": { "$ref": "#/$defs/digest" }
                    }
                  }
                },
                "collections": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["folder", "revision"],
                    "additionalProperties": false,
                    "properties": { "folder": { "type": "string" }, "revision": { "$ref": "#/$defs/place" } }
                  }
                },
                "inputs": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["file", "sha256"],
                    "additionalProperties": false,
                    "properties": { "file": { "type": "string" }, "sha256": { "$ref": "#/$defs/digest" } }
                  }
                },
                "results": { "$ref": "#/$defs/digest" }
              }
            }
        """

    private static var ledger: String {
        """
            "ledger": {
              "type": "object",
              "required": ["assessment", "kind", "title", "basis", "period", "periods", "units", "nodes", "entries"],
              "additionalProperties": false,
              "properties": {
                "assessment": { "type": "string", "minLength": 1 },
                "kind": { "enum": \(words(Specification.Kind.allCases.map(\.rawValue))) },
                "title": { "$ref": "#/$defs/text" },
                "basis": { "type": "string" },
                "notice": { "$ref": "#/$defs/text" },
                "period": { "$ref": "#/$defs/period" },
                "periods": {
                  "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/$defs/period" }
                },
                "units": { "type": "array", "items": { "$ref": "#/$defs/unit" } },
                "nodes": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/node" } },
                "decisions": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/decision" } },
                "tasks": { "$ref": "#/$defs/tasks" },
                "checks": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/checkFinding" } },
                "robustness": { "$ref": "#/$defs/robustness" },
                "entries": { "type": "array", "items": { "$ref": "#/$defs/entry" } }
              }
            },
            "unit": {
              "type": "object",
              "required": ["code", "name", "level", "group"],
              "additionalProperties": false,
              "properties": {
                "code": { "type": "string", "minLength": 1 },
                "name": { "$ref": "#/$defs/text" },
                "level": { "type": "string" },
                "group": { "type": "string" }
              }
            },
            "node": {
              "type": "object",
              "required": ["id", "name"],
              "additionalProperties": false,
              "properties": {
                "id": { "type": "string", "minLength": 1 },
                "name": { "$ref": "#/$defs/text" },
                "parent": { "type": "string" },
                "indicator": { "type": "string" },
                "direction": { "enum": \(words(Direction.allCases.map(\.rawValue))) },
                "unitOfMeasure": { "$ref": "#/$defs/text" },
                "weight": { "type": "number" },
                "bonus": { "type": "number" }
              },
              "dependentRequired": {
                "indicator": ["direction", "unitOfMeasure"],
                "direction": ["indicator"],
                "unitOfMeasure": ["indicator"]
              },
              "not": { "required": ["weight", "bonus"] }
            },
            "decision": {
              "type": "object",
              "required": [
                "adjustment", "unit", "node", "period", "reason", "authority", "evidence", "date", "decidedBy", "file", "row"
              ],
              "additionalProperties": false,
              "properties": {
                "adjustment": { "type": "string" },
                "unit": { "type": "string" },
                "node": { "type": "string" },
                "period": { "$ref": "#/$defs/period" },
                "value": { "type": "number" },
                "reason": { "type": "string" },
                "authority": { "type": "string" },
                "evidence": { "type": "string" },
                "date": { "$ref": "#/$defs/date" },
                "decidedBy": { "type": "string" },
                "file": { "type": "string" },
                "row": { "$ref": "#/$defs/place" }
              }
            }
        """
    }

    private static var entry: String {
        """
            "entry": {
              "description": "The result of one step at one node; lists hold one cell a row of the panel.",
              "type": "object",
              "required": ["node", "step", "values", "states", "reasons", "notes", "detail"],
              "additionalProperties": false,
              "properties": {
                "node": { "type": "string" },
                "step": { "enum": \(words(Step.Kind.allCases.map(\.rawValue))) },
                "values": { "$ref": "#/$defs/numbers" },
                "states": {
                  "type": "array",
                  "items": { "enum": \(words(CellState.allCases.map(\.rawValue))) }
                },
                "reasons": {
                  "type": "object",
                  "propertyNames": { "$ref": "#/$defs/rowKey" },
                  "additionalProperties": {
                    "enum": [
                      \(Reason.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ",\n              "))
                    ]
                  }
                },
                "notes": {
                  "type": "object",
                  "propertyNames": { "$ref": "#/$defs/rowKey" },
                  "additionalProperties": { "$ref": "#/$defs/text" }
                },
                "measuredShares": { "$ref": "#/$defs/numbers" },
                "detail": { "$ref": "#/$defs/detail" }
              }
            }
        """
    }
}
