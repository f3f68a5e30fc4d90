public import AssessmentCore
internal import AssessmentData
internal import AssessmentExporters

/// The statistical standard of an assessment (统计标准): every variable and register that its plug-ins declare, with the
/// indicators that need it and who reports it.
public struct StatisticalStandard: Sendable {
    /// An indicator that needs something.
    public struct Use: Sendable, Hashable {
        /// The id of the indicator.
        public let indicator: String
        /// Its name.
        public let name: BilingualText
    }

    /// A variable with what needs it.
    public struct Item: Sendable {
        /// The variable.
        public let variable: Variable
        /// The indicators that need it, in the order of the framework and then of the plug-ins.
        public let uses: [Use]
        /// The checks that plug-ins declare for it, alone or with others.
        public let checks: [DataCheck]
        /// Whether it is collected: the framework uses it, and no file beside the collection gives it.
        public let isCollected: Bool

        init(variable: Variable, uses: [Use], checks: [DataCheck] = [], isCollected: Bool) {
            self.variable = variable
            self.uses = uses
            self.checks = checks
            self.isCollected = isCollected
        }
    }

    /// A register with what needs it.
    public struct RegisterItem: Sendable {
        /// The register.
        public let register: RegisterDescription
        /// The indicators that need it.
        public let uses: [Use]
        /// Whether it is collected: the framework uses it, and no file beside the collection gives it.
        public let isCollected: Bool
    }

    /// The id of the assessment.
    public let assessment: String
    /// Its title.
    public let title: BilingualText
    /// The document that it is based on.
    public let basis: String
    /// The assessed period.
    public let period: Period
    /// The levels of the units that report; every level where there are none.
    public let levels: [String]
    /// The variables: first those that are collected, in the order of the framework.
    public let items: [Item]
    /// The registers: first those that are collected, in the order of the framework.
    public let registers: [RegisterItem]

    /// A standard of stated parts.
    init(
        assessment: String, title: BilingualText, basis: String, period: Period, levels: [String], items: [Item],
        registers: [RegisterItem]
    ) {
        self.assessment = assessment
        self.title = title
        self.basis = basis
        self.period = period
        self.levels = levels
        self.items = items
        self.registers = registers
    }

    /// Forms the standard of a specification.
    ///
    /// - Parameters:
    ///   - specification: the specification.
    ///   - catalogue: the catalogue of its plug-ins, with the indicators that the specification writes itself.
    public init(_ specification: Specification, _ catalogue: Catalogue) {
        assessment = specification.id
        title = specification.title
        basis = specification.basis
        period = specification.period
        levels = specification.units.levels
        let used = specification.framework.subtree.compactMap { $0.measure?.indicator }
        let inUse = Set(used)
        let declared = catalogue.plugins.flatMap(\.indicators).map(\.description.id)
        var seen: Set<String> = []
        let indicators = (used + declared).filter { seen.insert($0).inserted }
            .compactMap { catalogue.indicators[$0]?.description }
        let others = Set(specification.variablesOfTargets + specification.variablesOfStatistics)
        let given = Given(specification)
        let settings = CheckSettings(specification.checks)
        let checks = catalogue.checks.filter { settings.severity(of: $0) != .off }
        items = StatisticalStandard.gathered(indicators.map { ($0, $0.variables.map { ($0.id, $0) }) }).map {
            variable, uses in
            Item(
                variable: variable, uses: uses.map { Use(indicator: $0.id, name: $0.name) },
                checks: checks.filter { $0.variables.contains(variable.id) },
                isCollected: !given.variables.contains(variable.id)
                    && (others.contains(variable.id) || uses.contains { inUse.contains($0.id) }))
        }
        registers = StatisticalStandard.gathered(indicators.map { ($0, $0.registers.map { ($0.id, $0) }) }).map {
            register, uses in
            RegisterItem(
                register: register, uses: uses.map { Use(indicator: $0.id, name: $0.name) },
                isCollected: !given.registers.contains(register.id) && uses.contains { inUse.contains($0.id) })
        }
    }

    /// What a specification gives in files of its own beside a collection, so that nobody is asked for it: the variables that
    /// tables and queries of the assessed period name under ‘columns’, and registers.
    private struct Given {
        var variables: Set<String> = []
        var registers: Set<String> = []

        init(_ specification: Specification) {
            let collects = specification.data.contains { file in
                if case .collection = file.content { true } else { false }
            }
            guard collects else { return }
            for file in specification.data {
                switch file.content {
                case .register(let id): registers.insert(id)
                case .table(let form): add(form, specification.period)
                case .query(let query): add(query.form, specification.period)
                default: continue
                }
            }
        }

        private mutating func add(_ form: TableForm, _ assessed: Period) {
            if case .only(let period) = form.period, period != assessed { return }
            variables.formUnion(form.variables.values)
        }
    }

    /// What indicators need, each once in the order of appearance, with those that need it.
    private static func gathered<Needed>(
        _ needs: [(indicator: IndicatorDescription, needed: [(id: String, Needed)])]
    ) -> [(Needed, [IndicatorDescription])] {
        var (order, held): ([String], [String: (Needed, [IndicatorDescription])]) = ([], [:])
        for (indicator, needed) in needs {
            for (id, need) in needed {
                if held[id] == nil { order.append(id) }
                held[id, default: (need, [])].1.append(indicator)
            }
        }
        return order.compactMap { held[$0] }
    }

    /// The variables that are collected.
    public var collected: [Variable] { items.filter(\.isCollected).map(\.variable) }
    /// The registers that are collected.
    public var collectedRegisters: [RegisterDescription] { registers.filter(\.isCollected).map(\.register) }

    /// The standard as files: tables, pages and the dictionary in machine form.
    ///
    /// - Parameter languages: the languages of the pages, the first one leading.
    public func files(languages: [Language]) -> [OutputFile] {
        page.files(languages) + StandardTables(standard: self).files
            + [OutputFile(path: "standard.json", bytes: StandardDictionary(of: self).bytes)]
    }

    /// The SHA-256 of what is collected, by which a form belongs to its standard: another definition, unit of measure or
    /// field makes another standard. It leaves out the period, and what the framework does not use.
    public var digest: String { sha256(StandardDictionary(of: self, onlyCollected: true).bytes) }
}
