internal import AssessmentCore

/// How firm a result is, in the JSON Schema of `result.json`.
extension ResultSchema {
    static var robustness: String { [request, methodRanges, dataErrors, sensitivity].joined(separator: ",\n") }

    private static var request: String {
        """
            "robustness": {
              "description": "Ranges over methods are no probabilities; intervals and probabilities follow from stated errors of data.",
              "type": "object",
              "required": ["draws", "seed", "sequence", "interval"],
              "anyOf": [{ "required": ["methods"] }, { "required": ["dataErrors"] }],
              "additionalProperties": false,
              "properties": {
                "draws": { "$ref": "#/$defs/place" },
                "seed": { "$ref": "#/$defs/count" },
                "sequence": { "enum": \(words(RobustnessRequest.Sequence.allCases.map(\.rawValue))) },
                "interval": { "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1 },
                "heldFixed": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/text" } },
                "methods": { "$ref": "#/$defs/methodRanges" },
                "dataErrors": { "$ref": "#/$defs/dataErrors" },
                "sensitivity": { "$ref": "#/$defs/sensitivity" }
              }
            },
            "share": { "type": "number", "minimum": 0, "maximum": 1 }
        """
    }

    private static var methodRanges: String {
        """
            "methodRanges": {
              "type": "object",
              "required": ["varied", "choices", "settings", "meanShift", "units"],
              "additionalProperties": false,
              "properties": {
                "varied": { "$ref": "#/$defs/texts" },
                "choices": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["subject", "methods"],
                    "additionalProperties": false,
                    "properties": {
                      "subject": { "enum": \(words(MethodVariation.Subject.allCases.map(\.rawValue))) },
                      "methods": { "$ref": "#/$defs/strings" },
                      "at": { "$ref": "#/$defs/strings" }
                    }
                  }
                },
                "weights": {
                  "type": "object",
                  "required": ["kind"],
                  "additionalProperties": false,
                  "properties": {
                    "kind": { "enum": ["within", "dirichlet", "simplex", "sets"] },
                    "value": { "type": "number" },
                    "sets": { "$ref": "#/$defs/strings" },
                    "below": { "$ref": "#/$defs/strings" }
                  }
                },
                "without": { "$ref": "#/$defs/strings" },
                "settings": { "$ref": "#/$defs/count" },
                "meanShift": { "type": "number", "minimum": 0 },
                "units": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "unit", "lowestScore", "highestScore", "bestRank", "worstRank", "medianRank", "middleBestRank",
                      "middleWorstRank"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "unit": { "type": "string", "minLength": 1 },
                      "lowestScore": { "type": "number" },
                      "highestScore": { "type": "number" },
                      "bestRank": { "$ref": "#/$defs/place" },
                      "worstRank": { "$ref": "#/$defs/place" },
                      "medianRank": { "type": "number", "minimum": 1 },
                      "middleBestRank": { "type": "number", "minimum": 1 },
                      "middleWorstRank": { "type": "number", "minimum": 1 }
                    }
                  }
                }
              }
            }
        """
    }

    private static var dataErrors: String {
        """
            "dataErrors": {
              "type": "object",
              "required": ["stated", "sameRanking", "neighbours", "tied", "units"],
              "additionalProperties": false,
              "properties": {
                "stated": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["nodes", "kind"],
                    "additionalProperties": false,
                    "properties": {
                      "nodes": { "$ref": "#/$defs/strings" },
                      "kind": { "enum": ["standard_error", "relative", "sample_size"] },
                      "value": { "type": "number" },
                      "whole": { "type": "number" }
                    }
                  }
                },
                "grades": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/text" } },
                "sameRanking": { "$ref": "#/$defs/share" },
                "neighbours": {
                  "description": "Units of two ranks that follow each other, with the probability that each of the first ranks ahead of each of the others.",
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["ahead", "behind", "probability"],
                    "additionalProperties": false,
                    "properties": {
                      "ahead": { "$ref": "#/$defs/strings" },
                      "behind": { "$ref": "#/$defs/strings" },
                      "probability": { "$ref": "#/$defs/share" }
                    }
                  }
                },
                "tied": {
                  "description": "Units that are not told apart from the first of their group.",
                  "type": "array",
                  "items": { "type": "array", "minItems": 2, "items": { "type": "string" } }
                },
                "units": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["unit", "lowScore", "highScore", "bestRank", "worstRank", "ranks"],
                    "additionalProperties": false,
                    "properties": {
                      "unit": { "type": "string", "minLength": 1 },
                      "lowScore": { "type": "number" },
                      "highScore": { "type": "number" },
                      "bestRank": { "$ref": "#/$defs/place" },
                      "worstRank": { "$ref": "#/$defs/place" },
                      "ranks": { "$ref": "#/$defs/probabilities" },
                      "grades": { "$ref": "#/$defs/probabilities" }
                    }
                  }
                }
              }
            },
            "probabilities": {
              "description": "A rank from 1, or the position of a grade from 0, with its probability.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["place", "probability"],
                "additionalProperties": false,
                "properties": { "place": { "$ref": "#/$defs/count" }, "probability": { "$ref": "#/$defs/share" } }
              }
            }
        """
    }

    private static var sensitivity: String {
        """
            "sensitivity": {
              "type": "object",
              "required": ["indices", "variance", "leftOut", "swaps", "reversals", "weights"],
              "additionalProperties": false,
              "properties": {
                "indices": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["input"],
                    "additionalProperties": false,
                    "properties": {
                      "input": { "$ref": "#/$defs/text" },
                      "first": { "$ref": "#/$defs/withInterval" },
                      "total": { "$ref": "#/$defs/withInterval" }
                    }
                  }
                },
                "variance": { "type": "number", "minimum": 0 },
                "leftOut": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["node", "meanShift", "largestShift", "others"],
                    "additionalProperties": false,
                    "properties": {
                      "node": { "type": "string" },
                      "meanShift": { "type": "number" },
                      "largestShift": { "type": "integer" },
                      "unit": { "type": "string" },
                      "others": { "$ref": "#/$defs/count" }
                    }
                  }
                },
                "swaps": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["ahead", "behind", "node", "share", "needed"],
                    "additionalProperties": false,
                    "properties": {
                      "ahead": { "type": "string" },
                      "behind": { "type": "string" },
                      "node": { "type": "string" },
                      "share": { "type": "number" },
                      "needed": { "type": "number" }
                    }
                  }
                },
                "reversals": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["without", "pairs", "ahead", "behind"],
                    "additionalProperties": false,
                    "properties": {
                      "without": { "type": "string" },
                      "pairs": { "$ref": "#/$defs/count" },
                      "ahead": { "type": "string" },
                      "behind": { "type": "string" }
                    }
                  }
                },
                "weights": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["node", "intended"],
                    "additionalProperties": false,
                    "properties": {
                      "node": { "type": "string" },
                      "intended": { "type": "number" },
                      "effective": { "type": "number" }
                    }
                  }
                }
              }
            },
            "withInterval": {
              "description": "A number, and the ends of its interval.",
              "type": "array",
              "minItems": 3,
              "maxItems": 3,
              "items": { "type": "number" }
            }
        """
    }
}
