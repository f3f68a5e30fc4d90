/// A method that turns the column of an indicator into scores: a normalisation or a scoring rule.
public protocol Evaluator: Sendable {
    /// What it says of itself.
    var description: MethodDescription { get }
    /// Examples worked by hand or taken from a publication.
    var examples: [EvaluationExample] { get }
    /// What it asks of targets; the specification must then give one.
    var targets: TargetRequirement { get }
    /// Whether it takes a statistic over a reference set; the specification must then name one.
    var needsReference: Bool { get }

    /// Prepares the evaluation of a column.
    ///
    /// - Throws: ``MethodError`` where the parameters contradict each other.
    func prepare(_ input: EvaluationInput) async throws -> any EvaluationKernel
}

extension Evaluator {
    /// No target, unless a method says otherwise.
    public var targets: TargetRequirement { .none }
    /// No reference set, unless a method says otherwise.
    public var needsReference: Bool { false }
}

/// What an evaluator asks of the target of a row.
public enum TargetRequirement: Sendable, Hashable {
    /// It compares with no target.
    case none
    /// It compares with any number.
    case number
    /// It compares with a number above zero; where nothing was to be reached, it is not applicable.
    case positive
}

/// What an evaluation is prepared from; the values come later, and may come many times.
public struct EvaluationInput: Sendable {
    /// The rows.
    public let panel: Panel
    /// Whether more is better.
    public let direction: Direction
    /// The target of each row; NaN where there is none.
    public let targets: [Double]?
    /// The sets of rows that statistics are taken over.
    public let references: ReferenceSets?
    /// The values of its parameters.
    public let parameters: ParameterValues

    /// Creates an input.
    public init(
        panel: Panel, direction: Direction, targets: [Double]? = nil, references: ReferenceSets? = nil,
        parameters: ParameterValues = ParameterValues()
    ) {
        self.panel = panel
        self.direction = direction
        self.targets = targets
        self.references = references
        self.parameters = parameters
    }
}

/// A prepared evaluation: a pure function from values to scores that does not allocate.
public protocol EvaluationKernel: Sendable {
    /// The number of doubles that it needs as scratch.
    var scratchCount: Int { get }
    /// The formula and its inputs, for explanations; nothing where the method has no closed form.
    var closedForm: ClosedForm? { get }

    /// Scores every row; NaN on the way in and out where there is no number.
    func evaluate(_ values: Span<Double>, into scores: inout MutableSpan<Double>, scratch: inout MutableSpan<Double>)
}

extension EvaluationKernel {
    /// No closed form, unless a kernel says otherwise.
    public var closedForm: ClosedForm? { nil }
}

/// A formula with the bindings of its inputs.
public struct ClosedForm: Sendable {
    /// The formula.
    public let formula: Formula
    /// The bindings of its inputs; `value`, or the children's scores, are live.
    public let inputs: [String: FormulaInput]
    /// The sets of rows that its statistics are taken over.
    public let references: ReferenceSets?

    /// Creates a closed form.
    public init(formula: Formula, inputs: [String: FormulaInput], references: ReferenceSets? = nil) {
        self.formula = formula
        self.inputs = inputs
        self.references = references
    }

    /// The number of an input in a row, where it has one and is not live.
    public func number(_ input: String, row: Int) -> Double? {
        switch inputs[input] {
        case .number(let number): number
        case .column(let numbers): numbers[row].isNaN ? nil : numbers[row]
        case .live, nil: nil
        }
    }
}

/// A case worked by hand or taken from a publication: the values of some units and the scores that they must get.
public struct EvaluationExample: Sendable {
    /// What the case shows, with its source.
    public let title: BilingualText
    /// Whether more is better.
    public let direction: Direction
    /// The values, one a unit, in one period and one reference set.
    public let values: [Double?]
    /// The targets, one a unit.
    public let targets: [Double]?
    /// The values of the parameters.
    public let parameters: [String: ParameterValue]
    /// The scores that must come out.
    public let expected: [Double?]

    /// Creates an example.
    public init(
        _ title: BilingualText, direction: Direction = .higherIsBetter, values: [Double?], targets: [Double]? = nil,
        parameters: [String: ParameterValue] = [:], expected: [Double?]
    ) {
        self.title = title
        self.direction = direction
        self.values = values
        self.targets = targets
        self.parameters = parameters
        self.expected = expected
    }
}
