/// Something that brings methods and exporters to the catalogue.
public protocol MethodProvider: Sendable {
    /// Normalisations and scoring rules.
    var evaluators: [any Evaluator] { get }
    /// Outlier treatments and transforms.
    var treatments: [any Treatment] { get }
    /// Ways to put in values where there are none.
    var imputations: [any Imputation] { get }
    /// Ways to weight the children of a node.
    var weightings: [any Weighting] { get }
    /// Ways to form the score of a node from those of its children.
    var aggregations: [any Aggregation] { get }
    /// Ways to write results.
    var exporters: [any Exporter] { get }
}

extension MethodProvider {
    /// None, unless a provider says otherwise.
    public var evaluators: [any Evaluator] { [] }
    /// None, unless a provider says otherwise.
    public var treatments: [any Treatment] { [] }
    /// None, unless a provider says otherwise.
    public var imputations: [any Imputation] { [] }
    /// None, unless a provider says otherwise.
    public var weightings: [any Weighting] { [] }
    /// None, unless a provider says otherwise.
    public var aggregations: [any Aggregation] { [] }
    /// None, unless a provider says otherwise.
    public var exporters: [any Exporter] { [] }
}

extension MethodProvider {
    /// Every method and format that it brings, in the order of the steps, with what each is called in messages and the
    /// titles of its examples.
    public var methods: [(kind: String, description: MethodDescription, exampleTitles: [BilingualText])] {
        evaluators.map { ("evaluator", $0.description, $0.examples.map(\.title)) }
            + treatments.map { ("treatment", $0.description, $0.examples.map(\.title)) }
            + imputations.map { ("imputation", $0.description, $0.examples.map(\.title)) }
            + weightings.map { ("weighting", $0.description, $0.examples.map(\.title)) }
            + aggregations.map { ("aggregation", $0.description, $0.examples.map(\.title)) }
            + exporters.map { ("format", $0.description, []) }
    }
}

/// A domain of consumption: its indicators, the statements of the policy that they measure, and methods of its own.
public protocol DomainPlugin: MethodProvider {
    /// What it says of itself.
    var description: PluginDescription { get }
    /// The statements of the policy that fall to this domain.
    var statements: [PolicyStatement] { get }
    /// The indicators.
    var indicators: [any Indicator] { get }
    /// What must hold between values of its variables.
    var checks: [DataCheck] { get }
}

extension DomainPlugin {
    /// None, unless a plug-in says otherwise.
    public var checks: [DataCheck] { [] }
}

/// What a plug-in says of itself.
public struct PluginDescription: Sendable, Hashable {
    /// The name by which specifications list it, such as `LifeConsumption`.
    public let id: String
    /// What the ids of its indicators begin with, before the dot.
    public let prefix: String
    /// Its version, which goes into the manifest.
    public let version: String
    /// Its name.
    public let name: BilingualText
    /// What the domain comprises.
    public let summary: BilingualText

    /// Creates a description.
    public init(id: String, prefix: String, version: String, name: BilingualText, summary: BilingualText) {
        self.id = id
        self.prefix = prefix
        self.version = version
        self.name = name
        self.summary = summary
    }
}
