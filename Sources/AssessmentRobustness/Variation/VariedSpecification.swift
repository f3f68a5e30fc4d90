internal import AssessmentCore
internal import AssessmentPipeline

/// The specification with other methods, as one setting of a variation has it.
struct VariedSpecification {
    let specification: Specification
    let catalogue: Catalogue
    let variation: MethodVariation
    /// Whether some process takes part, so that nodes are to be asked whether it does their work.
    private let hasProcesses: Bool

    init(specification: Specification, catalogue: Catalogue, variation: MethodVariation) {
        self.specification = specification
        self.catalogue = catalogue
        self.variation = variation
        hasProcesses = catalogue.hasProcesses
    }

    /// One of the methods of each kind, by its position among the alternatives; and behind them the node that is left out,
    /// by its position, or -1 for none.
    typealias Setting = [Int]

    /// The specification of a setting.
    ///
    /// - Throws: ``RobustnessError`` where a method compares with a reference set that nobody names, or nothing is left.
    func specification(of setting: Setting) throws -> Specification {
        var frameworks = VariedFrameworks(self)
        return try frameworks.specification(of: setting)
    }

    /// A setting in words, for messages.
    func words(of setting: Setting) -> String {
        var words = zip(variation.choices, setting).map { choice, position in
            "\(choice.subject.rawValue): \(VariedSpecification.words(of: choice.alternatives[position]))"
        }
        if setting.count > variation.choices.count, let last = setting.last {
            words.append("without: \(last < 0 ? "none" : variation.without[last])")
        }
        return words.isEmpty ? "methods as given" : words.joined(separator: ", ")
    }

    /// An alternative in words.
    static func words(of alternative: MethodVariation.Alternative) -> String {
        switch alternative {
        case .asGiven: "as_given"
        case .steps(let steps):
            steps.isEmpty ? "none" : steps.compactMap { $0.choice.map(words) }.joined(separator: " + ")
        }
    }

    private static func words(of choice: MethodChoice) -> String {
        guard !choice.parameters.isEmpty else { return choice.id }
        let values = choice.parameters.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.text)" }
        return "\(choice.id) (\(values.joined(separator: ", ")))"
    }

    /// Whether a node is held fixed, since a process does a part of its work.
    func isHeld(_ node: FrameworkNode) -> Bool { hasProcesses && node.steps.contains(where: catalogue.runsApart) }
}

extension MethodVariation.Subject {
    /// The kind of step that it is about.
    var kind: Step.Kind {
        switch self {
        case .imputation: .impute
        case .treatment: .treat
        case .normalisation: .evaluate
        case .aggregation: .aggregate
        }
    }

    /// What readers call it.
    var name: BilingualText {
        switch self {
        case .imputation: BilingualText(zh: "插补", en: "imputation")
        case .treatment: BilingualText(zh: "异常值处理", en: "outlier treatment")
        case .normalisation: BilingualText(zh: "无量纲化", en: "normalisation")
        case .aggregation: BilingualText(zh: "合成", en: "aggregation")
        }
    }
}

extension Step {
    /// The method of a step that has one.
    var choice: MethodChoice? {
        switch self {
        case .evaluate(let choice), .treat(let choice), .impute(let choice, _), .aggregate(let choice, _): choice
        default: nil
        }
    }
}

extension Specification {
    /// The specification with ranks of the root, where it asks for none.
    var ranked: Specification {
        guard !framework.steps.contains(where: { $0.kind == .rank }) else { return self }
        var ranked = self
        ranked.framework.steps.append(.rank(tolerance: 1e-9))
        return ranked
    }
}
