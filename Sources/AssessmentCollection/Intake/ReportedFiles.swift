public import AssessmentCore
internal import AssessmentData
internal import AssessmentSpreadsheets

/// Reads the files that report to an assessment: forms that came back, and text files.
public struct ReportedFiles: Sendable {
    private let specification: Specification
    private let standard: StatisticalStandard
    private let units: UnitTable
    private let rules: Set<NumberRule>
    private let observations: Observations
    private let positions: ObservationPositions

    /// - Parameters:
    ///   - specification: the specification that is reported to.
    ///   - standard: its standard.
    ///   - units: every unit that data may refer to.
    ///   - rules: what is taken for a number besides digits with a decimal point.
    ///   - observations: what is known already, of which forms print the year before.
    public init(
        specification: Specification, standard: StatisticalStandard, units: UnitTable, rules: Set<NumberRule>,
        observations: Observations
    ) {
        self.specification = specification
        self.standard = standard
        self.units = units
        self.rules = rules
        self.observations = observations
        positions = ObservationPositions(observations)
    }

    /// What an original of these bytes is called behind its digest.
    public func ending(of bytes: [UInt8]) -> String { ReportedFiles.isWorkbook(bytes) ? ".xlsx" : ".csv" }

    /// Reads a file: a workbook by its first bytes, whatever its name, else a text file.
    ///
    /// - Throws: `DiagnosticList` with what is wrong with it, place by place.
    public func read(_ bytes: [UInt8], name: String) throws(DiagnosticList) -> ReportedContents {
        if let problem = ReportedFiles.mismatch(bytes, name) { throw DiagnosticList([problem]) }
        if ReportedFiles.isWorkbook(bytes) {
            let workbook = try FilledWorkbook(bytes, file: name)
            var reading = FormReading(
                workbook, file: name,
                FormReading.Expectation(
                    assessment: specification.id, period: specification.period, standard: standard, units: units,
                    rules: rules, previous: previous))
            return try reading.read()
        }
        let file = try ReportedFile.read(
            bytes, file: name, units: units,
            variables: Dictionary(standard.collected.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            periods: specification.periods, rules: rules, standard: standard.digest)
        var contents = ReportedContents()
        contents.values = file.values
        contents.encoding = file.encoding
        if file.namesStandard { contents.standard = standard.digest }
        return contents
    }

    /// The figure of the year before that a form has beside a variable.
    private func previous(_ unit: String, _ variable: String) -> Double? {
        positions[variable, unit, Period(year: specification.period.year - 1)].flatMap { observations[$0].value }
    }

    /// The first bytes of a ZIP archive, which a workbook is, and of the older format of Microsoft's programs, which also
    /// holds what is encrypted.
    static func isWorkbook(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }

    /// A file whose bytes are not what its name says.
    private static func mismatch(_ bytes: [UInt8], _ name: String) -> Diagnostic? {
        let start = SourcePosition(file: name, line: 1, column: 1)
        let ending = name.lowercased()
        if bytes.isEmpty { return Diagnostic(at: start, "the file is empty", expected: "a filled form") }
        let saysWorkbook = [".xlsx", ".xlsm", ".xls"].contains { ending.hasSuffix($0) }
        if saysWorkbook, !isWorkbook(bytes) {
            return Diagnostic(
                at: start, "the file is no workbook, whatever its name says",
                expected: "a workbook that ‘assess forms’ wrote; a text file must have a name that ends in .csv")
        }
        return nil
    }
}
