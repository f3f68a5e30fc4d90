import AssessmentCore
import AssessmentMethods
import AssessmentPipeline
import Testing

@testable import AssessmentExporters

/// Several blank cells that rest on the same small count, before somebody who tries every count.
///
/// The search below knows the formulas, the weights and every variable but the small counts and what stands behind a blank
/// value alone, and reads nothing of the suppression but which cells are blank.
@Suite("Suppression where several cells rest on one count")
struct SharedCountsTests {
    private static let threshold = 5.0
    private static let codes = ["a", "b", "c", "d", "e", "f", "g", "h"]
    /// What is counted, this year and the year before.
    private static let counts = [3, 12, 40, 7, 1, 0, 55, 100].map(Double.init)
    private static let countsBefore = [5, 10, 38, 8, 2, 1, 50, 90].map(Double.init)
    /// What everybody knows.
    private static let people = [9, 12, 40, 77, 21, 10, 50, 50].map(Double.init)
    private static let incomes = [300, 120, 400, 70, 10, 50, 550, 1000].map(Double.init)

    /// The years with what was counted: a case of one year, and one of two.
    private struct Case {
        let years: [Int]
        let indicators: [String]

        static let perHead = Case(years: [2020], indicators: ["count", "per_head", "people"])
        static let years = Case(
            years: [2019, 2020], indicators: ["count", "growth", "ratio", "difference", "people"])
    }

    /// The value of an indicator from a count and that of the year before; nothing where it has none.
    private static func value(_ indicator: String, _ unit: Int, _ count: Double, _ before: Double?) -> Double? {
        switch indicator {
        case "count": count
        case "per_head": count / people[unit]
        case "people": people[unit]
        case "ratio": count == 0 ? nil : incomes[unit] / count
        case "growth": before.flatMap { $0 == 0 ? nil : 100 * (count / $0 - 1) }
        default: before.map { count - $0 }
        }
    }

    /// From 0 to 100, as goalposts of 0 and 100 have it.
    private static func score(_ value: Double) -> Double { min(100, max(0, value)) }

    /// The scores of the part: the mean of those that there are.
    private static func mean(_ scores: [Double?]) -> Double {
        let known = scores.compactMap(\.self)
        return known.reduce(0, +) / Double(known.count)
    }

    @Test("At least two numbers stay possible of every count, whatever rests on it", arguments: [0, 1])
    func open(place: Int) async throws {
        let tried = [Case.perHead, .years][place]
        let assessment = try await run(tried)
        let cells = PublishedCells(assessment, suppressBelow: Self.threshold)
        // Where the scores above are shown, the search finds what was counted.
        var (found, looked) = (0, 0)
        for unit in Self.codes.indices {
            let all = Self.possible(unit, tried, assessment) { _, _ in false }
            let open = Self.possible(unit, tried, assessment) { node, row in
                cells.suppression[.score, node, row] != nil
            }
            for year in tried.years.indices {
                let number = Self.known(unit, tried)[year]
                guard number > 0, number < Self.threshold else { continue }
                looked += 1
                #expect(Set(all.map { $0[year] }).contains(number))
                if Set(all.map { $0[year] }).count == 1 { found += 1 }
                #expect(
                    Set(open.map { $0[year] }).count >= 2, "\(Self.codes[unit]) \(tried.years[year]): \(open)")
            }
        }
        #expect(looked >= 2 && found >= 2)
        // What rests on no small count stays.
        #expect(cells.suppression[.score, "total", assessment.ledger.panel.rowCount - 1] == nil)
    }

    private static func known(_ unit: Int, _ tried: Case) -> [Double] {
        tried.years.count == 1 ? [counts[unit]] : [countsBefore[unit], counts[unit]]
    }

    /// The counts of the years, of 1 to 4 where they are small, that lead to the scores that are shown.
    private static func possible(
        _ unit: Int, _ tried: Case, _ assessment: CompletedAssessment, isBlank: (String, Int) -> Bool
    ) -> [[Double]] {
        let choices = known(unit, tried).map { $0 > 0 && $0 < threshold ? [1, 2, 3, 4] : [$0] }
        let all = choices.dropFirst().reduce(choices[0].map { [$0] }) { sets, next in
            sets.flatMap { set in next.map { set + [$0] } }
        }
        return all.filter { counts in
            tried.years.indices.allSatisfy { year in
                let row = year * codes.count + unit
                // People that nothing else rests on are any number where the value is blank.
                let isFree = isBlank("people", row) && !tried.indicators.contains("per_head")
                let parts = [0.0, 100].map { free in
                    mean(
                        tried.indicators.map { id in
                            if isFree, id == "people" { return free }
                            return value(id, unit, counts[year], year > 0 ? counts[year - 1] : nil).map(score)
                        })
                }
                func isMet(_ node: String, _ least: Double, _ most: Double) -> Bool {
                    guard !isBlank(node, row), let shown = assessment.ledger.scores(of: node)?[row] else { return true }
                    return least - 1e-9 <= shown && shown <= most + 1e-9
                }
                let income = score(incomes[unit])
                let isIncomeFree = isBlank("income", row) && !tried.indicators.contains("ratio")
                let (least, most) = isIncomeFree ? (0, 100) : (income, income)
                // A part that is shown says what the total is.
                return isMet("part", parts[0], parts[1])
                    && (!isBlank("part", row) || isMet("total", (parts[0] + least) / 2, (parts[1] + most) / 2))
            }
        }
    }

    private func run(_ tried: Case) async throws -> CompletedAssessment {
        let mean = Step.aggregate(MethodChoice("arithmetic_mean"), weighting: MethodChoice("given"))
        let missing = Step.missing(MissingRule(otherwise: .renormalise))
        let goalposts = MethodChoice("goalposts", parameters: ["floor": .number(0), "ceiling": .number(100)])
        func leaf(_ id: String, weight: Double) -> FrameworkNode {
            FrameworkNode(
                id: id, name: BilingualText(same: id), role: .weighted(weight),
                measure: FrameworkNode.IndicatorUse("counts.\(id)"),
                steps: [.measure, .evaluate(goalposts), missing])
        }
        let root = FrameworkNode(
            id: "total", name: BilingualText(same: "total"), steps: [mean, missing],
            children: [
                FrameworkNode(
                    id: "part", name: BilingualText(same: "part"), role: .weighted(50), steps: [mean, missing],
                    children: tried.indicators.map { leaf($0, weight: 10) }),
                leaf("income", weight: 50),
            ])
        let periods = tried.years.map { Period(year: $0) }
        let specification = Specification(
            id: "counts", kind: .review, title: BilingualText(same: "counts"), period: Period(year: 2020),
            history: Array(periods.dropLast()),
            units: UnitSelection(file: "units.csv", levels: [], inForceOn: nil), plugins: ["Counts"], framework: root)
        var observations: [Observation] = []
        for (year, period) in periods.enumerated() {
            for unit in Self.codes.indices {
                let numbers = [
                    ("count", Self.known(unit, tried)[year]), ("people", Self.people[unit]),
                    ("income", Self.incomes[unit]),
                ]
                for (variable, number) in numbers {
                    observations.append(
                        Observation(
                            variable: "counts.\(variable)", unit: Self.codes[unit], period: period, value: number,
                            origin: Origin(file: "o.csv", row: observations.count + 2, column: "value")))
                }
            }
        }
        let units = Self.codes.map { AssessedUnit(code: $0, name: BilingualText(same: $0), level: "city") }
        let catalogue = try Catalogue(plugins: [CountsPlugin()], providers: [StandardMethods()])
        return try await Pipeline(specification, catalogue: catalogue).run(
            CollectedData(units: UnitTable(units), observations: observations),
            manifest: Manifest(workbench: "1", platform: "test", plugins: [:], inputs: []))
    }
}

/// Indicators that share a count.
private struct CountsPlugin: DomainPlugin {
    private static let index = UnitOfMeasure(BilingualText(zh: "指数", en: "index"))

    private static func variable(_ id: String, _ unit: UnitOfMeasure) -> Variable {
        let name = BilingualText(same: id)
        return Variable(id: "counts.\(id)", name: name, definition: name, unitOfMeasure: unit, reportedBy: name)
    }

    var description: PluginDescription {
        PluginDescription(
            id: "Counts", prefix: "counts", version: "1.0.0", name: BilingualText(same: "Counts"),
            summary: BilingualText(same: "Counts"))
    }

    var statements: [PolicyStatement] { [] }

    var indicators: [any Indicator] {
        let count = Self.variable("count", .count)
        let people = Self.variable("people", Self.index)
        let income = Self.variable("income", Self.index)
        func indicator(_ id: String, _ variables: [Variable], _ formula: Formula) -> FormulaIndicator {
            let name = BilingualText(same: id)
            return FormulaIndicator(
                IndicatorDescription(
                    id: "counts.\(id)", name: name, definition: name, rationale: name, unitOfMeasure: Self.index,
                    statements: [], variables: variables, examples: []), formula: formula)
        }
        return [
            indicator("count", [count], .variable(count)), indicator("people", [people], .variable(people)),
            indicator("income", [income], .variable(income)),
            indicator("per_head", [count, people], .variable(count) / .variable(people)),
            indicator("ratio", [income, count], .variable(income) / .variable(count)),
            indicator("growth", [count], .growth(count)),
            indicator("difference", [count], .variable(count) - .lag(.variable(count), periods: 1)),
        ]
    }
}
