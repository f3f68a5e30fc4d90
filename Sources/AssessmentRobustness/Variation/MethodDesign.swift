internal import AssessmentCore
internal import AssessmentPipeline

/// What varies in a variation of methods, as inputs that are independent of each other, and what a point of the cube of
/// their coordinates stands for.
struct MethodDesign: Sendable {
    /// One of the inputs, which takes some of the coordinates.
    struct Input: Sendable {
        let name: BilingualText
        let coordinates: Range<Int>
    }

    let variation: MethodVariation
    /// The inputs in order: one of each kind of method, what is left out, weights.
    let inputs: [Input]
    /// The nodes whose weights vary, in the order of the framework, each with a coordinate.
    let coordinateOfNode: [String: Int]
    /// The first coordinate of weights.
    private let weightStart: Int
    /// The nodes below which weights vary.
    let parents: Set<String>
    let coordinateCount: Int

    init(_ variation: MethodVariation, _ framework: FrameworkNode) {
        self.variation = variation
        var inputs: [Input] = []
        for choice in variation.choices {
            inputs.append(Input(name: choice.subject.name, coordinates: inputs.count..<inputs.count + 1))
        }
        if !variation.without.isEmpty {
            let name = BilingualText(zh: "指标取舍", en: "indicators left out")
            inputs.append(Input(name: name, coordinates: inputs.count..<inputs.count + 1))
        }
        weightStart = inputs.count
        var coordinates: [String: Int] = [:]
        var parents: Set<String> = []
        var count = inputs.count
        if let weights = variation.weights {
            for node in framework.subtree
            where variation.weightsBelow.isEmpty || variation.weightsBelow.contains(node.id) {
                let children = node.children.filter(\.isWeighted)
                guard !children.isEmpty else { continue }
                parents.insert(node.id)
                for child in children {
                    coordinates[child.id] = count
                    count += 1
                }
            }
            if case .sets = weights { count = weightStart + 1 }
            if count > weightStart {
                inputs.append(Input(name: BilingualText(zh: "权重", en: "weights"), coordinates: weightStart..<count))
            }
        }
        self.inputs = inputs
        self.parents = parents
        coordinateOfNode = coordinates
        coordinateCount = count
    }

    /// Whether methods vary beside weights.
    var hasSettings: Bool { !variation.choices.isEmpty || !variation.without.isEmpty }

    /// The methods of a point.
    func setting(_ point: [Double]) -> VariedSpecification.Setting {
        var setting = variation.choices.enumerated().map { place, choice in
            MethodDesign.pick(point[place], choice.alternatives.count)
        }
        if !variation.without.isEmpty {
            setting.append(MethodDesign.pick(point[setting.count], variation.without.count + 1) - 1)
        }
        return setting
    }

    /// The weights of a family at a point; as given where they do not vary.
    func weights(of family: AssessmentVariants.Family, at point: [Double]) -> [Double]? {
        guard let variation = variation.weights, parents.contains(family.node), let own = family.weights else {
            return nil
        }
        if case .sets(let sets) = variation {
            let set = sets[MethodDesign.pick(point[weightStart], sets.count)]
            return zip(family.children, own).map { set.weights[$0] ?? $1 }
        }
        let numbers = family.children.map { child in coordinateOfNode[child].map { point[$0] } ?? 0.5 }
        return WeightDraw(variation).weights(own, numbers)
    }

    /// One of some alternatives that are alike.
    private static func pick(_ number: Double, _ count: Int) -> Int { min(Int(number * Double(count)), count - 1) }
}
