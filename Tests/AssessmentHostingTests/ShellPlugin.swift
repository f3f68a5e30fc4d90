import AssessmentCore
import AssessmentHosting
import AssessmentPluginContract
import Testing

/// A plug-in written in the shell, which answers by the book up to a point and then does something else.
///
/// The requests have known numbers: 1 greets, 2 tells the panel, 3 measures.
enum ShellPlugin {
    /// The domain that it says it is.
    struct Domain: DomainPlugin {
        static let homes = Variable(
            id: "homes", name: BilingualText(zh: "养老机构数", en: "Homes"),
            definition: BilingualText(zh: "年末数", en: "At the end of the year"), unitOfMeasure: .count,
            reportedBy: BilingualText(zh: "民政局", en: "Civil affairs bureau"))

        let description = PluginDescription(
            id: "Shell", prefix: "shell", version: "1", name: BilingualText(zh: "壳", en: "Shell"),
            summary: BilingualText(zh: "测试", en: "A test"))
        let statements: [PolicyStatement] = []
        let checks: [DataCheck] = [.count(homes, "shell")]
        let indicators: [any Indicator] = [
            FormulaIndicator(
                IndicatorDescription(
                    id: "shell.homes", name: BilingualText(zh: "机构", en: "Homes"),
                    definition: BilingualText(zh: "机构", en: "Homes"),
                    rationale: BilingualText(zh: "机构", en: "Homes"),
                    unitOfMeasure: .count, statements: [], variables: [homes], examples: []),
                formula: .variable(homes))
        ]
    }

    static let panel = Panel(
        units: ["1", "2", "3"].map {
            AssessedUnit(code: $0, name: BilingualText(same: $0), level: "city")
        }, periods: [Period(year: 2020)])

    /// What it is asked to measure: 4 and 5 homes, and a unit that did not report.
    static let data: MeasurementData = {
        var column = Column(count: 3, absent: .notSubmitted)
        column.measure(4, at: 0)
        column.measure(5, at: 1)
        return MeasurementData(panel: panel, units: UnitTable(panel.units), variables: ["homes": column])
    }()

    /// The right answer to the measurement.
    static let right = """
        {"message":"measured","request":3,"column":{"values":[4,5,null],"absent":{"not_submitted":[2]}},\
        "evidence":{"variables":[{"variable":"homes"}]}}
        """
    static let hello = String(decoding: Answer.hello(Hello(Domain())).line(number: 1), as: UTF8.self)
    static let accepted = #"{"message":"accepted","request":2}"#
    static let goodbye = #"{"message":"goodbye","request":4}"#

    /// A line of a script that prints a line.
    static func say(_ line: String) -> String { "cat <<'END'\n\(line)\nEND" }

    /// A program that greets and accepts, and runs some lines of shell when it has read the measurement.
    static func program(atMeasure lines: String) -> PluginProgram {
        program(
            """
            read -r line
            \(say(hello))
            read -r line
            \(say(accepted))
            read -r line
            \(lines)
            """)
    }

    /// A program of some lines of shell.
    static func program(_ script: String) -> PluginProgram {
        PluginProgram(
            words: ["sh", "plugin.sh"],
            files: [PluginProgram.File(path: "plugin.sh", bytes: Array((script + "\n").utf8), sha256: "")])
    }

    /// What came of a measurement.
    static func measure(
        _ program: PluginProgram, seconds: Double = 20, mebibytes: Int = 4096,
        isolation: PluginIsolation = .none(because: "a test")
    ) async throws -> IndicatorMeasurement {
        let process = PluginProcess(
            program, limits: PluginLimits(seconds: seconds, mebibytes: mebibytes), isolation: isolation,
            workbench: "test")
        do {
            let plugin = try await process.plugin()
            let indicator = try #require(plugin.indicators.first)
            let measurement = try await indicator.measure(data)
            try await process.end()
            return measurement
        } catch {
            try? await process.end()
            throw error
        }
    }

    /// What is told of a measurement that fails.
    static func failure(
        _ program: PluginProgram, seconds: Double = 20, mebibytes: Int = 4096,
        isolation: PluginIsolation = .none(because: "a test")
    ) async -> String {
        do {
            _ = try await measure(program, seconds: seconds, mebibytes: mebibytes, isolation: isolation)
            return "nothing went wrong"
        } catch {
            return "\(error)"
        }
    }
}
