internal import AssessmentCore
internal import AssessmentExporters

extension RunComparison {
    /// What two records say otherwise of how firm the ranking is.
    static func robustness(_ before: RobustnessDocument?, _ after: RobustnessDocument?) -> [RunDifference.Field] {
        guard before != after else { return [] }
        var fields: [RunDifference.Field] = []
        func compare(_ name: String, _ text: (RobustnessDocument) -> String?) {
            let (was, now) = (before.flatMap(text), after.flatMap(text))
            if was != now { fields.append(RunDifference.Field(name: name, before: was, after: now)) }
        }
        compare("draws") { "\($0.draws)" }
        compare("seed") { "\($0.seed)" }
        compare("sequence") { $0.sequence }
        compare("interval") { "\($0.interval)" }
        compare("data_error") { $0.dataErrors.map { "\($0.stated.count) stated" } }
        compare("methods") { $0.methods.map { "\($0.varied.map(\.en).joined(separator: ", "))" } }
        if before?.dataErrors?.stated != after?.dataErrors?.stated, !fields.contains(where: { $0.name == "data_error" })
        {
            fields.append(RunDifference.Field(name: "data_error", before: "as stated before", after: "as stated after"))
        }
        if let text = others(before?.dataErrors?.units ?? [], after?.dataErrors?.units ?? [], \.unit) {
            fields.append(RunDifference.Field(name: "intervals and probabilities", before: nil, after: text))
        }
        if let text = others(before?.methods?.units ?? [], after?.methods?.units ?? [], \.unit) {
            fields.append(RunDifference.Field(name: "ranges over methods", before: nil, after: text))
        }
        if before?.sensitivity != after?.sensitivity {
            fields.append(RunDifference.Field(name: "sensitivity", before: nil, after: "other results"))
        }
        // Whatever else: neighbours, ties, what was held fixed.
        if fields.isEmpty { fields.append(RunDifference.Field(name: "record", before: nil, after: "other contents")) }
        return fields
    }

    /// How many units have other results, in words; nothing where none has.
    private static func others<Result: Hashable>(
        _ before: [Result], _ after: [Result], _ unit: (Result) -> String
    ) -> String? {
        let known = Dictionary(before.map { (unit($0), $0) }, uniquingKeysWith: { first, _ in first })
        let codes = Set(before.map(unit)).union(after.map(unit))
        let now = Dictionary(after.map { (unit($0), $0) }, uniquingKeysWith: { first, _ in first })
        let changed = codes.count { known[$0] != now[$0] }
        return changed == 0 ? nil : "other for \(changed) of \(codes.count) units"
    }
}
