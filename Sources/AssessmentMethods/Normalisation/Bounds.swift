import AssessmentCore

/// The bounds that a value is placed between, shared by the methods that take them from outside the data.
enum Bounds {
    static let floor = Parameter(
        "floor", BilingualText(zh: "下限值", en: "The lower bound of values"), .number())
    static let ceiling = Parameter(
        "ceiling", BilingualText(zh: "上限值", en: "The upper bound of values"), .number())

    /// How far a value lies between two bounds in the good direction: 0 at the bad end, 1 at the good one.
    static func position(_ direction: Direction, lower: String = "floor", upper: String = "ceiling") -> Formula {
        let (value, lower, upper) = (Formula.input("value"), Formula.input(lower), Formula.input(upper))
        return switch direction {
        case .higherIsBetter: (value - lower) / (upper - lower)
        case .lowerIsBetter: (upper - value) / (upper - lower)
        }
    }

    /// Refuses a lower bound that does not lie below the upper one of the same unit and period.
    static func check(
        _ parameters: ParameterValues, panel: Panel, method: String, lower: String = "floor",
        upper: String = "ceiling"
    ) throws {
        guard let floors = parameters.numberTable(lower), let ceilings = parameters.numberTable(upper) else {
            throw MethodError("\(method) needs the parameters \(lower) and \(upper)")
        }
        func contradiction(_ place: String, _ floor: Double, _ ceiling: Double) -> MethodError {
            MethodError(
                "\(place): the \(lower) \(Formula.text(of: floor)) must lie below the \(upper) "
                    + "\(Formula.text(of: ceiling)); the direction of the indicator says which end is good")
        }
        for floor in floors.lines {
            for ceiling in ceilings.lines
            where floor.unit == ceiling.unit && floor.unitClass == ceiling.unitClass && floor.period == ceiling.period {
                guard floor.value < ceiling.value else { throw contradiction(method, floor.value, ceiling.value) }
            }
        }
        if floors.single != nil, ceilings.single != nil { return }
        // Lines that name different things may meet in a row: a floor for all and a ceiling for one class.
        for row in 0..<panel.rowCount {
            let (unit, period) = (panel.unit(ofRow: row), panel.period(ofRow: row))
            guard let floor = floors.value(unit: unit, period: period),
                let ceiling = ceilings.value(unit: unit, period: period), floor >= ceiling
            else { continue }
            throw contradiction("\(method): for \(unit.code) in \(period)", floor, ceiling)
        }
    }
}
