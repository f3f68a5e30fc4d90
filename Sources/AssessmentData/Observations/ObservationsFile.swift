public import AssessmentCore

/// A file of values of variables: `unit,variable,period,value,status,source,note`, a row a value.
///
/// A row without a value says in `status` why: one of the reasons of a missing or inapplicable cell. A value with the
/// status `falsified` is read as missing. The period is a year, or a report period such as `2020-q1`, whose values are
/// those of a variable of its own in the year: see ``ReportPeriod``.
///
/// It is a workbook, or CSV in UTF-8 or GB18030 whose cells are parted by commas, semicolons or tabs: that by which the
/// heading has the columns.
public enum ObservationsFile {
    /// Reads the observations.
    ///
    /// - Parameters:
    ///   - variables: the variables that the plug-ins of the specification declare; any name is one where there are none
    ///     given, since the specification then writes indicators over variables of its own.
    ///   - seen: the cells that earlier files hold; those of this file are added.
    ///   - threads: how many blocks of the file are read at a time, as many as the machine has processors where nothing is
    ///     given; it changes nothing in the result.
    /// - Throws: `DiagnosticList` with every problem of the file.
    public static func read(
        _ bytes: [UInt8], file: String, units: UnitTable, variables: [String: Variable]?,
        seen: inout HeldObservations, threads: Int? = nil
    ) throws(DiagnosticList) -> Observations {
        let names = ObservationRows.Names(file: file, units: units, variables: variables)
        if WorkbookTable.isWorkbook(file) { return try readWorkbook(bytes, names, &seen) }
        var outcome = read(bytes, names, &seen, threads)
        if case .notText = outcome {
            let (text, encoding) = try TextEncoding.decode(bytes, file: file)
            if encoding == .utf8 { throw TextEncoding.refusal(of: text, file: file) }
            outcome = read(text, names, &seen, threads)
            if case .notText = outcome { throw TextEncoding.refusal(of: text, file: file) }
        }
        switch outcome {
        case .read(let observations): return observations
        case .wrong(let problems): throw DiagnosticList(problems)
        case .notText: return []
        }
    }

    private static func read(
        _ bytes: [UInt8], _ names: ObservationRows.Names, _ seen: inout HeldObservations, _ threads: Int?
    ) -> ObservationsReading.Outcome {
        let separator = CSVSeparator.find(in: bytes, columns: ObservationRows.required) ?? CSVSeparator.comma
        let reading = ObservationsReading(names: names, separator: separator, threads: threads)
        return bytes.withUnsafeBufferPointer { reading.read(CSVText.body(of: $0), held: &seen) }
    }

    private static func readWorkbook(
        _ bytes: [UInt8], _ names: ObservationRows.Names, _ seen: inout HeldObservations
    ) throws(DiagnosticList) -> Observations {
        let table = try CSVTable(bytes: bytes, file: names.file)
        let unknown = TableReader.problems(
            of: table.heading, file: names.file, sheet: table.sheet, required: ObservationRows.required,
            known: ObservationRows.columns)
        guard unknown.isEmpty, let columns = ObservationRows.Columns(table.heading.cells) else {
            throw DiagnosticList(unknown)
        }
        var rows = ObservationRows(columns, names, sheet: table.sheet)
        for row in table.rows { rows.take(row) }
        var merge = ObservationsMerge(
            file: names.file, sheet: table.sheet, width: table.heading.cells.count, rows: 0, lines: 0, readers: 1,
            held: seen)
        merge.take(ObservationsMerge.Part(number: 0, reader: 0, isText: true, taken: rows.handOver()))
        let repeated = merge.finish()
        seen = merge.held
        let places = Dictionary(
            repeated.isEmpty ? [] : table.rows.map { ($0.number, $0.places[columns.value]) },
            uniquingKeysWith: { first, _ in first })
        let twice = repeated.map { position, earlier in
            let observation = merge.observations[position]
            let place = places[observation.origin.row]
            return ObservationsFile.twice(
                observation, earlier,
                at: SourcePosition(
                    file: names.file, sheet: table.sheet, line: place?.line ?? 1, column: place?.column ?? 1))
        }
        let problems = twice + merge.problems
        if !problems.isEmpty { throw DiagnosticList(problems.inOrderOfPlace) }
        return merge.observations
    }

    /// Notes the cells of observations that were read in another way.
    ///
    /// - Parameters:
    ///   - file: what they were read from.
    ///   - seen: the cells that earlier files hold; theirs are added.
    /// - Throws: `DiagnosticList` with every value that an earlier file has too.
    public static func note(
        _ observations: Observations, of file: String, seen: inout HeldObservations
    ) throws(DiagnosticList) {
        var numbers = HeldObservations.Numbers()
        let isNew = seen.mark(observations, from: 0, &numbers)
        seen.keep(observations)
        guard !isNew else { return }
        throw DiagnosticList(
            seen.repeated().map { position, earlier in
                twice(observations[position], earlier, at: SourcePosition(file: file, line: 1, column: 1))
            })
    }

    /// What is told of a cell that is given twice.
    static func twice(_ observation: Observation, _ earlier: Origin, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            at: position,
            "\(observation.variable) of \(observation.unit) in \(observation.period) is given twice (also "
                + "\(earlier.file), row \(earlier.row))", expected: "one value")
    }
}
