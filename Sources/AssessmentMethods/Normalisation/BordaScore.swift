public import AssessmentCore

/// Borda scores: how many places a value stands above the last of its reference set.
///
/// score = rank − 1, with the rank counted from the worst up: 0 for the worst and n − 1 for the best.
/// Source: J.-C. de Borda (1784), Mémoire sur les élections au scrutin; as a normalisation in W. Becker et al. (2022),
/// COINr, Journal of Open Source Software 7(78), 4567 (n_borda).
public struct BordaScore: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "borda",
            name: BilingualText(zh: "博尔达分", en: "Borda score"),
            summary: BilingualText(
                zh: "由差到好的位次减一，最差者零分", en: "The place from the worst up less one, so that the worst scores zero"),
            source: "J.-C. de Borda (1784), Mémoire sur les élections au scrutin; W. Becker et al. (2022), COINr",
            parameters: [Placement.ties, Placement.decimals])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }

    /// The formula for a direction.
    ///
    /// - Throws: `MethodError` for an unknown way to treat ties.
    public func formula(direction: Direction, parameters: ParameterValues) throws -> Formula {
        try Placement.fromWorst(direction, parameters, method: description.id) - 1
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "四个单位，两个并列", en: "Four units, two of them equal"),
                values: [30, 10, nil, 20, 20], expected: [3, 0, nil, 1, 1]),
            ColumnExample(
                BilingualText(zh: "逆向指标，并列者取均位", en: "Lower is better, ties share the mean"),
                direction: .lowerIsBetter, values: [30, 10, 20, 20], parameters: ["ties": .text("average")],
                expected: [0, 3, 1.5, 1.5]),
        ]
    }
}
