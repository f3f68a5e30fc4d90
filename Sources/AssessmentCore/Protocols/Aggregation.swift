/// A method that forms the score of a node from those of its children.
///
/// Children without a score in a row are passed over, or the row gets no score, as the method says; whether a missing
/// score is allowed at all is for the rule on missing values to say, which is applied before.
public protocol Aggregation: Sendable {
    /// What it says of itself.
    var description: MethodDescription { get }
    /// Examples worked by hand or taken from a publication; they are its tests and its reference page.
    var examples: [AggregationExample] { get }
    /// Whether it compares units with each other; the specification must then name a reference set.
    var needsReference: Bool { get }
    /// Whether it reads for each child whether more is better. One that does not cannot put together children that
    /// point in different ways.
    var readsDirections: Bool { get }

    /// Prepares the aggregation.
    ///
    /// - Throws: ``MethodError`` where the parameters contradict each other.
    func prepare(_ input: AggregationInput) throws -> any AggregationKernel
}

extension Aggregation {
    /// No reference set, unless a method says otherwise.
    public var needsReference: Bool { false }
    /// The directions are not read, unless a method says otherwise.
    public var readsDirections: Bool { false }
}

/// What an aggregation is prepared from; the scores and weights come later, and may come many times.
public struct AggregationInput: Sendable {
    /// The rows.
    public let panel: Panel
    /// For each child whether more of its score is better.
    public let directions: [Direction]
    /// The sets of units that are compared.
    public let references: ReferenceSets?
    /// The values of its parameters.
    public let parameters: ParameterValues

    /// Creates an input.
    public init(
        panel: Panel, directions: [Direction], references: ReferenceSets? = nil,
        parameters: ParameterValues = ParameterValues()
    ) {
        self.panel = panel
        self.directions = directions
        self.references = references
        self.parameters = parameters
    }
}

/// A prepared aggregation: a pure function from the scores of children to those of their node.
public protocol AggregationKernel: Sendable {
    /// The number of doubles that it needs as scratch.
    var scratchCount: Int { get }
    /// The formula and its inputs, for explanations; nothing where the method has no closed form.
    var closedForm: ClosedForm? { get }

    /// Forms a score in every row; NaN on the way in and out where there is none.
    ///
    /// - Parameters:
    ///   - scores: a number a row of the first child, then of the next.
    ///   - weights: the weight of each child; or of each child in each row, laid out like the scores.
    ///   - results: a number a row of the panel.
    ///   - scratch: room for the work.
    func aggregate(
        _ scores: Span<Double>, weights: Span<Double>, into results: inout MutableSpan<Double>,
        scratch: inout MutableSpan<Double>)
}

extension AggregationKernel {
    /// No closed form, unless a kernel says otherwise.
    public var closedForm: ClosedForm? { nil }
    /// No scratch, unless a kernel says otherwise.
    public var scratchCount: Int { 0 }
}

/// An aggregation that is a formula over the children's `score`, `weight` and `direction`, its numeric parameters and
/// statistics of the reference set.
public protocol ClosedFormAggregation: Aggregation {
    /// The formula for parameters, with ``Formula/overChildren(_:_:)``.
    ///
    /// - Throws: ``MethodError`` where the parameters contradict each other.
    func formula(parameters: ParameterValues) throws -> Formula
}

extension ClosedFormAggregation {
    /// Compiles the formula for the rows of the panel.
    public func prepare(_ input: AggregationInput) throws -> any AggregationKernel {
        let form = ClosedForm(
            try formula(parameters: input.parameters), panel: input.panel, parameters: input.parameters,
            references: input.references)
        return try FormulaAggregationKernel(form, panel: input.panel, directions: input.directions)
    }
}

/// The kernel of a closed form over children.
public struct FormulaAggregationKernel: AggregationKernel {
    private let program: FormulaProgram
    private let form: ClosedForm

    /// Compiles a closed form for a panel.
    ///
    /// - Throws: ``FormulaProgram/CompilationError``.
    public init(_ form: ClosedForm, panel: Panel, directions: [Direction]) throws {
        self.form = form
        program = try FormulaProgram(
            form.formula, inputs: form.inputs, shape: FormulaProgram.Shape(panel, references: form.references),
            children: directions)
    }

    /// The number of doubles that it needs as scratch.
    public var scratchCount: Int { program.scratchCount }
    /// The formula and its inputs.
    public var closedForm: ClosedForm? { form }

    /// Forms a score in every row.
    public func aggregate(
        _ scores: Span<Double>, weights: Span<Double>, into results: inout MutableSpan<Double>,
        scratch: inout MutableSpan<Double>
    ) {
        program.evaluate(live: scores, weights: weights, into: &results, scratch: &scratch)
    }
}

/// A kernel whose work is a function over the units of one reference set, for methods that compare units in pairs or
/// solve a problem for each.
public struct SetAggregationKernel: AggregationKernel {
    /// Forms the scores of some units from the scores of each, one a child, and the weights of each, one a child.
    public typealias Compute = @Sendable (_ scores: [[Double]], _ weights: [[Double]]) -> [Double]

    private let sets: [[Int]]
    private let rowCount: Int
    private let childCount: Int
    private let compute: Compute

    /// Creates a kernel.
    ///
    /// - Parameters:
    ///   - input: what the aggregation is prepared from.
    ///   - compute: gets the rows of one reference set, in the order of the panel, NaN where a child has no score; and
    ///     gives back a score for each, NaN where there is none.
    public init(_ input: AggregationInput, compute: @escaping Compute) {
        rowCount = input.panel.rowCount
        childCount = input.directions.count
        sets = input.references?.members ?? (0..<input.panel.rowCount).map { [$0] }
        self.compute = compute
    }

    /// Forms the scores set by set.
    public func aggregate(
        _ scores: Span<Double>, weights: Span<Double>, into results: inout MutableSpan<Double>,
        scratch: inout MutableSpan<Double>
    ) {
        for row in 0..<rowCount { results[row] = .nan }
        let perRow = weights.count == childCount * rowCount && rowCount != 1
        for rows in sets where !rows.isEmpty {
            let own = rows.map { row in (0..<childCount).map { scores[$0 * rowCount + row] } }
            let ownWeights = rows.map { row in
                (0..<childCount).map { perRow ? weights[$0 * rowCount + row] : weights[$0] }
            }
            for (row, result) in zip(rows, compute(own, ownWeights)) { results[row] = result }
        }
    }
}

/// A case worked by hand or taken from a publication: the scores of the children of a node for some units, and what
/// must come out for each.
public struct AggregationExample: Sendable {
    /// What the case shows, with its source.
    public let title: BilingualText
    /// The scores of the children, a row a unit.
    public let scores: [[Double?]]
    /// The weights of the children.
    public let weights: [Double]
    /// For each child whether more is better; all so where there are none.
    public let directions: [Direction]
    /// The values of the parameters.
    public let parameters: [String: ParameterValue]
    /// The scores that must come out, one a unit.
    public let expected: [Double?]
    /// To how many decimals the source gives them; to full precision where it says nothing.
    public let decimals: Int?

    /// Creates an example with several units.
    public init(
        _ title: BilingualText, scores: [[Double?]], weights: [Double], directions: [Direction] = [],
        parameters: [String: ParameterValue] = [:], expected: [Double?], decimals: Int? = nil
    ) {
        self.title = title
        self.scores = scores
        self.weights = weights
        self.directions = directions
        self.parameters = parameters
        self.expected = expected
        self.decimals = decimals
    }

    /// Creates an example with one unit.
    public init(
        _ title: BilingualText, scores: [Double?], weights: [Double], parameters: [String: ParameterValue] = [:],
        expected: Double?
    ) {
        self.init(title, scores: [scores], weights: weights, parameters: parameters, expected: [expected])
    }
}
