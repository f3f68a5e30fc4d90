public import AssessmentCore

/// The file of those who rate: `assessor,name,source,home_unit`.
///
/// An empty `home_unit` says that an assessor belongs to no unit; one of a source in which units rate themselves belongs
/// to the unit that is rated, and must name it.
public enum AssessorsFile {
    private static let columns = ["assessor", "name", "source", "home_unit", "note"]

    /// Reads the assessors.
    ///
    /// - Parameter known: the assessors that earlier files list.
    /// - Throws: `DiagnosticList` with every problem of the file.
    public static func read(
        _ bytes: [UInt8], file: String, scheme: RatingScheme, units: UnitTable, known: [Assessor]
    ) throws(DiagnosticList) -> [Assessor] {
        var reader = try TableReader(
            bytes: bytes, file: file, required: ["assessor", "source", "home_unit"], known: columns)
        let sources = scheme.sources.map(\.id)
        var origins = Dictionary(known.map { ($0.id, $0.origin) }, uniquingKeysWith: { first, _ in first })
        var assessors: [Assessor] = []
        for row in reader.rows {
            let (id, named) = (reader.filled("assessor", row), reader.filled("source", row))
            let source = named.flatMap { scheme.source($0) }
            if let named, source == nil {
                reader.report(
                    "source", row, "there is no source of ratings \(quoted(named))",
                    expected: "one of " + sources.joined(separator: ", "),
                    suggestion: nearestMatch(to: named, among: sources))
            }
            let home = reader.text("home_unit", row)
            if !home.isEmpty, units[home] == nil {
                reader.report(
                    "home_unit", row, "no unit has the code \(quoted(home))",
                    expected: "the code of a unit, or nothing for an assessor who belongs to none",
                    suggestion: nearestMatch(to: home, among: units.units.map(\.code)))
            }
            if home.isEmpty, let source, source.kind == .ownUnit {
                reader.report(
                    "home_unit", row,
                    "the assessor is of ‘\(source.id)’, in which units rate themselves, and of no unit",
                    expected: "the code of the unit")
            }
            guard let id, let source else { continue }
            let origin = reader.origin("assessor", row, note: reader.text("note", row))
            if let earlier = origins.updateValue(origin, forKey: id) {
                reader.report(
                    "assessor", row,
                    "the assessor \(quoted(id)) is listed twice (also \(earlier.file), row \(earlier.row))",
                    expected: "each assessor once, with one source and one home unit")
            }
            assessors.append(
                Assessor(
                    id: id, name: reader.text("name", row), source: source.id, homeUnit: home.isEmpty ? nil : home,
                    origin: origin))
        }
        try reader.finish()
        return assessors
    }
}
