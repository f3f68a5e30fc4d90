public import AssessmentCore

/// A rule that every domain plug-in keeps, with the check that proves it on the plug-in's descriptions and examples.
///
/// The test of a plug-in runs them all:
///
/// ```swift
/// @Test("The plug-in keeps every rule", arguments: ConformanceRule.all)
/// func conforms(to rule: ConformanceRule) async {
///     let findings = await rule.findings(in: MyDomain())
///     #expect(findings == [])
/// }
/// ```
public struct ConformanceRule: Sendable, Identifiable, CustomStringConvertible {
    /// The word by which lists and filters name it, such as `missing_values`.
    public let id: String
    /// Its name: the sentence that it proves.
    public let name: BilingualText
    private let check: @Sendable (any DomainPlugin) async -> [Finding]

    /// Creates a rule.
    ///
    /// - Parameter check: gives back what breaks the rule, in the order of the plug-in's lists.
    public init(
        _ id: String, _ name: BilingualText, check: @escaping @Sendable (any DomainPlugin) async -> [Finding]
    ) {
        self.id = id
        self.name = name
        self.check = check
    }

    /// What breaks the rule in a plug-in, each once; nothing where the plug-in keeps it.
    ///
    /// An indicator that throws gives a finding and does not stop the check.
    public func findings(in plugin: any DomainPlugin) async -> [Finding] {
        var seen: Set<Finding> = []
        return await check(plugin).filter { seen.insert($0).inserted }
    }

    /// Its name in English.
    public var description: String { name.en }

    /// Every rule, from what is written down to what is measured.
    public static let all: [ConformanceRule] = [
        .completeTexts, .identifiers, .statements, .workedExamples, .columns, .order, .missingValues, .declaredInputs,
        .places, .monotone, .unitsOfMeasure, .declaredChecks,
    ]
}
