internal import AssessmentCore

/// Takes rows of a file of observations, turning texts into numbers and noting every problem with its place.
struct ObservationRows {
    static let columns = ["unit", "variable", "period", "value", "status", "source", "note"]
    static let required = ["unit", "variable", "period", "value"]
    private static let statuses: [Reason] = [.notSubmitted, .falsified, .withdrawn, .notCollected, .notApplicable]

    /// What is to be said of a text, wherever it stands.
    private enum Kind: UInt8 {
        case right, unknown, blank
    }

    /// Texts that name a unit, a variable or a period, with what is to be said of each.
    private struct NamingTexts {
        var texts = NumberedTexts()
        var kinds: [Kind] = []

        /// The number of the text of a cell.
        @inline(__always)
        mutating func number(of cell: CSVScanner.Cell, in record: CSVScanner) -> Int {
            ObservationRows.number(of: cell, in: record, &texts)
        }
    }

    private let names: Names
    private let columns: Columns
    private let sheet: String?
    private var units = NamingTexts()
    private var variables = NamingTexts()
    private var periods = NamingTexts()
    private var readPeriods: [ReportPeriod?] = []
    private var statusTexts = NumberedTexts()
    /// What stands for the reason of each status; nothing for what is none.
    private var reasons: [UInt8?] = []
    private var pairs = NumberedKeys()
    private var series: [Observations.Series] = []
    /// Names of cells, sources and notes; the first one is empty.
    private var texts = NumberedTexts()
    private var suggestions: Suggestions
    private var rows = Observations.Rows()
    private var problems: [Diagnostic] = []
    private var handedOver = (units: 0, series: 0, texts: 0)

    init(_ columns: Columns, _ names: Names, sheet: String? = nil) {
        self.columns = columns
        self.names = names
        self.sheet = sheet
        suggestions = Suggestions(names.known)
        _ = texts.number(of: "")
    }

    /// What was taken since the last time, with the texts that are new since then.
    struct Taken: Sendable {
        let rows: Observations.Rows
        let problems: [Diagnostic]
        let units: [String]
        let series: [Observations.Series]
        let texts: [String]
    }

    /// Hands over what was taken.
    mutating func handOver() -> Taken {
        let taken = Taken(
            rows: rows, problems: problems,
            units: (handedOver.units..<units.texts.count).map(units.texts.text),
            series: Array(series[handedOver.series...]),
            texts: (handedOver.texts..<texts.count).map(texts.text))
        handedOver = (units.texts.count, series.count, texts.count)
        problems = []
        rows = Observations.Rows(reserving: taken.rows.count)
        return taken
    }

    /// Takes the record that a scanner stands at.
    ///
    /// - Parameters:
    ///   - number: the number of its row.
    ///   - row: the row of a sheet that the record was made of, where it was.
    mutating func take(_ record: CSVScanner, number: Int, of row: TableRow? = nil) {
        let unit = units.number(of: record.cells[columns.unit], in: record)
        if unit == units.kinds.count {
            let text = units.texts.text(unit)
            units.kinds.append(names.units.contains(text) ? .right : text.isBlank ? .blank : .unknown)
        }
        let variable = variables.number(of: record.cells[columns.variable], in: record)
        if variable == variables.kinds.count {
            let text = variables.texts.text(variable)
            let isKnown = names.declared.map { $0.contains(ReportPeriod.base(of: text)) } ?? true
            variables.kinds.append(text.isBlank ? .blank : isKnown ? .right : .unknown)
        }
        let period = periods.number(of: record.cells[columns.period], in: record)
        if period == periods.kinds.count {
            let text = periods.texts.text(period)
            readPeriods.append(ReportPeriod(text))
            periods.kinds.append(text.isBlank ? .blank : readPeriods[period] == nil ? .unknown : .right)
        }
        if units.kinds[unit] != .right || variables.kinds[variable] != .right || periods.kinds[period] != .right {
            reportNames(unit, variable, period, record, row)
            if units.kinds[unit] == .blank || variables.kinds[variable] == .blank || periods.kinds[period] != .right {
                return
            }
        }
        rows.units.append(UInt32(unit))
        rows.series.append(UInt32(self.number(ofVariable: variable, period: period)))
        rows.rows.append(UInt32(number))
        let (value, reason) = measure(record, row)
        rows.values.append(value ?? .nan)
        rows.reasons.append(reason)
        if reason != 0 { rows.hasReasons = true }
        let (source, note) = (remark(columns.source, record), remark(columns.note, record))
        rows.sources.append(source)
        rows.notes.append(note)
        if source != 0 { rows.hasSources = true }
        if note != 0 { rows.hasNotes = true }
        if let row {
            let place = row.places[columns.value]
            rows.cells.append(UInt32(texts.number(of: cellName(row: place.line, column: place.column))))
            rows.hasCells = true
        }
    }

    /// Takes a row of a sheet, whose cells are texts already.
    mutating func take(_ row: TableRow) {
        // The same bytes in quotation marks are a record of a text file.
        let cells = row.cells.map { cell in
            "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
        }
        let bytes = Array(cells.joined(separator: ",").utf8)
        bytes.withUnsafeBufferPointer { buffer in
            var record = CSVScanner(buffer, separator: CSVSeparator.comma)
            if (try? record.next()) == true { take(record, number: row.number, of: row) }
        }
    }

    /// The number of the text of a cell, without making a text of its bytes where they are it already.
    @inline(__always)
    private static func number(
        of cell: CSVScanner.Cell, in record: CSVScanner, _ texts: inout NumberedTexts
    ) -> Int {
        let bytes = UnsafeBufferPointer(rebasing: record.bytes[cell.start..<cell.end])
        let isText = cell.isQuoted ? !cell.hasDoubledMarks : isTrimmed(bytes)
        return isText ? texts.number(of: bytes) : texts.number(of: record.text(of: cell))
    }

    /// Whether a cell certainly has no white space at its ends: they are visible ASCII or Chinese characters.
    @inline(__always)
    private static func isTrimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first, let last = bytes.last else { return true }
        // U+4000 to U+9FFF take three bytes, the first of which is E4 to E9.
        let ideographs: ClosedRange<UInt8> = 0xE4...0xE9
        let visible: ClosedRange<UInt8> = 0x21...0x7E
        let endsWell =
            visible.contains(last)
            || (last >= 0x80 && bytes.count >= 3 && ideographs.contains(bytes[bytes.count - 3])
                && bytes[bytes.count - 2] < 0xC0)
        return endsWell && (visible.contains(first) || ideographs.contains(first))
    }

    @inline(__always)
    private mutating func number(ofVariable variable: Int, period: Int) -> Int {
        let pair = pairs.number(of: UInt64(variable) << 32 | UInt64(period))
        if pair == series.count, let read = readPeriods[period] {
            let id = ReportPeriod.variable(variables.texts.text(variable), in: read.part)
            series.append(Observations.Series(variable: id, period: read.year))
        }
        return pair
    }

    private mutating func remark(_ column: Int?, _ record: CSVScanner) -> UInt32 {
        guard let column else { return 0 }
        let cell = record.cells[column]
        return cell.start == cell.end ? 0 : UInt32(ObservationRows.number(of: cell, in: record, &texts))
    }

    /// The value of a row, or what stands for the reason why it has none; neither where the row is wrong.
    private mutating func measure(
        _ record: CSVScanner, _ row: TableRow?
    ) -> (value: Double?, reason: UInt8) {
        let cell = record.cells[columns.value]
        var value = DecimalNumber.parse(UnsafeBufferPointer(rebasing: record.bytes[cell.start..<cell.end]))
        var isEmpty = false
        if value == nil {
            let text = record.text(of: cell)
            isEmpty = text.isEmpty
            value = DecimalNumber.parse(text)
            if value == nil, !isEmpty {
                report(
                    columns.value, record, row, "\(quoted(text)) is not a number",
                    expected: "digits with a decimal point, without separators, units or signs of per cent",
                    suggestion: DecimalNumber.suggestion(for: text))
            }
        }
        if let number = value, number.magnitude >= 9_007_199_254_740_992 {
            let text = record.text(of: cell)
            if DecimalNumber.digitsLost(of: text, as: number) != nil {
                let refusal = DecimalNumber.refusal(ofDigits: text, as: number)
                report(columns.value, record, row, refusal.problem, expected: refusal.expected)
            }
        }
        guard let reason = reason(record, row) else { return (nil, 0) }
        if reason == 0 {
            if value == nil, isEmpty {
                report(
                    columns.value, record, row, "there is neither a value nor a status",
                    expected: "a value, or a status: "
                        + ObservationRows.statuses.map(\.rawValue).joined(separator: ", "))
            }
            return (value, 0)
        }
        if value != nil, reason != Observations.code(.falsified), let column = columns.status {
            report(
                column, record, row, "the value is given and called \(record.text(of: record.cells[column]))",
                expected: "one of the two")
        }
        return (nil, reason)
    }

    /// What stands for the reason that the status of a row names, 0 where there is none; nothing where it is wrong.
    private mutating func reason(_ record: CSVScanner, _ row: TableRow?) -> UInt8? {
        guard let column = columns.status else { return 0 }
        let cell = record.cells[column]
        if cell.start == cell.end { return 0 }
        let number = ObservationRows.number(of: cell, in: record, &statusTexts)
        if number == reasons.count {
            let text = statusTexts.text(number)
            let reason = ObservationRows.statuses.first { $0.rawValue == text }
            reasons.append(text.isEmpty ? 0 : reason.map { Observations.code($0) })
        }
        if let reason = reasons[number] { return reason }
        let (text, words) = (statusTexts.text(number), ObservationRows.statuses.map(\.rawValue))
        report(
            column, record, row, "\(quoted(text)) is not a status",
            expected: "one of " + words.joined(separator: ", "), suggestion: nearestMatch(to: text, among: words))
        return nil
    }

    /// Notes what is wrong with the names of a row.
    private mutating func reportNames(
        _ unit: Int, _ variable: Int, _ period: Int, _ record: CSVScanner, _ row: TableRow?
    ) {
        for (name, column, texts, number) in [
            ("unit", columns.unit, units, unit), ("variable", columns.variable, variables, variable),
            ("period", columns.period, periods, period),
        ] where texts.kinds[number] == .blank {
            report(
                column, record, row,
                "the column ‘\(name)’ is empty"
                    + (texts.texts.text(number).isEmpty ? "" : ": its characters are invisible"),
                expected: "a text")
        }
        if periods.kinds[period] == .unknown {
            report(
                columns.period, record, row, "\(quoted(periods.texts.text(period))) is not a period",
                expected: ReportPeriod.wording)
        }
        if units.kinds[unit] == .unknown {
            report(
                columns.unit, record, row, "no unit has the code \(quoted(units.texts.text(unit)))",
                expected: "a code of the file of units")
        }
        if variables.kinds[variable] == .unknown {
            let text = variables.texts.text(variable)
            report(
                columns.variable, record, row, "no plug-in that is listed declares the variable \(quoted(text))",
                expected: "a variable of ‘assess list variables’", suggestion: suggestions.nearest(to: text))
        }
    }

    private mutating func report(
        _ column: Int, _ record: CSVScanner, _ row: TableRow?, _ problem: String, expected: String,
        suggestion: String? = nil
    ) {
        let place = row?.places[column] ?? record.place(ofCell: column)
        problems.append(
            Diagnostic(
                at: SourcePosition(file: names.file, sheet: sheet, line: place.line, column: place.column), problem,
                expected: expected, suggestion: suggestion))
    }
}
