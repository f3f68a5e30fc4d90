public import AssessmentCore

extension DataCheck {
    /// Whether the contract carries the check: every one but those of formulas that are no sums of variables.
    var isCarried: Bool {
        switch rule {
        case .range, .wholeNumber, .required: true
        case .identity(let left, let right, _), .order(let left, let right, _):
            left.summands != nil && right.summands != nil
        }
    }
}

extension DataCheck: ContractValue {
    /// The check by the id of its rule; what is compared is the sum of the variables on either side.
    public var json: JSONValue {
        func sides(_ left: Formula, _ right: Formula, _ tolerance: Double) -> KeyValuePairs<String, JSONValue?> {
            [
                "left": .texts(left.summands ?? []), "right": .texts(right.summands ?? []),
                "tolerance": tolerance == 0 ? nil : .number(tolerance),
            ]
        }
        let particular: KeyValuePairs<String, JSONValue?> =
            switch rule {
            case .range(let variable, let least, let most):
                [
                    "variable": .text(variable), "at_least": least.map { .number($0) },
                    "at_most": most.map { .number($0) },
                ]
            case .wholeNumber(let variable), .required(let variable): ["variable": .text(variable)]
            case .identity(let left, let right, let tolerance), .order(let left, let right, let tolerance):
                sides(left, right, tolerance)
            }
        let common: KeyValuePairs<String, JSONValue?> = [
            "id": .text(id), "name": name.json, "rule": .text(ruleID), "question": question?.json,
            "severity": severity.map { .text($0.rawValue) },
        ]
        let all = Array(common) + Array(particular)
        return .object(all.compactMap { key, value in value.map { (key: key, value: $0) } })
    }

    private enum RuleName: String, CaseIterable {
        case range, required, identity, order
        case wholeNumber = "whole_number"
    }

    /// Reads a check.
    public init(reading: Reading) throws {
        try reading.allow(
            "id", "name", "rule", "question", "severity", "variable", "at_least", "at_most", "left", "right",
            "tolerance")
        func side(_ key: String) throws -> Formula {
            let names = try reading[key].items().map { try $0.text() }
            guard let first = names.first else {
                throw try reading[key].fault("is empty; expected the ids of variables, which are added up")
            }
            return names.dropFirst().reduce(.input(first)) { $0 + .input($1) }
        }
        func tolerance() throws -> Double {
            let number = try reading.optional("tolerance")?.number() ?? 0
            guard (0...1).contains(number) else {
                throw try reading["tolerance"].fault("is \(number); expected a share from 0 to 1")
            }
            return number
        }
        let rule: DataCheck.Rule
        switch try reading["rule"].word(RuleName.self) {
        case .range:
            rule = .range(
                try reading["variable"].text(), atLeast: try reading.optional("at_least")?.number(),
                atMost: try reading.optional("at_most")?.number())
        case .wholeNumber: rule = .wholeNumber(try reading["variable"].text())
        case .required: rule = .required(try reading["variable"].text())
        case .identity: rule = .identity(try side("left"), try side("right"), tolerance: try tolerance())
        case .order: rule = .order(try side("left"), atMost: try side("right"), tolerance: try tolerance())
        }
        self.init(
            id: try reading["id"].text(), name: try reading["name"].decoded(), rule,
            question: try reading.optional("question")?.decoded(),
            severity: try reading.optional("severity")?.word(CheckSeverity.self))
    }
}

extension Formula {
    /// The variables whose sum it is; nothing where it is anything else.
    fileprivate var summands: [String]? {
        switch self {
        case .input(let name): return [name]
        case .apply(.add, let parts):
            let inner = parts.map(\.summands)
            return inner.contains { $0 == nil } ? nil : inner.flatMap { $0 ?? [] }
        default: return nil
        }
    }
}
