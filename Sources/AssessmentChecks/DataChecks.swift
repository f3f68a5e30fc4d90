public import AssessmentCore

/// Checks collected data: what plug-ins declare, and the rules that hold for every variable and register in use.
///
/// It is a function of its inputs. Findings come in the order of the rules, then of the declarations and of the
/// framework, then of periods; their cases in the order of units.
public struct DataChecks {
    /// A node of the framework with a target: its values and targets over the panel.
    public struct Targeted: Sendable {
        /// The node.
        public let node: FrameworkNode
        /// What was measured.
        public let values: Column
        /// The targets, one a row; NaN where there is none.
        public let targets: [Double]

        /// Creates it.
        public init(node: FrameworkNode, values: Column, targets: [Double]) {
            self.node = node
            self.values = values
            self.targets = targets
        }
    }

    let checked: CheckedData
    let settings: CheckSettings
    let targeted: [Targeted]

    /// Creates the checks of what was collected.
    ///
    /// - Parameters:
    ///   - catalogue: that of the specification.
    ///   - data: carried over to the assessed units.
    ///   - panel: the rows.
    ///   - peerGroupOfUnit: the peer group of each unit of the panel, by its position.
    ///   - targeted: the nodes that have targets, in the order of the framework.
    public init(
        _ specification: Specification, _ catalogue: Catalogue, _ data: CollectedData, panel: Panel,
        peerGroupOfUnit: [Int], targeted: [Targeted] = []
    ) {
        checked = CheckedData(specification, catalogue, data, panel: panel, peerGroupOfUnit: peerGroupOfUnit)
        settings = CheckSettings(specification.checks)
        self.targeted = targeted
    }

    /// What the checks found.
    ///
    /// - Throws: `FormulaProgram.CompilationError` where a declared formula cannot be evaluated.
    public func findings() throws -> [CheckFinding] {
        let rows = [CheckedRows(assessed: checked), CheckedRows(besides: checked)].compactMap(\.self)
        let declared = try checked.catalogue.checks.flatMap { check -> [CheckFinding] in
            let severity = settings.severity(of: check)
            return severity == .off ? [] : try DeclaredCheck(check, checked, rows: rows, severity: severity).findings()
        }
        let rules = CheckRule.all.filter { settings.severity(of: $0) != .off }
        return try CheckRule.all.flatMap { rule in
            declared.filter { $0.rule == rule.id }
                + (rules.contains(rule) ? try builtIn(rule) : [])
        }
    }

    private func builtIn(_ rule: CheckRule) throws -> [CheckFinding] {
        let applied = AppliedRule(rule, settings)
        return switch rule.id {
        case "required": RequiredRule(applied, checked).findings()
        case "jump": JumpRule(applied, checked).findings()
        case "peers": PeerRule(applied, checked).findings()
        case "copied_between_years": CopiedYearRule(applied, checked).findings()
        case "copied_between_units": CopiedUnitRule(applied, checked).findings()
        case "sum_of_parts": SumOfPartsRule(applied, checked).findings()
        case "terminal_digits": TerminalDigitRule(applied, checked).findings()
        case "benford": BenfordRule(applied, checked).findings()
        case "threshold": ThresholdRule(applied, checked, targeted).findings()
        case "organisation_code": OrganisationCodeRule(applied, checked).findings()
        case "organisation_code_missing": MissingCodeRule(applied, checked).findings()
        case "registered_twice": RegisteredTwiceRule(applied, checked).findings()
        case "register_dates": RegisterDateRule(applied, checked).findings()
        case "register_withdrawn": WithdrawnRule(applied, checked).findings()
        case "register_units": RegisterUnitRule(applied, checked).findings()
        default: []
        }
    }
}

/// A rule as a specification sets it.
struct AppliedRule {
    let rule: CheckRule
    let severity: CheckSeverity
    private let parameters: ParameterValues

    init(_ rule: CheckRule, _ settings: CheckSettings) {
        self.rule = rule
        severity = settings.severity(of: rule)
        parameters = settings.parameters(of: rule)
    }

    /// The number of a parameter, which has a default.
    func number(_ name: String) -> Double { parameters.number(name) ?? .nan }

    func flag(_ name: String) -> Bool { parameters.flag(name) ?? false }

    func text(_ name: String) -> String { parameters.text(name) ?? "" }
}
