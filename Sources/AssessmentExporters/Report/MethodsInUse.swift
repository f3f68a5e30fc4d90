internal import AssessmentCore

/// The methods by which values are scored and scores are combined.
struct MethodsInUse {
    let rendering: Rendering

    private var assessment: CompletedAssessment { rendering.assessment }

    /// They in a sentence.
    var sentence: String {
        rendering(Wording.methods(scoring: rendering.list(scoring), aggregation: rendering.list(aggregation)))
    }

    /// The names of the methods that score values, each once, in the order of the framework.
    private var scoring: [String] {
        names { step in
            guard case .evaluate(let choice) = step else { return nil }
            return assessment.catalogue.evaluators[choice.id]?.description.name
        }
    }

    /// The names of the methods that combine scores.
    private var aggregation: [String] {
        names { step in
            guard case .aggregate(let choice, _) = step else { return nil }
            return assessment.catalogue.aggregations[choice.id]?.description.name
        }
    }

    private func names(_ name: (Step) -> BilingualText?) -> [String] {
        var names: [String] = []
        for step in assessment.root.subtree.flatMap(\.steps) {
            if let name = name(step).map({ rendering($0) }), !names.contains(name) { names.append(name) }
        }
        return names
    }
}
