internal import AssessmentCore

/// The places of a tile map that the units of a file have taken.
struct MapTiles {
    /// A unit that has a place.
    private struct Taken {
        let line: Int
        let level: String
        let validity: Validity
    }

    private var taken: [MapPlace: [Taken]] = [:]

    /// The place that a row gives; nothing where it gives none or no whole one.
    static func place(_ row: CSVTable.Row, _ reader: inout TableReader) -> MapPlace? {
        let numbers = ["map_row", "map_column"].map { column -> Int? in
            let text = reader.text(column, row)
            guard !text.isEmpty else { return nil }
            if let number = reader.number(column, row) {
                if let whole = Int(exactly: number), MapPlace.range.contains(whole) { return whole }
                let range = MapPlace.range
                reader.report(
                    column, row, "\(quoted(text)) is no row or column of a tile map",
                    expected:
                        "a whole number from \(range.lowerBound) to \(range.upperBound), counted from the top left")
            }
            return nil
        }
        let isGiven = ["map_row", "map_column"].map { !reader.text($0, row).isEmpty }
        if isGiven[0] != isGiven[1] {
            let (given, lacking) = isGiven[0] ? ("map_row", "map_column") : ("map_column", "map_row")
            reader.report(
                lacking, row, "the unit has a ‘\(given)’ and no ‘\(lacking)’", expected: "both, or neither")
        }
        guard let row = numbers[0], let column = numbers[1] else { return nil }
        return MapPlace(row: row, column: column)
    }

    /// Gives a place to a unit; no other of its level may have it at the same time.
    mutating func take(
        _ place: MapPlace, level: String, _ validity: Validity, _ row: CSVTable.Row, _ reader: inout TableReader
    ) {
        let other = taken[place, default: []].first { $0.level == level && $0.validity.overlaps(validity) }
        if let other {
            reader.report(
                "map_row", row,
                "row \(place.row), column \(place.column) of the map is taken by the unit at line \(other.line)",
                expected: "a place of its own for each unit of a level")
        }
        taken[place, default: []].append(Taken(line: row.line, level: level, validity: validity))
    }
}

extension Validity {
    /// Whether both are in force on some day.
    fileprivate func overlaps(_ other: Validity) -> Bool {
        func begins(_ first: CalendarDate?, before end: CalendarDate?) -> Bool {
            guard let first, let end else { return true }
            return first < end
        }
        return begins(from, before: other.until) && begins(other.from, before: until)
    }
}
