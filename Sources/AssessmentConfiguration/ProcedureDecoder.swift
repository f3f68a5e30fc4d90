import AssessmentCore

extension SpecificationDecoder {
    private static let days = ValueForm.integer(1...366, called: "a number of working days")

    static let procedureShape = Shape(
        name: "the procedure",
        summary: "The terms of a review's procedure, which ‘assess review’ moves it through.",
        keys: [
            Key("comment_days", days, "For how many working days the results are published (公示).", required: true),
            Key(
                "appeal_days", days, "Within how many working days after the publication an objection is raised (申诉).",
                required: true),
            Key(
                "decision_days", days, "Within how many working days after it an objection is decided.", required: true),
            Key(
                "people", .path,
                "The CSV file of those who act, `id,unit`; one with a unit belongs to it and cannot verify it.",
                required: true),
            Key(
                "holidays", .path,
                "The CSV file of days, `date,kind`: weekdays that are a holiday, weekend days that are worked; weekends "
                    + "only if nothing."),
        ])

    /// The terms of the procedure.
    func procedure(_ fields: Fields) -> Procedure? {
        guard let node = fields["procedure"],
            let own = Fields(node, SpecificationDecoder.procedureShape, problems)
        else { return nil }
        func days(_ key: String) -> Int? {
            own[key].flatMap { node in
                problems.attempt { () throws(Diagnostic) in try node.integer(in: 1...366) }
            }
        }
        guard let comment = days("comment_days"), let appeal = days("appeal_days"),
            let decision = days("decision_days"), let people = path("people", own)
        else { return nil }
        return Procedure(
            commentDays: comment, appealDays: appeal, decisionDays: decision, people: people,
            holidays: path("holidays", own), position: node.position)
    }
}
