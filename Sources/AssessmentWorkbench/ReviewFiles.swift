internal import AssessmentConfiguration
internal import AssessmentCore
internal import AssessmentData
internal import AssessmentReview

/// Reads the files of a review that are no data: the sealed scheme, and the people and days of the procedure. They lie
/// beside the specification wherever the data are.
struct ReviewFiles {
    private let specification: Specification
    /// The folder of the specification.
    private let folder: SourceFolder
    /// The files that were read, in the order of reading.
    private(set) var files: [(path: String, bytes: [UInt8])] = []

    init(_ specification: Specification, beside folder: SourceFolder) {
        self.specification = specification
        self.folder = folder
    }

    /// Compares what the specification and its targets lay down with the sealed scheme that it names.
    ///
    /// - Throws: `DiagnosticList` with everything that differs.
    mutating func compareScheme(
        _ catalogue: Catalogue, units: UnitTable, targets: [String: NumberTable]
    ) throws(DiagnosticList) {
        guard let scheme = specification.scheme else { return }
        let bytes: [UInt8]
        do throws(SourceFolder.Refusal) {
            bytes = try folder.bytes(scheme.file)
        } catch {
            throw DiagnosticList([
                Diagnostic(
                    at: scheme.position, error.problem,
                    expected: "the file that ‘assess scheme issue’ writes when the scheme is issued")
            ])
        }
        files.append((scheme.file, bytes))
        let problems = try SealedScheme(bytes, file: scheme.file).problems(
            of: specification, SchemeListing(specification, catalogue, units: units, targets: targets),
            at: scheme.position)
        if !problems.isEmpty { throw DiagnosticList(problems) }
    }

    /// Reads the people and days of the procedure.
    ///
    /// - Returns: the terms of the procedure; nothing where the specification has none.
    /// - Throws: `DiagnosticList` where a file is missing or wrong.
    mutating func readProcedure(_ units: UnitTable) throws(DiagnosticList) -> ReviewTerms? {
        guard let procedure = specification.procedure else { return nil }
        func bytes(_ file: String) throws(DiagnosticList) -> [UInt8] {
            do throws(SourceFolder.Refusal) {
                return try folder.bytes(file)
            } catch {
                throw DiagnosticList([
                    Diagnostic(at: procedure.position, error.problem, expected: error.expected)
                ])
            }
        }
        let listed = try bytes(procedure.people)
        files.append((procedure.people, listed))
        let people = try PeopleFile.read(listed, file: procedure.people, units: units)
        var days: (holidays: [CalendarDate], worked: [CalendarDate]) = ([], [])
        if let file = procedure.holidays {
            let calendar = try bytes(file)
            files.append((file, calendar))
            days = try HolidaysFile.read(calendar, file: file)
        }
        return ReviewTerms(
            commentDays: procedure.commentDays, appealDays: procedure.appealDays,
            decisionDays: procedure.decisionDays, holidays: days.holidays, workedWeekends: days.worked,
            people: people.map { ReviewTerms.Person(id: $0.id, unit: $0.unit) })
    }
}
