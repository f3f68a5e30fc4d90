internal import AssessmentCore

/// The reports beside the tables, in the JSON Schema of `result.json`.
extension ResultSchema {
    static var tasks: String {
        """
            "tasks": {
              "type": "object",
              "required": ["asOf", "lines", "bodies"],
              "additionalProperties": false,
              "properties": {
                "asOf": { "$ref": "#/$defs/date" },
                "lines": { "type": "array", "items": { "$ref": "#/$defs/taskLine" } },
                "bodies": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["code", "name", "isDepartment", "formerly", "lights"],
                    "additionalProperties": false,
                    "properties": {
                      "code": { "type": "string" },
                      "name": { "$ref": "#/$defs/text" },
                      "isDepartment": { "type": "boolean" },
                      "formerly": { "$ref": "#/$defs/strings" },
                      "score": { "type": "number" },
                      "lights": {
                        "type": "object",
                        "propertyNames": { "$ref": "#/$defs/colour" },
                        "additionalProperties": { "$ref": "#/$defs/count" }
                      }
                    }
                  }
                }
              }
            },
            "colour": { "enum": \(words(Light.Colour.allCases.map(\.rawValue))) },
            "taskLine": {
              "type": "object",
              "required": [
                "task", "body", "standing", "quantity", "done", "lights", "daysLate", "deduction", "isCounted", "entries",
                "laterEntries"
              ],
              "additionalProperties": false,
              "properties": {
                "task": { "type": "string" },
                "body": { "type": "string" },
                "standing": {
                  "enum": \(words(TaskReport.Standing.allCases.map(\.rawValue)))
                },
                "quantity": { "type": "number" },
                "done": { "type": "number" },
                "planned": { "type": "number" },
                "actual": { "type": "number" },
                "light": { "$ref": "#/$defs/colour" },
                "lights": {
                  "type": "object",
                  "propertyNames": { "$ref": "#/$defs/date" },
                  "additionalProperties": { "$ref": "#/$defs/colour" }
                },
                "finishedOn": { "$ref": "#/$defs/date" },
                "daysLate": { "$ref": "#/$defs/count" },
                "deduction": { "type": "number" },
                "score": { "type": "number" },
                "isCounted": { "type": "boolean" },
                "entries": { "type": "array", "items": { "$ref": "#/$defs/progress" } },
                "laterEntries": { "type": "array", "items": { "$ref": "#/$defs/progress" } }
              }
            },
            "progress": {
              "type": "object",
              "required": ["body", "date", "done", "evidence", "reportedBy", "file", "row"],
              "additionalProperties": false,
              "properties": {
                "body": { "type": "string" },
                "date": { "$ref": "#/$defs/date" },
                "done": { "type": "number" },
                "evidence": { "type": "string" },
                "reportedBy": { "type": "string" },
                "file": { "type": "string" },
                "row": { "$ref": "#/$defs/place" }
              }
            }
        """
    }

    static let statistics = """
            "statistics": {
              "description": "A table of statistics: values by row, then by column.",
              "type": "object",
              "required": ["id", "title", "rows", "columns", "values", "remarks"],
              "additionalProperties": false,
              "properties": {
                "id": { "type": "string" },
                "title": { "$ref": "#/$defs/text" },
                "rows": { "$ref": "#/$defs/strings" },
                "columns": { "$ref": "#/$defs/strings" },
                "values": { "type": "array", "items": { "$ref": "#/$defs/numbers" } },
                "remarks": { "$ref": "#/$defs/texts" }
              }
            }
        """

    static let ratings = """
            "ratings": {
              "type": "object",
              "required": ["sources", "agreement", "reviewers", "ratings"],
              "additionalProperties": false,
              "properties": {
                "sources": { "type": "array", "items": { "$ref": "#/$defs/ratingSource" } },
                "agreement": { "type": "array", "items": { "$ref": "#/$defs/agreement" } },
                "reviewers": { "type": "array", "items": { "$ref": "#/$defs/reviewer" } },
                "ratings": { "type": "array", "items": { "$ref": "#/$defs/rating" } }
              }
            },
            "ratingSource": {
              "type": "object",
              "required": ["item", "period", "source", "ratings", "units", "unitsWithout"],
              "additionalProperties": false,
              "properties": {
                "item": { "type": "string" },
                "period": { "$ref": "#/$defs/period" },
                "source": { "type": "string" },
                "ratings": { "$ref": "#/$defs/count" },
                "units": { "$ref": "#/$defs/count" },
                "unitsWithout": { "$ref": "#/$defs/count" },
                "mean": { "type": "number" },
                "lead": { "type": "number" }
              }
            },
            "agreement": {
              "type": "object",
              "required": ["item", "period", "source", "assessors", "units", "ratingsOutside", "intraclass"],
              "additionalProperties": false,
              "properties": {
                "item": { "type": "string" },
                "period": { "$ref": "#/$defs/period" },
                "source": { "type": "string" },
                "assessors": { "$ref": "#/$defs/strings" },
                "units": { "$ref": "#/$defs/strings" },
                "ratingsOutside": { "$ref": "#/$defs/count" },
                "kendallW": { "type": "number" },
                "chiSquare": { "type": "number" },
                "pValue": { "type": "number" },
                "intraclass": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["form", "coefficient"],
                    "additionalProperties": false,
                    "properties": {
                      "form": { "enum": ["ICC(2,1)", "ICC(2,k)", "ICC(3,1)", "ICC(3,k)"] },
                      "coefficient": { "type": "number" },
                      "low": { "type": "number" },
                      "high": { "type": "number" }
                    }
                  }
                }
              }
            },
            "reviewer": {
              "type": "object",
              "required": ["period", "source", "assessor", "ratings", "compared", "mean", "isOutlying"],
              "additionalProperties": false,
              "properties": {
                "period": { "$ref": "#/$defs/period" },
                "source": { "type": "string" },
                "assessor": { "type": "string" },
                "name": { "type": "string" },
                "ratings": { "$ref": "#/$defs/count" },
                "compared": { "$ref": "#/$defs/count" },
                "mean": { "type": "number" },
                "standardDeviation": { "type": "number" },
                "meanDeviation": { "type": "number" },
                "robustZ": { "type": "number" },
                "isOutlying": { "type": "boolean" }
              }
            },
            "rating": {
              "type": "object",
              "required": [
                "item", "unit", "period", "source", "assessor", "score", "points", "isOutlying", "file", "row"
              ],
              "additionalProperties": false,
              "properties": {
                "item": { "type": "string" },
                "unit": { "type": "string" },
                "period": { "$ref": "#/$defs/period" },
                "source": { "type": "string" },
                "assessor": { "type": "string" },
                "score": { "type": "number" },
                "points": { "type": "number" },
                "consensus": { "type": "number" },
                "deviation": { "type": "number" },
                "robustZ": { "type": "number" },
                "isOutlying": { "type": "boolean" },
                "file": { "type": "string" },
                "row": { "$ref": "#/$defs/place" }
              }
            }
        """
}
