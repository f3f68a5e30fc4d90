import AssessmentCore
import Testing

@Suite("Observations in columns")
struct ObservationsTests {
    private static func observation(_ generator: inout SplitMix64) -> Observation {
        func pick<Element>(_ elements: [Element]) -> Element {
            elements[Int.random(in: 0..<elements.count, using: &generator)]
        }
        let origin = Origin(
            file: pick(["a.csv", "b.xlsx"]), sheet: pick([nil, "数据"]),
            row: pick([1, 7, Int(Int32.max), Int(Int32.max) + 1, 1 << 40, -3]), column: pick(["value", "x"]),
            cell: pick([nil, "D12"]), source: pick(["", "年鉴"]), note: pick(["", "估计", "n"]))
        let (variable, unit) = (pick(["x", "y", "x@q1"]), pick(["1", "2", "合肥"]))
        let period = Period(year: pick([2019, 2020, 12_345]))
        if Bool.random(using: &generator) {
            return Observation(variable: variable, unit: unit, period: period, value: pick([0, -1.5]), origin: origin)
        }
        return Observation(
            variable: variable, unit: unit, period: period, absent: pick(Reason.allCases), origin: origin)
    }

    /// Everything that an observation says.
    private static func text(_ observation: Observation) -> String {
        "\(observation.variable) \(observation.unit) \(observation.period) \(String(describing: observation.value)) "
            + "\(String(describing: observation.reason)) \(observation.origin)"
    }

    @Test("They are what a list of the same would be, whatever is done to both", arguments: 0..<20)
    func likeAList(seed: Int) {
        var generator = SplitMix64(seed: UInt64(seed))
        var (list, columns): ([Observation], Observations) = ([], [])
        for _ in 0..<300 {
            switch Int.random(in: 0..<8, using: &generator) {
            case 0 where !list.isEmpty:
                let position = Int.random(in: 0..<list.count, using: &generator)
                let new = Self.observation(&generator)
                (list[position], columns[position]) = (new, new)
            case 1 where list.count > 40:
                let range = 10..<Int.random(in: 10..<40, using: &generator)
                list.removeSubrange(range)
                columns.removeSubrange(range)
            case 2:
                let more = (0..<5).map { _ in Self.observation(&generator) }
                list += more
                columns += Observations(more)
            case 3:
                list.removeAll { $0.unit == "1" }
                columns.removeAll { $0.unit == "1" }
            case 4:
                let more = [Self.observation(&generator), Self.observation(&generator)]
                list.insert(contentsOf: more, at: list.count / 2)
                columns.insert(contentsOf: more, at: columns.count / 2)
            default:
                let new = Self.observation(&generator)
                list.append(new)
                columns.append(new)
            }
        }
        #expect(columns.map(Self.text) == list.map(Self.text))
        #expect(columns.variables.isSuperset(of: list.map(\.variable)))
        let positions = ObservationPositions(columns)
        for observation in list {
            let first = list.firstIndex {
                $0.variable == observation.variable && $0.unit == observation.unit && $0.period == observation.period
            }
            #expect(positions[observation.variable, observation.unit, observation.period] == first)
        }
        #expect(positions["z", "1", Period(year: 2020)] == nil)
        #expect(positions["x", "9", Period(year: 2020)] == nil)
    }
}
