internal import AssessmentCore

/// How results came about, in the JSON Schema of `result.json`.
extension ResultSchema {
    static var detail: String {
        """
            "detail": {
              "description": "How the results of a step came about; which keys there are follows from the step.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "indicator": { "type": "string" },
                "formula": { "type": "string" },
                "evidence": {
                  "type": "object",
                  "propertyNames": { "$ref": "#/$defs/rowKey" },
                  "additionalProperties": { "$ref": "#/$defs/evidence" }
                },
                "method": { "type": "string" },
                "inputs": {
                  "type": "object",
                  "minProperties": 1,
                  "additionalProperties": { "anyOf": [{ "type": "number" }, { "$ref": "#/$defs/numbers" }] }
                },
                "reference": { "type": "string" },
                "actions": {
                  "type": "object",
                  "propertyNames": { "$ref": "#/$defs/rowKey" },
                  "additionalProperties": {
                    "enum": \(words(MissingRule.Action.allCases.map(\.rawValue)))
                  }
                },
                "remarks": { "$ref": "#/$defs/texts" },
                "nodes": { "$ref": "#/$defs/strings" },
                "unitShares": { "type": "array", "items": { "type": "number", "minimum": 0, "maximum": 1 } },
                "indicatorShares": { "type": "array", "items": { "type": "number", "minimum": 0, "maximum": 1 } },
                "light": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/lightBand" } },
                "weighting": { "type": "string" },
                "weightSets": {
                  "type": "array", "items": { "type": "array", "items": { "type": "number" } }
                },
                "setOfRow": { "$ref": "#/$defs/counts" },
                "weightRemarks": { "$ref": "#/$defs/texts" },
                "children": { "$ref": "#/$defs/strings" },
                "weights": { "type": "array", "items": { "type": "number" } },
                "nodePoints": { "type": "number" },
                "decimals": { "type": "integer" },
                "tolerance": { "type": "number", "minimum": 0 },
                "groupSizes": { "$ref": "#/$defs/counts" },
                "bands": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["atLeast", "name"],
                    "additionalProperties": false,
                    "properties": { "atLeast": { "type": "number" }, "name": { "$ref": "#/$defs/text" } }
                  }
                },
                "tieBreaks": { "$ref": "#/$defs/strings" },
                "adjustment": { "type": "string" },
                "applied": {
                  "type": "object",
                  "propertyNames": { "$ref": "#/$defs/rowKey" },
                  "additionalProperties": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "required": ["decision"],
                      "additionalProperties": false,
                      "properties": {
                        "decision": { "$ref": "#/$defs/count" },
                        "before": { "type": "number" },
                        "after": { "type": "number" }
                      }
                    }
                  }
                },
                "decisions": {
                  "type": "object",
                  "propertyNames": { "$ref": "#/$defs/rowKey" },
                  "additionalProperties": { "$ref": "#/$defs/counts" }
                },
                "places": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["grade", "group", "period", "units", "places", "candidates"],
                    "additionalProperties": false,
                    "properties": {
                      "grade": { "$ref": "#/$defs/count" },
                      "group": { "type": "string" },
                      "period": { "$ref": "#/$defs/period" },
                      "units": { "$ref": "#/$defs/count" },
                      "places": { "$ref": "#/$defs/count" },
                      "candidates": { "$ref": "#/$defs/count" }
                    }
                  }
                }
              }
            },
            "lightBand": {
              "type": "object",
              "required": ["colour"],
              "additionalProperties": false,
              "maxProperties": 2,
              "properties": {
                "colour": { "enum": \(words(Light.Colour.allCases.map(\.rawValue))) },
                "atLeast": { "type": "number" },
                "above": { "type": "number" },
                "atMost": { "type": "number" },
                "below": { "type": "number" }
              }
            },
            "evidence": {
              "type": "object",
              "required": ["observations", "registerEntries"],
              "additionalProperties": false,
              "properties": {
                "observations": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["variable", "unit", "period", "file", "row", "column", "source"],
                    "additionalProperties": false,
                    "properties": {
                      "variable": { "type": "string" },
                      "unit": { "type": "string" },
                      "period": { "$ref": "#/$defs/period" },
                      "file": { "type": "string" },
                      "row": { "$ref": "#/$defs/place" },
                      "column": { "type": "string" },
                      "source": { "type": "string" }
                    }
                  }
                },
                "registerEntries": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["register", "name", "file", "row"],
                    "additionalProperties": false,
                    "properties": {
                      "register": { "type": "string" },
                      "name": { "type": "string" },
                      "file": { "type": "string" },
                      "row": { "$ref": "#/$defs/place" }
                    }
                  }
                },
                "cells": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["file", "row", "column"],
                    "additionalProperties": false,
                    "properties": {
                      "file": { "type": "string" },
                      "row": { "$ref": "#/$defs/place" },
                      "column": { "type": "string" }
                    }
                  }
                }
              }
            }
        """
    }
}
