internal import AssessmentConfiguration
public import AssessmentCore
internal import AssessmentData
public import AssessmentReview

extension Workbench.Loaded {
    /// The terms of the procedure, with the people and days of their files.
    ///
    /// - Throws: `DiagnosticList` where the specification has no procedure, or a file is wrong.
    public func reviewTerms() throws(DiagnosticList) -> ReviewTerms {
        guard let procedure = specification.procedure else {
            throw DiagnosticList([
                Diagnostic(
                    at: SourcePosition(file: folder + "assessment.yml", line: 1, column: 1),
                    "the specification has no procedure",
                    expected: "procedure: { comment_days: 5, appeal_days: 10, decision_days: 15, people: … }")
            ])
        }
        let people = try PeopleFile.read(
            try bytes(procedure.people, procedure), file: folder + procedure.people, units: data.units)
        var days: (holidays: [CalendarDate], worked: [CalendarDate]) = ([], [])
        if let file = procedure.holidays {
            days = try HolidaysFile.read(try bytes(file, procedure), file: folder + file)
        }
        return ReviewTerms(
            commentDays: procedure.commentDays, appealDays: procedure.appealDays,
            decisionDays: procedure.decisionDays, holidays: days.holidays, workedWeekends: days.worked,
            people: people.map { ReviewTerms.Person(id: $0.id, unit: $0.unit) })
    }

    /// The codes of the units that are reviewed.
    public var reviewedUnits: [String] {
        data.units.inForce(on: specification.units.inForceOn, levels: specification.units.levels).map(\.code)
    }

    private func bytes(_ file: String, _ procedure: Procedure) throws(DiagnosticList) -> [UInt8] {
        do throws(SourceFolder.Refusal) {
            return try SourceFolder(holding: folder + "assessment.yml").bytes(file)
        } catch {
            var position = procedure.position
            position.file = folder + position.file
            throw DiagnosticList([Diagnostic(at: position, error.problem, expected: error.expected)])
        }
    }
}
