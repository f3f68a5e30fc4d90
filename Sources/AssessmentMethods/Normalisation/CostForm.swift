import AssessmentCore

/// How a cost is turned into something of which more is better, shared by the normalisations of decision analysis.
enum CostForm: String, CaseIterable {
    /// By its inverse.
    case inverse
    /// By what it leaves to one.
    case complement

    static let name = "cost"

    static func parameter(default form: CostForm) -> Parameter {
        Parameter(
            name,
            BilingualText(
                zh: "逆向指标的转换：inverse取倒数，complement取一减",
                en: "How costs are turned around: by their `inverse`, or by the `complement` to one"),
            .text(oneOf: WordChoice.words(CostForm.self)), default: .text(form.rawValue))
    }
}
