internal import AssessmentCore

extension ObservationRows {
    /// Where the columns stand.
    struct Columns: Sendable {
        let unit: Int
        let variable: Int
        let period: Int
        let value: Int
        let status: Int?
        let source: Int?
        let note: Int?

        /// Nothing where one is missing that must be there.
        init?(_ heading: [String]) {
            guard let unit = heading.firstIndex(of: "unit"), let variable = heading.firstIndex(of: "variable"),
                let period = heading.firstIndex(of: "period"), let value = heading.firstIndex(of: "value")
            else { return nil }
            (self.unit, self.variable, self.period, self.value) = (unit, variable, period, value)
            status = heading.firstIndex(of: "status")
            source = heading.firstIndex(of: "source")
            note = heading.firstIndex(of: "note")
        }
    }

    /// What the texts of a file may name.
    struct Names: Sendable {
        let file: String
        let units: UnitTable
        /// The variables that are declared, and those of the whole year behind them; any name is one where there are none.
        let declared: Set<String>?
        let known: [String]

        init(file: String, units: UnitTable, variables: [String: Variable]?) {
            self.file = file
            self.units = units
            declared = variables.map { Set($0.keys.flatMap { [$0, ReportPeriod.base(of: $0)] }) }
            known = variables?.keys.sorted() ?? []
        }
    }
}
