/// A method that turns a column into another: an evaluator, an outlier treatment or an imputation.
public protocol ColumnMethod: Sendable {
    /// What it says of itself.
    var description: MethodDescription { get }
    /// Examples worked by hand or taken from a publication; they are its tests and its reference page.
    var examples: [ColumnExample] { get }
    /// Whether it takes a statistic over a reference set; the specification must then name one.
    var needsReference: Bool { get }
    /// Whether its work is done outside of this program, by a process, so that it cannot be done thousands of times.
    var runsApart: Bool { get }

    /// Prepares the work on a column.
    ///
    /// - Throws: ``MethodError`` where the parameters contradict each other.
    func prepare(_ input: ColumnInput) async throws -> any ColumnKernel
}

extension ColumnMethod {
    /// No reference set, unless a method says otherwise.
    public var needsReference: Bool { false }
    /// Within this program, unless a method says otherwise.
    public var runsApart: Bool { false }
}

/// A method that turns the values of an indicator, or the scores of a node, into scores: a normalisation or a scoring
/// rule.
public protocol Evaluator: ColumnMethod {
    /// What it asks of targets; the specification must then give one.
    var targets: TargetRequirement { get }
    /// Whether its results point the way its values do, so that fewer of a burden is still better afterwards. Others
    /// give scores of which more is better.
    var keepsDirection: Bool { get }

    /// Whether a better value never scores less while the others stay; not where the best lies in the middle, or where a
    /// table alone says what scores how much.
    func isMonotone(with parameters: ParameterValues) -> Bool

    /// The score of full marks (满分), which the best value reaches; nothing where there are none, or where the best score
    /// is not known beforehand. A method that compares with a target gives them exactly where the target is reached.
    func fullMarks(with parameters: ParameterValues) -> Double?
}

extension Evaluator {
    /// No target, unless a method says otherwise.
    public var targets: TargetRequirement { .none }
    /// Scores of which more is better, unless a method says otherwise.
    public var keepsDirection: Bool { false }
    /// Better values score no less, unless a method says otherwise.
    public func isMonotone(with parameters: ParameterValues) -> Bool { true }
    /// Not known, unless a method says otherwise.
    public func fullMarks(with parameters: ParameterValues) -> Double? { nil }
}

/// A method that changes values before they are scored: an outlier treatment or a transform.
///
/// Cells without a value stay without one.
public protocol Treatment: ColumnMethod {
    /// Whether a larger value becomes a smaller one, so that the direction turns around for the steps that follow.
    var reversesOrder: Bool { get }
}

extension Treatment {
    /// The order stays, unless a method says otherwise.
    public var reversesOrder: Bool { false }
}

/// A method that puts in values where there are none.
///
/// Its kernel gets the column followed by its companions, and gives back the column with the values that it puts in;
/// what was there it leaves as it is.
public protocol Imputation: ColumnMethod {
    /// Whether it reads the values of the other indicators below the same node.
    var needsCompanions: Bool { get }
}

extension Imputation {
    /// No companions, unless a method says otherwise.
    public var needsCompanions: Bool { false }
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

/// What the work on a column is prepared from; the values come later, and may come many times.
public struct ColumnInput: Sendable {
    /// The rows.
    public let panel: Panel
    /// Whether more is better.
    public let direction: Direction
    /// The target of each row; NaN where there is none.
    public let targets: [Double]?
    /// The sets of rows that statistics are taken over.
    public let references: ReferenceSets?
    /// The directions of the companions that follow the column.
    public let companions: [Direction]
    /// The values of its parameters.
    public let parameters: ParameterValues

    /// Creates an input.
    public init(
        panel: Panel, direction: Direction, targets: [Double]? = nil, references: ReferenceSets? = nil,
        companions: [Direction] = [], parameters: ParameterValues = ParameterValues()
    ) {
        self.panel = panel
        self.direction = direction
        self.targets = targets
        self.references = references
        self.companions = companions
        self.parameters = parameters
    }
}

/// Prepared work on a column: a pure function from values to results.
///
/// One with a closed form does not allocate, and does not fail.
public protocol ColumnKernel: Sendable {
    /// The number of doubles that it needs as scratch.
    var scratchCount: Int { get }
    /// The formula and its inputs, for explanations; nothing where the method has no closed form.
    var closedForm: ClosedForm? { get }

    /// Works on every row; NaN on the way in and out where there is no number.
    ///
    /// - Parameters:
    ///   - values: the column, followed by its companions where the method asks for them.
    ///   - results: a number a row of the panel.
    ///   - scratch: room for the work.
    /// - Throws: where the work is done by a process and that fails.
    func evaluate(
        _ values: Span<Double>, into results: inout MutableSpan<Double>, scratch: inout MutableSpan<Double>
    ) throws

    /// What is to be said about the work on some values, beyond what the description says.
    func remarks(on values: [Double], results: [Double]) -> ColumnRemarks
}

extension ColumnKernel {
    /// No closed form, unless a kernel says otherwise.
    public var closedForm: ClosedForm? { nil }
    /// No scratch, unless a kernel says otherwise.
    public var scratchCount: Int { 0 }
    /// Nothing, unless a kernel says otherwise.
    public func remarks(on values: [Double], results: [Double]) -> ColumnRemarks { ColumnRemarks() }
}

/// What a kernel says about its work on some values.
public struct ColumnRemarks: Sendable {
    /// On the column as a whole, such as the skewness that made it treat the values.
    public var column: [BilingualText]
    /// On single cells, by row.
    public var cells: [Int: BilingualText]

    /// Creates remarks.
    public init(column: [BilingualText] = [], cells: [Int: BilingualText] = [:]) {
        self.column = column
        self.cells = cells
    }
}

/// A kernel whose work is a function over whole arrays, for methods that have no closed form.
public struct ArrayKernel: ColumnKernel {
    private let rowCount: Int
    private let compute: @Sendable ([Double]) -> [Double]
    private let remark: @Sendable ([Double], [Double]) -> ColumnRemarks

    /// Creates a kernel.
    ///
    /// - Parameters:
    ///   - rowCount: the number of rows of the panel.
    ///   - remark: what is to be said about values and their results.
    ///   - compute: gives back one number a row of the panel, from the column and its companions.
    public init(
        rowCount: Int, remark: @escaping @Sendable ([Double], [Double]) -> ColumnRemarks = { _, _ in ColumnRemarks() },
        compute: @escaping @Sendable ([Double]) -> [Double]
    ) {
        self.rowCount = rowCount
        self.compute = compute
        self.remark = remark
    }

    /// Hands the values over as an array.
    public func evaluate(
        _ values: Span<Double>, into results: inout MutableSpan<Double>, scratch: inout MutableSpan<Double>
    ) {
        let computed = compute(values.withUnsafeBufferPointer { Array($0) })
        for row in 0..<rowCount { results[row] = row < computed.count ? computed[row] : .nan }
    }

    /// What is to be said.
    public func remarks(on values: [Double], results: [Double]) -> ColumnRemarks { remark(values, results) }
}

/// A formula with the bindings of its inputs.
public struct ClosedForm: Sendable {
    /// The formula.
    public let formula: Formula
    /// The bindings of its inputs; `value`, or the children's scores, are live.
    public let inputs: [String: FormulaInput]
    /// The sets of rows that its statistics are taken over.
    public let references: ReferenceSets?
    /// The results of those of its parts that read other rows than the ones at hand, one a row at hand; none where every row
    /// is at hand.
    public let resolved: [Formula: [Double]]

    /// Creates a closed form.
    public init(
        formula: Formula, inputs: [String: FormulaInput], references: ReferenceSets? = nil,
        resolved: [Formula: [Double]] = [:]
    ) {
        self.formula = formula
        self.inputs = inputs
        self.references = references
        self.resolved = resolved
    }

    /// The same of some rows alone: what its parts read of others is given by their results.
    ///
    /// - Parameters:
    ///   - rows: the rows, those of one unit.
    ///   - result: the result of a part in a row.
    public func rows(_ rows: [Int], _ result: (_ part: Formula, _ row: Int) -> Double) -> ClosedForm {
        let inputs = inputs.mapValues { input in
            if case .column(let numbers) = input { return FormulaInput.column(rows.map { numbers[$0] }) }
            return input
        }
        var resolved: [Formula: [Double]] = [:]
        for part in formula.partsOverOthers { resolved[part] = rows.map { result(part, $0) } }
        let references = references.map { references in
            ReferenceSets(
                references.scope, setOfRow: [Int](repeating: 0, count: rows.count), members: [Array(rows.indices)])
        }
        return ClosedForm(formula: formula, inputs: inputs, references: references, resolved: resolved)
    }

    /// Creates a closed form whose inputs are `value`, the numeric parameters of a method and its targets.
    public init(
        _ formula: Formula, panel: Panel, parameters: ParameterValues, targets: [Double]? = nil,
        references: ReferenceSets? = nil
    ) {
        var inputs: [String: FormulaInput] = ["value": .live()]
        if let targets { inputs["target"] = .column(targets) }
        let read = Set(formula.inputs)
        for name in parameters.names where read.contains(name) {
            guard let table = parameters.numberTable(name) else { continue }
            inputs[name] = table.single.map { .number($0) } ?? .column(table.numbers(for: panel))
        }
        self.init(formula: formula, inputs: inputs, references: references)
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

/// A case worked by hand or taken from a publication: the values of some units and what must come out.
public struct ColumnExample: Sendable {
    /// What the case shows, with its source.
    public let title: BilingualText
    /// Whether more is better.
    public let direction: Direction
    /// The periods, earliest first.
    public let periods: [Int]
    /// The values, one a unit; with several periods those of the first, then of the next.
    public let values: [Double?]
    /// The targets, one a value.
    public let targets: [Double]?
    /// The group of each unit, for a method that compares within groups; all in one where there are none.
    public let groups: [String]
    /// The values of the companions, each laid out like the values.
    public let companions: [[Double?]]
    /// The values of the parameters.
    public let parameters: [String: ParameterValue]
    /// What must come out, laid out like the values.
    public let expected: [Double?]
    /// To how many decimals the source gives it; to full precision where it says nothing.
    public let decimals: Int?

    /// Creates an example.
    public init(
        _ title: BilingualText, direction: Direction = .higherIsBetter, periods: [Int] = [2020], values: [Double?],
        targets: [Double]? = nil, groups: [String] = [], companions: [[Double?]] = [],
        parameters: [String: ParameterValue] = [:], expected: [Double?], decimals: Int? = nil
    ) {
        self.title = title
        self.direction = direction
        self.periods = periods
        self.values = values
        self.targets = targets
        self.groups = groups
        self.companions = companions
        self.parameters = parameters
        self.expected = expected
        self.decimals = decimals
    }
}
