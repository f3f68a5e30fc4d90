/// Everything that a specification may name: plug-ins with their indicators, and methods and exporters by id.
public struct Catalogue: Sendable {
    /// Why a catalogue cannot be formed.
    public struct Conflict: Error, Sendable, Hashable, CustomStringConvertible {
        /// What stands against what.
        public let description: String
    }

    /// The plug-ins, in listed order.
    public let plugins: [any DomainPlugin]
    /// The evaluators by id.
    public let evaluators: [String: any Evaluator]
    /// The outlier treatments and transforms by id.
    public let treatments: [String: any Treatment]
    /// The imputations by id.
    public let imputations: [String: any Imputation]
    /// The weightings by id.
    public let weightings: [String: any Weighting]
    /// The aggregations by id.
    public let aggregations: [String: any Aggregation]
    /// The exporters by id.
    public let exporters: [String: any Exporter]
    /// The indicators by id.
    public let indicators: [String: any Indicator]
    /// The variables of all indicators, and those that a specification declares, by id.
    public let variables: [String: Variable]
    /// The variables that a specification declares, since its own data bring them, in written order.
    public let declared: [Variable]
    /// The registers of all indicators by id.
    public let registers: [String: RegisterDescription]
    /// The policy's statements by id.
    public let statements: [String: PolicyStatement]
    /// The checks that plug-ins declare, in listed order, and then those that a specification declares.
    public let checks: [DataCheck]
    private let providers: [any MethodProvider]
    private let written: [any Indicator]
    private let declaredChecks: [DataCheck]

    /// Creates a catalogue.
    ///
    /// - Throws: ``Conflict`` where two parts claim one id, or declare one variable or register differently.
    public init(plugins: [any DomainPlugin], providers: [any MethodProvider]) throws {
        try self.init(plugins: plugins, providers: providers, written: [], declared: [], declaredChecks: [])
    }

    private init(
        plugins: [any DomainPlugin], providers: [any MethodProvider], written: [any Indicator], declared: [Variable],
        declaredChecks: [DataCheck]
    ) throws {
        self.plugins = plugins
        self.providers = providers
        self.written = written
        self.declared = declared
        self.declaredChecks = declaredChecks
        let all = providers + plugins.map { $0 as any MethodProvider }
        evaluators = try Catalogue.unique(all.flatMap(\.evaluators), "evaluator") { $0.description.id }
        treatments = try Catalogue.unique(all.flatMap(\.treatments), "treatment") { $0.description.id }
        imputations = try Catalogue.unique(all.flatMap(\.imputations), "imputation") { $0.description.id }
        weightings = try Catalogue.unique(all.flatMap(\.weightings), "weighting") { $0.description.id }
        aggregations = try Catalogue.unique(all.flatMap(\.aggregations), "aggregation") { $0.description.id }
        exporters = try Catalogue.unique(all.flatMap(\.exporters), "exporter") { $0.description.id }
        _ = try Catalogue.unique(plugins, "plug-in") { $0.description.id }
        let indicators = plugins.flatMap(\.indicators) + written
        self.indicators = try Catalogue.unique(indicators, "indicator") { $0.description.id }
        statements = try Catalogue.agreed(plugins.flatMap(\.statements), "statement") { $0.id }
        checks = plugins.flatMap(\.checks) + declaredChecks
        _ = try Catalogue.unique(checks, "check") { $0.id }
        variables = try Catalogue.agreed(indicators.flatMap(\.description.variables) + declared, "variable") { $0.id }
        registers = try Catalogue.agreed(indicators.flatMap(\.description.registers), "register") { $0.id }
    }

    /// The catalogue of some of its plug-ins alone, with all methods that do not belong to another plug-in.
    ///
    /// - Throws: ``Conflict``, as at creation.
    public func limited(to ids: [String]) throws -> Catalogue {
        try Catalogue(plugins: plugins.filter { ids.contains($0.description.id) }, providers: providers)
    }

    /// The catalogue with a further plug-in.
    ///
    /// - Throws: ``Conflict`` where it claims an id that is taken, or declares a variable or register in another way.
    public func adding(_ plugin: any DomainPlugin) throws -> Catalogue {
        try Catalogue(
            plugins: plugins + [plugin], providers: providers, written: written, declared: declared,
            declaredChecks: declaredChecks)
    }

    /// The plug-in that brings a method of an id, where one does.
    ///
    /// - Parameters:
    ///   - id: the id of the method.
    ///   - kind: what the method is called in messages, such as `evaluator`.
    public func plugin(bringing id: String, kind: String) -> (any DomainPlugin)? {
        plugins.first { $0.methods.contains { $0.kind == kind && $0.description.id == id } }
    }

    /// Whether a specification added indicators that it writes itself over variables, which no plug-in need declare.
    public var hasWrittenIndicators: Bool { written.contains { !$0.description.variables.isEmpty } }

    /// The indicator of an id that a specification writes itself; nothing where a plug-in brings it, or nobody does.
    public func written(_ id: String) -> (any Indicator)? {
        written.first { $0.description.id == id }
    }

    /// The catalogue with further indicators, which a specification writes itself.
    ///
    /// - Throws: ``Conflict`` where two indicators have one id.
    public func adding(_ written: [any Indicator]) throws -> Catalogue {
        try Catalogue(
            plugins: plugins, providers: providers, written: self.written + written, declared: declared,
            declaredChecks: declaredChecks)
    }

    /// The catalogue with variables that a specification declares, since its own data bring them, and checks of them.
    ///
    /// - Throws: ``Conflict`` where a variable is declared in another way, or two checks have one id.
    public func declaring(_ variables: [Variable], checks: [DataCheck] = []) throws -> Catalogue {
        try Catalogue(
            plugins: plugins, providers: providers, written: written, declared: declared + variables,
            declaredChecks: declaredChecks + checks)
    }

    private static func unique<Element>(
        _ elements: [Element], _ kind: String, by id: (Element) -> String
    ) throws -> [String: Element] {
        var table: [String: Element] = [:]
        for element in elements {
            guard table.updateValue(element, forKey: id(element)) == nil else {
                throw Conflict(description: "two plug-ins bring the \(kind) ‘\(id(element))’")
            }
        }
        return table
    }

    private static func agreed<Element: Equatable>(
        _ elements: [Element], _ kind: String, by id: (Element) -> String
    ) throws -> [String: Element] {
        var table: [String: Element] = [:]
        for element in elements {
            if let known = table.updateValue(element, forKey: id(element)), known != element {
                throw Conflict(description: "the \(kind) ‘\(id(element))’ is declared in two different ways")
            }
        }
        return table
    }
}
