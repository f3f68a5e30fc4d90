public import AssessmentCore

/// Weights from an order of importance: rank-order centroids, where experts agree on an order and on no numbers.
///
/// The child in place k of n has the weight 1/n · Σ 1/i for i from k to n: the mean of all weights that keep the order.
/// Children in one place share the mean of the weights of the places that they take up.
/// Source: F. H. Barron and B. E. Barrett (1996), Decision quality using ranked attribute weights, Management Science
/// 42(11), 1515–1523.
public struct PriorityOrder: Weighting {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "priority_order",
            name: BilingualText(zh: "次序定权", en: "Weights from an order"),
            summary: BilingualText(
                zh: "只需排出重要性次序，取符合次序的全部权重的平均（次序重心权）；并列者平分",
                en:
                    "From an order of importance alone: the mean of all weights that keep it; children in one place share"
            ),
            source: "F. H. Barron and B. E. Barrett (1996), Management Science 42(11), 1515–1523",
            formula: "w = (1/k + 1/(k + 1) + … + 1/n) / n in place k of n",
            parameters: [
                Parameter(
                    "places",
                    BilingualText(zh: "每个子项的次序，1为最重要，可并列", en: "The place of each child, 1 for the most important"),
                    .numbersByName)
            ])
    }

    /// The centroids of the places.
    ///
    /// - Throws: `MethodError` where a child has no place, or a name is not that of a child.
    public func weights(_ input: WeightingInput) throws -> FittedWeights {
        let places = input.parameters.numbersByName("places") ?? [:]
        for name in places.keys.sorted() where !input.children.contains(name) {
            let suggestion = nearestMatch(to: name, among: input.children).map { "; did you mean ‘\($0)’?" } ?? ""
            throw MethodError(
                "\(description.id): there is no child ‘\(name)’; expected \(input.children.joined(separator: ", "))"
                    + suggestion)
        }
        let own = try input.children.map { child in
            guard let place = places[child], place.isFinite else {
                throw MethodError("\(description.id): ‘\(child)’ has no place; expected a number, 1 for the first")
            }
            return place
        }
        let count = Double(own.count)
        return FittedWeights(
            own.map { place in
                let before = own.count { $0 < place }
                let tied = own.count { $0 == place }
                let sum = (before..<before + tied).reduce(0) { $0 + PriorityOrder.centroid($1, of: own.count) }
                return sum / Double(tied) / count
            })
    }

    /// The sum 1/k + … + 1/n for the place after some others.
    private static func centroid(_ before: Int, of count: Int) -> Double {
        (before + 1...count).reduce(0) { $0 + 1 / Double($1) }
    }

    /// A published case, and one worked by hand.
    public var examples: [WeightingExample] {
        [
            WeightingExample(
                BilingualText(zh: "四个子项的次序重心权", en: "The rank-order centroids of four children"),
                children: ["a", "b", "c", "d"],
                parameters: ["places": .numbersByName(["a": 1, "b": 2, "c": 3, "d": 4])],
                expected: [0.5208, 0.2708, 0.1458, 0.0625], decimals: 4),
            WeightingExample(
                BilingualText(zh: "第二位并列：(5/18+2/18)/2", en: "A tie in second place: (5/18 + 2/18) / 2"),
                children: ["a", "b", "c"], parameters: ["places": .numbersByName(["a": 2, "b": 1, "c": 2])],
                expected: [7.0 / 36, 11.0 / 18, 7.0 / 36]),
        ]
    }
}
