public import AssessmentCore

/// Clipping to stated bounds: what is below the floor becomes the floor, what is above the ceiling the ceiling.
///
/// min(max(x, floor), ceiling); either bound may be left out, and both may be tables.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5 (trimming of outliers before
/// normalisation); UNDP, Human Development Report, technical note 1 (income capped at 75,000).
public struct ClipTreatment: ClosedFormTreatment {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "clip",
            name: BilingualText(zh: "按给定界限收束", en: "Clip to bounds"),
            summary: BilingualText(
                zh: "低于下界取下界，高于上界取上界；两界至少给一个",
                en: "Brings values beyond a stated floor or ceiling to it; at least one is needed"),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 5",
            parameters: [
                Parameter(
                    "floor", BilingualText(zh: "下界；不写则无", en: "The floor; none where it is not given"), .number(),
                    default: .number(NumberTable(lines: []))),
                Parameter(
                    "ceiling", BilingualText(zh: "上界；不写则无", en: "The ceiling; none where it is not given"),
                    .number(), default: .number(NumberTable(lines: []))),
            ])
    }

    /// The formula.
    ///
    /// - Throws: `MethodError` where neither bound is given.
    public func formula(direction: Direction, parameters: ParameterValues) throws -> Formula {
        let floors = parameters.numberTable("floor").flatMap { $0.lines.isEmpty ? nil : $0 }
        let ceilings = parameters.numberTable("ceiling").flatMap { $0.lines.isEmpty ? nil : $0 }
        guard floors != nil || ceilings != nil else {
            throw MethodError("clip: neither ‘floor’ nor ‘ceiling’ is given; give one of them, or leave the step out")
        }
        let value = Formula.input("value")
        /// The bound of the row; a row without one is its own bound.
        func bound(_ name: String, _ table: NumberTable) -> Formula {
            table.single == nil ? .apply(.coalesce, [.input(name), value]) : .input(name)
        }
        var formula = value
        if let floors { formula = .apply(.maximum, [formula, bound("floor", floors)]) }
        if let ceilings { formula = .apply(.minimum, [formula, bound("ceiling", ceilings)]) }
        return formula
    }

    /// Compiles the formula, and says which cells it changed.
    ///
    /// - Throws: `MethodError` where a floor does not lie below the ceiling of its row.
    public func prepare(_ input: ColumnInput) throws -> any ColumnKernel {
        let formula = try formula(direction: input.direction, parameters: input.parameters)
        let (floors, ceilings) = (input.parameters.numberTable("floor"), input.parameters.numberTable("ceiling"))
        for row in input.panel.rows {
            let (unit, period) = (input.panel.unit(ofRow: row), input.panel.period(ofRow: row))
            guard let floor = floors?.value(unit: unit, period: period),
                let ceiling = ceilings?.value(unit: unit, period: period), !(floor < ceiling)
            else { continue }
            throw MethodError(
                "clip: for \(unit.code) in \(period) the floor \(Formula.text(of: floor)) must lie below the ceiling "
                    + "\(Formula.text(of: ceiling))")
        }
        let form = ClosedForm(formula, panel: input.panel, parameters: input.parameters)
        return try RemarkingFormulaKernel(form, panel: input.panel) { values, results in
            ColumnRemarks(cells: ClippedCells.remarks(values, results))
        }
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "收至0与100之间", en: "Between 0 and 100"),
                values: [-5, 50, 130, nil], parameters: ["floor": .number(0), "ceiling": .number(100)],
                expected: [0, 50, 100, nil]),
            ColumnExample(
                BilingualText(zh: "人类发展指数：收入以75000为上限", en: "Human Development Index: income capped at 75,000"),
                values: [12000, 110000], parameters: ["ceiling": .number(75000)], expected: [12000, 75000]),
            ColumnExample(
                BilingualText(zh: "只对单位1有下界", en: "A floor for unit 1 alone"),
                values: [-5, -5],
                parameters: ["floor": .number(NumberTable(lines: [NumberTable.Line(unit: "1", value: 0)]))],
                expected: [0, -5]),
        ]
    }
}
