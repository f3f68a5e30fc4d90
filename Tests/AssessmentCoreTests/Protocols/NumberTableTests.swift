import AssessmentCore
import Testing

@Suite("Numbers that differ by unit, class and period")
struct NumberTableTests {
    private typealias Line = NumberTable.Line
    private let unit = Sample.unit(
        "340100", level: "city", kind: "prefecture_city", classes: ["national_demonstration"])

    /// Lines from the most general to the most particular; each that is added must take over.
    @Test("The more a line names, the more it counts, wherever it stands")
    func precedence() {
        let lines = [
            Line(value: 1), Line(period: Sample.period(2020), value: 2), Line(unitClass: "city", value: 3),
            Line(unitClass: "city", period: Sample.period(2020), value: 4), Line(unit: "340100", value: 5),
            Line(unit: "340100", period: Sample.period(2020), value: 6),
        ]
        var generator = SplitMix64(seed: 4)
        for count in 1...lines.count {
            let table = NumberTable(lines: lines.prefix(count).shuffled(using: &generator))
            #expect(table.value(unit: unit, period: Sample.period(2020)) == Double(count))
        }
    }

    @Test(
        "A class is a level, a kind or a class of the unit",
        arguments: ["city", "prefecture_city", "national_demonstration"])
    func classes(named: String) {
        let table = NumberTable(lines: [Line(unitClass: named, value: 7)])
        #expect(table.value(unit: unit, period: Sample.period(2020)) == 7)
        #expect(table.value(unit: Sample.unit("b", level: "county"), period: Sample.period(2020)) == nil)
    }

    @Test("A class goes before a kind and that before a level, in whatever order the lines stand")
    func particularity() {
        let lines = [
            Line(value: 0), Line(unitClass: "city", period: Sample.period(2020), value: 1),
            Line(unitClass: "prefecture_city", value: 2), Line(unitClass: "national_demonstration", value: 3),
        ]
        for count in 1...lines.count {
            for table in [lines.prefix(count).map { $0 }, lines.prefix(count).reversed()].map(NumberTable.init(lines:))
            {
                #expect(table.value(unit: unit, period: Sample.period(2020)) == Double(count - 1))
            }
        }
    }

    @Test("Of two lines that name the same the later one counts")
    func laterLine() {
        let table = NumberTable(lines: [Line(unitClass: "city", value: 1), Line(unitClass: "city", value: 2)])
        #expect(table.value(unit: unit, period: Sample.period(2020)) == 2)
    }

    @Test("Another unit, class or period has no number from a line that names one")
    func noMatch() {
        let table = NumberTable(lines: [
            Line(unit: "340200", value: 1), Line(unitClass: "county", value: 2),
            Line(period: Sample.period(2019), value: 3),
        ])
        #expect(table.value(unit: unit, period: Sample.period(2020)) == nil)
        #expect(table.value(unit: unit, period: Sample.period(2019)) == 3)
    }

    @Test("A number is single where one line names nothing")
    func single() {
        #expect(NumberTable(4).single == 4)
        #expect(NumberTable(lines: [Line(unit: "a", value: 4)]).single == nil)
        #expect(NumberTable(lines: [Line(value: 4), Line(value: 5)]).single == nil)
    }

    @Test("The rows of a panel get their numbers, and none where the table has none")
    func numbers() {
        let panel = Panel(units: [unit, Sample.unit("b", level: "county")], periods: Sample.periods(2019...2020))
        let numbers = NumberTable(lines: [
            Line(unitClass: "city", value: 1), Line(period: Sample.period(2020), value: 2),
        ])
        .numbers(for: panel)
        #expect(numbers[0] == 1 && numbers[1].isNaN && numbers[2] == 1 && numbers[3] == 2)
    }
}
