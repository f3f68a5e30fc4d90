public import AssessmentCore

/// A file of ratings: `item,unit,period,source,assessor,score,date,note`.
///
/// An empty period is the assessed one. Where a unit rates itself an empty assessor is the unit. Nobody rates the unit
/// that they belong to, nor a unit within it or above it, as far as the file of assessors says where they belong.
public enum RatingsFile {
    private static let columns = ["item", "unit", "period", "source", "assessor", "score", "date", "note"]

    /// What may be rated, and by whom.
    public struct Scheme: Sendable {
        let ratings: RatingScheme
        let periods: [Period]
        let period: Period
        /// The codes of the assessed units.
        let assessed: Set<String>
        /// The assessors by code.
        let assessors: [String: Assessor]
        /// The sources that list their assessors.
        let listing: Set<String>

        /// Creates it.
        public init(
            _ ratings: RatingScheme, _ specification: Specification, units: UnitTable, assessors: [Assessor]
        ) {
            self.ratings = ratings
            periods = specification.periods
            period = specification.period
            assessed = Set(
                units.inForce(on: specification.units.inForceOn, levels: specification.units.levels).map(\.code))
            self.assessors = Dictionary(assessors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            listing = Set(assessors.map(\.source))
        }
    }

    /// What an assessor rates once.
    public struct Place: Hashable, Sendable {
        let item: String
        let unit: String
        let period: Period
        let source: String
        let assessor: String
    }

    /// Reads the ratings.
    ///
    /// - Parameter seen: what earlier files hold ratings of, with their origins; that of this file is added.
    /// - Throws: `DiagnosticList` with every problem of the file.
    public static func read(
        _ bytes: [UInt8], file: String, scheme: Scheme, units: UnitTable, seen: inout [Place: Origin]
    ) throws(DiagnosticList) -> [Rating] {
        var reader = try TableReader(
            bytes: bytes, file: file, required: ["item", "unit", "source", "assessor", "score"], known: columns)
        let kinship = UnitKinship(units, assessed: scheme.assessed)
        var ratings: [Rating] = []
        for row in reader.rows {
            guard let rating = rating(row, scheme, units, kinship, &reader) else { continue }
            let place = Place(
                item: rating.item, unit: rating.unit, period: rating.period, source: rating.source,
                assessor: rating.assessor)
            if let earlier = seen.updateValue(rating.origin, forKey: place) {
                reader.report(
                    "score", row,
                    "\(quoted(rating.assessor)) rates ‘\(rating.item)’ of \(rating.unit) in \(rating.period) twice "
                        + "(also \(earlier.file), row \(earlier.row))",
                    expected: "one rating: strike out the one that does not hold")
            }
            ratings.append(rating)
        }
        try reader.finish()
        return ratings
    }

    private static func rating(
        _ row: CSVTable.Row, _ scheme: Scheme, _ units: UnitTable, _ kinship: UnitKinship, _ reader: inout TableReader
    ) -> Rating? {
        let named = (
            item: reader.filled("item", row), unit: reader.filled("unit", row), source: reader.filled("source", row)
        )
        let (items, sources) = (scheme.ratings.items.map(\.id), scheme.ratings.sources.map(\.id))
        let item = named.item.flatMap { scheme.ratings.item($0) }
        if let id = named.item, item == nil {
            reader.report(
                "item", row, "there is no rated item \(quoted(id))",
                expected: "one of " + items.joined(separator: ", "),
                suggestion: nearestMatch(to: id, among: items))
        }
        if let unit = named.unit, !scheme.assessed.contains(unit) {
            reader.report(
                "unit", row,
                units[unit] == nil
                    ? "no unit has the code \(quoted(unit))" : "the unit \(quoted(unit)) is not assessed",
                expected: "the code of an assessed unit",
                suggestion: nearestMatch(to: unit, among: scheme.assessed.sorted()))
        }
        let source = named.source.flatMap { scheme.ratings.source($0) }
        if let id = named.source, source == nil {
            reader.report(
                "source", row, "there is no source of ratings \(quoted(id))",
                expected: "one of " + sources.joined(separator: ", "), suggestion: nearestMatch(to: id, among: sources))
        }
        let period = reader.text("period", row).isEmpty ? scheme.period : reader.period("period", row)
        if let period, !scheme.periods.contains(period) {
            reader.report(
                "period", row, "the period \(period) is not assessed",
                expected: "one of " + scheme.periods.map(\.description).joined(separator: ", "))
        }
        let date = reader.date("date", row)
        let hasWrongDate = date == nil && !reader.text("date", row).isEmpty
        let assessor = assessor(row, source, unit: named.unit, &reader)
        if let assessor, let source, let unit = named.unit, scheme.assessed.contains(unit) {
            check(assessor, of: source, rating: unit, scheme, kinship, units, row, &reader)
        }
        let score = score(row, item, source, &reader)
        guard let item, let unit = named.unit, let source, let period, let assessor, let score, !hasWrongDate else {
            return nil
        }
        return Rating(
            item: item.id, unit: unit, period: period, source: source.id, assessor: assessor, score: score, date: date,
            origin: reader.origin(
                "score", row, source: source.name.zh,
                note: reader.text("note", row)))
    }

    private static func assessor(
        _ row: CSVTable.Row, _ source: RatingSource?, unit: String?, _ reader: inout TableReader
    ) -> String? {
        let written = reader.text("assessor", row)
        if written.isEmpty, source?.kind == .ownUnit { return unit }
        return reader.filled("assessor", row)
    }

    private static func score(
        _ row: CSVTable.Row, _ item: RatingItem?, _ source: RatingSource?, _ reader: inout TableReader
    ) -> Double? {
        let part = item.flatMap { item in source.flatMap { source in item.parts.first { $0.source == source.id } } }
        if let item, let source, part == nil {
            reader.report(
                "source", row, "the source ‘\(source.id)’ does not rate ‘\(item.id)’",
                expected: "one of " + item.parts.map(\.source).joined(separator: ", "))
        }
        let expected =
            part.map { "a score from \(Formula.text(of: $0.scale.from)) to \(Formula.text(of: $0.scale.to))" }
            ?? "a score"
        guard let score = reader.number("score", row) else {
            if reader.text("score", row).isEmpty {
                reader.report(
                    "score", row, "there is no score", expected: expected + ", or no row where nothing was rated")
            }
            return nil
        }
        guard let part else { return nil }
        guard part.scale.contains(score) else {
            reader.report("score", row, "\(Formula.text(of: score)) is not on the scale", expected: expected)
            return nil
        }
        return score
    }

    /// Holds a rating against what is known of who gave it.
    private static func check(
        _ id: String, of source: RatingSource, rating unit: String, _ scheme: Scheme, _ kinship: UnitKinship,
        _ units: UnitTable, _ row: CSVTable.Row, _ reader: inout TableReader
    ) {
        guard let assessor = scheme.assessors[id] else {
            // A survey names no persons; a source that lists some of its assessors lists them all.
            if scheme.listing.contains(source.id), !(source.kind == .ownUnit && id == unit) {
                let known = scheme.assessors.values.filter { $0.source == source.id }.map(\.id).sorted()
                reader.report(
                    "assessor", row, "no assessor of ‘\(source.id)’ is listed as \(quoted(id))",
                    expected: "an assessor of the file of assessors", suggestion: nearestMatch(to: id, among: known))
            }
            return
        }
        let listed = "(\(assessor.origin.file), row \(assessor.origin.row))"
        guard assessor.source == source.id else {
            reader.report(
                "assessor", row,
                "\(quoted(id)) is an assessor of ‘\(assessor.source)’, not of ‘\(source.id)’ \(listed)",
                expected: "the source that the assessor is listed under")
            return
        }
        guard let home = assessor.homeUnit else { return }
        let name = units[home].map { "\(home) \($0.name.zh)" } ?? home
        switch source.kind {
        case .ownUnit where !kinship.isSame(home, unit):
            reader.report(
                "assessor", row, "\(quoted(id)) is of \(name) and rates \(unit) as if for itself \(listed)",
                expected: "ratings of the own unit only in ‘\(source.id)’")
        case .others where kinship.isOwn(unit, of: home):
            reader.report(
                "assessor", row,
                "\(quoted(id)) belongs to \(name) and may not rate \(unit): nobody verifies their own "
                    + "city \(listed)",
                expected: "ratings of other units: strike the row out, or correct the home unit")
        case .ownUnit, .others: break
        }
    }
}
