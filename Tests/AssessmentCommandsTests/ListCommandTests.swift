import AssessmentCore
import AssessmentWorkbench
import Foundation
import Testing

@testable import AssessmentCommands

@Suite("assess list")
struct ListCommandTests {
    @Test(
        "Each subject is listed, a line each with its names in both languages",
        arguments: [
            ("plugins", "ConsumptionFoundation"), ("indicators", "foundation.urban_income"), ("methods", "min_max"),
            ("variables", "resident_population"),
        ])
    func subjects(subject: String, id: String) throws {
        let outcome = try Assess.run("list", subject)
        #expect(outcome.code == 0)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix(id + " ") })
        // Two methods may share an id where they are of different kinds, such as the median of values and of scores.
        let named = lines.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        #expect(Set(named).count == lines.count)
        // The last column begins at the same place in each line, though Chinese characters are two columns wide.
        let starts = Set(
            lines.map { line in
                let last = line.range(of: "  ", options: .backwards)?.upperBound ?? line.startIndex
                return TextTable.width(String(line[..<last]))
            })
        #expect(starts.count == 1)
    }

    @Test("Every method has a page with its formula, its source and a worked example")
    func methodPages() throws {
        let workbench = try Workbench(plugins: [])
        let entries = MethodPages(catalogue: workbench.catalogue).entries
        #expect(entries.count > 100)
        for entry in entries where entry.summary[1] != "format" {
            let page = entry.page()
            for part in ["\nFormula: ", "\nSource: ", "\nWorked examples:\n"] {
                #expect(page.contains(part), "\(entry.summary[0]) (\(entry.summary[1])) lacks \(part)")
            }
        }
    }

    @Test("The page of a format lists the sections that its template may name")
    func sections() throws {
        let page = try Assess.run("list", "methods", "html").output
        #expect(page.contains("\nTakes a template, whose ‘sections’ may be:\n"))
        for section in ["map", "comparison", "downloads", "search"] { #expect(page.contains("\n  \(section)  ")) }
        #expect(try !Assess.run("list", "methods", "csv").output.contains("sections"))
    }

    @Test("The page of a plug-in has its methods; that of a method its plug-in, and its formula where less is better")
    func methodsOfPlugins() throws {
        let catalogue = try Catalogue(plugins: [TimesPlugin()], providers: [])
        let plugin = try #require(ReferencePages(catalogue: catalogue).entries(of: .plugins).first).page()
        #expect(plugin.contains("\nMethods and formats:\n  shorter_time  evaluator  用时  Time\n"))
        #expect(plugin.contains("\nIndicators:\n  times.wait  等候  Waiting\n"))
        let method = try #require(MethodPages(catalogue: catalogue).entries.first).page()
        #expect(method.contains("\nBrought by: Times\n") && method.contains("\nFormula: 100 / value\n"))
        let indicator = try #require(ReferencePages(catalogue: catalogue).entries(of: .indicators).first).page()
        #expect(indicator.contains("    wait = 5\n    { limit: 3 }\n    → 3\n"))
    }

    @Test("A method has a page with its source, formula, parameters and examples")
    func page() throws {
        let outcome = try Assess.run("list", "methods", "min_max")
        #expect(outcome.code == 0)
        for text in [
            "min_max (evaluator)\n极差标准化 / Min–max\n", "Source: OECD/JRC (2008)", "Formula: low + (high - low)",
            "Parameters:\n  low   a number, default 0", "values 10, 25, –, 40\n    → 0, 50, –, 100\n",
        ] {
            #expect(outcome.output.contains(text), "\(text)")
        }
    }

    @Test("The page of a method tells where a better value may score less")
    func notMonotone() throws {
        let pages = MethodPages(catalogue: try Workbench(plugins: []).catalogue).entries
        let note = "Depending on its parameters a better value may score less.\n"
        #expect(
            pages.filter { $0.page().contains(note) }.map { $0.summary[0] }
                == ["bands", "categories", "deviation_deduction", "percentile_bands", "self_reported_target"])
    }

    @Test("Every listed thing has a page of its own", arguments: ["plugins", "methods"])
    func pages(subject: String) throws {
        let lines = try Assess.run("list", subject).output.split(separator: "\n")
        for id in lines.map({ String($0.prefix { $0 != " " }) }) {
            let outcome = try Assess.run("list", subject, id)
            #expect(outcome.code == 0)
            #expect(outcome.output.hasPrefix(id + " "))
        }
    }

    @Test("An id that is not there ends in 64 with the nearest one")
    func unknown() throws {
        let outcome = try Assess.run("list", "methods", "minmax")
        #expect(outcome.code == 64)
        #expect(outcome.errors == "Error: there is no ‘minmax’ among the methods; did you mean ‘min_max’?\n")
    }
}

/// A plug-in with an indicator that takes a parameter, and a rule for burdens alone.
private struct TimesPlugin: DomainPlugin {
    let description = PluginDescription(
        id: "Times", prefix: "times", version: "1", name: BilingualText(same: "Times"), summary: BilingualText(same: "")
    )
    let statements: [PolicyStatement] = []
    let evaluators: [any Evaluator] = [ShorterTime()]

    var indicators: [any Indicator] {
        let wait = Variable(
            id: "wait", name: BilingualText(same: "wait"), definition: BilingualText(same: ""), unitOfMeasure: .count,
            reportedBy: BilingualText(same: ""))
        return [
            FormulaIndicator(
                IndicatorDescription(
                    id: "times.wait", name: BilingualText(zh: "等候", en: "Waiting"),
                    definition: BilingualText(same: ""), rationale: BilingualText(same: ""), unitOfMeasure: .count,
                    statements: [], variables: [wait],
                    parameters: [Parameter("limit", BilingualText(same: ""), .number())],
                    examples: [
                        IndicatorExample(
                            BilingualText(same: "At most the limit"), [wait: 5], parameters: ["limit": .number(3)],
                            gives: 3)
                    ]),
                formula: .apply(.minimum, [.variable(wait), .input("limit")]))
        ]
    }
}

private struct ShorterTime: ClosedFormEvaluator {
    let description = MethodDescription(
        id: "shorter_time", name: BilingualText(zh: "用时", en: "Time"), summary: BilingualText(same: ""), source: "none")
    let examples: [ColumnExample] = []

    func formula(direction: Direction, parameters: ParameterValues) throws -> Formula {
        guard direction == .lowerIsBetter else { throw MethodError("shorter_time scores burdens") }
        return 100 / .input("value")
    }
}
