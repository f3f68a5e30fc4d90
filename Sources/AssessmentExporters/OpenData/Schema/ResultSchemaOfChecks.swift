internal import AssessmentCore

/// What the checks found, in the JSON Schema of `result.json`.
extension ResultSchema {
    static var checks: String {
        """
            "checkFinding": {
              "type": "object",
              "required": ["check", "rule", "severity", "variables", "headline", "question", "askedOf", "cases"],
              "additionalProperties": false,
              "properties": {
                "check": { "type": "string", "minLength": 1 },
                "rule": { "enum": \(words(CheckRule.all.map(\.id))) },
                "severity": { "enum": \(words(CheckSeverity.allCases.filter { $0 != .off }.map(\.rawValue))) },
                "variables": { "$ref": "#/$defs/strings" },
                "register": { "type": "string" },
                "node": { "type": "string" },
                "period": { "$ref": "#/$defs/period" },
                "headline": { "$ref": "#/$defs/text" },
                "remark": { "$ref": "#/$defs/text" },
                "question": { "$ref": "#/$defs/text" },
                "askedOf": { "$ref": "#/$defs/text" },
                "cases": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["text", "origins"],
                    "additionalProperties": false,
                    "properties": {
                      "unit": { "type": "string" },
                      "found": { "type": "number" },
                      "atLeast": { "type": "number" },
                      "atMost": { "type": "number" },
                      "text": { "$ref": "#/$defs/text" },
                      "origins": { "$ref": "#/$defs/strings" }
                    }
                  }
                }
              }
            }
        """
    }
}
