import AssessmentCore
import AssessmentData

/// Every file of the example.
struct DataSet {
    /// A file by its name in the output folder.
    struct File: Equatable {
        let name: String
        let text: String
    }

    let files: [File]

    /// Generates the files.
    ///
    /// - Parameter unitsFile: the bytes of the file of units, of which only the classes are changed.
    /// - Throws: `DiagnosticList` where the units cannot be read, ``GeneratorError`` where rules contradict
    ///   each other or the variables.
    init(unitsFile: [UInt8], named name: String, seed: UInt64) throws {
        let source = "示例数据 (generated, seed \(seed))"
        let units = try UnitsFile.read(unitsFile, file: name)
        let territories = Territories(units, Draws(seed: seed))
        let variables = RuleCheck.variables
        let values = try GeneratedValues(territories, variables: variables, rules: VariableRule.all)
        guard let lastDay = GeneratedValues.years.last?.lastDay else { throw GeneratorError(description: "no years") }
        let counties = UnitRows.demonstrationCounties(territories, on: lastDay)
        let targets = TargetTable(TargetRule.all, territories, values)
        let registers = RegisterRows(
            territories: territories, targets: targets, demonstrationCounties: counties)
        let tasks = TaskRows(territories: territories, source: source)
        let tables =
            [
                UnitRows.table(territories, demonstrationCounties: counties, source: source),
                ObservationRows(territories: territories, values: values, variables: variables)
                    .table(VariableRule.all, source: source),
                targets.table(source: source), tasks.departments, tasks.progress,
                PeopleRows.table(territories, source: source),
            ] + (try registers.tables(RuleCheck.registers, source: source))
            + RatingRows(territories: territories).tables(source: source)
        let list = "# \(source)\n" + counties.map { "- \"\($0)\"\n" }.joined()
        files =
            tables.map { File(name: $0.name, text: $0.text) }
            + [File(name: "demonstration_counties.yml", text: list), tasks.quantities]
    }
}
