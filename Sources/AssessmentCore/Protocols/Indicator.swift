/// Something that is measured: it turns variables and registers into a column.
///
/// Most indicators are ratios, rates, growth, coverage or counts and are declared as a ``FormulaIndicator``; one with
/// domain logic of its own conforms to this protocol. Instances are values without state: the same data give the same
/// measurement.
public protocol Indicator: Sendable {
    /// What it is called, what it means, what it needs and what it measures of the policy.
    var description: IndicatorDescription { get }

    /// Whether it is measured outside this program, by one that is asked one thing after another.
    var runsApart: Bool { get }

    /// Measures every row of the panel.
    ///
    /// A row whose data are missing is left out for their reason. Nothing else than the declared variables and
    /// registers is read.
    ///
    /// - Throws: ``IndicatorError`` where parameters contradict each other or the data; the run stops with its message.
    func measure(_ data: MeasurementData) async throws -> IndicatorMeasurement
}

extension Indicator {
    /// Measured here, unless an indicator says otherwise.
    public var runsApart: Bool { false }
}

/// What an indicator says of itself.
public struct IndicatorDescription: Sendable {
    /// The id by which specifications use it: the plug-in's prefix, a dot and a name, such as `life.online_medical`.
    public let id: String
    /// Its name.
    public let name: BilingualText
    /// What exactly is measured, and how.
    public let definition: BilingualText
    /// Why this measures what the policy asks for.
    public let rationale: BilingualText
    /// What its values are measured in.
    public let unitOfMeasure: UnitOfMeasure
    /// Whether more is better.
    public let direction: Direction
    /// The ids of the policy's statements that it measures; none for one that describes a condition.
    public let statements: [String]
    /// The variables that it reads.
    public let variables: [Variable]
    /// The registers that it reads.
    public let registers: [RegisterDescription]
    /// The parameters that it takes.
    public let parameters: [Parameter]
    /// Whether it reads the variables of the units that belong to an assessed one, as a formula over units does.
    public internal(set) var readsParts: Bool
    /// Examples worked by hand; they are its tests and its reference page.
    public let examples: [IndicatorExample]

    /// Creates a description.
    public init(
        id: String, name: BilingualText, definition: BilingualText, rationale: BilingualText,
        unitOfMeasure: UnitOfMeasure, direction: Direction = .higherIsBetter, statements: [String],
        variables: [Variable] = [], registers: [RegisterDescription] = [], parameters: [Parameter] = [],
        readsParts: Bool = false, examples: [IndicatorExample]
    ) {
        self.readsParts = readsParts
        self.id = id
        self.name = name
        self.definition = definition
        self.rationale = rationale
        self.unitOfMeasure = unitOfMeasure
        self.direction = direction
        self.statements = statements
        self.variables = variables
        self.registers = registers
        self.parameters = parameters
        self.examples = examples
    }
}

/// Why an indicator cannot measure at all, for the person who wrote the specification or sent the data.
public struct IndicatorError: Error, Sendable, CustomStringConvertible {
    /// What is wrong, what was expected and what to do.
    public let description: String

    /// Creates an error.
    public init(_ description: String) {
        self.description = description
    }
}
