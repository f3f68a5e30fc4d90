internal import AssessmentCore

/// What every act must keep.
extension ReviewState {
    /// The review must be at one of some stages.
    func need(_ stages: [Stage], for act: ReviewAct) throws(ReviewRefusal) {
        if stages.contains(stage) { return }
        let late = Stage.allCases.firstIndex(of: stage) ?? 0 > Stage.allCases.firstIndex(of: stages[0]) ?? 0
        throw ReviewRefusal(
            "‘\(act.word)’ is not possible when the review is \(stage.rawValue): it comes \(late ? "too late" : "too early"); "
                + "expected a review that is \(stages.map(\.rawValue).joined(separator: " or "))")
    }

    /// A run must follow the scheme that holds.
    func compare(_ scheme: String, of run: Int) throws(ReviewRefusal) {
        if scheme == self.scheme { return }
        throw ReviewRefusal(
            "run \(run) does not follow the scheme that was issued (\(self.scheme.prefix(12))…), but "
                + (scheme.isEmpty ? "none" : "another one (\(scheme.prefix(12))…)")
                + "; expected a run of a specification that names the sealed scheme")
    }

    /// A run must differ from the published one, or its place would be taken by what is not corrected.
    func compare(_ results: String, ofAmending run: Int) throws(ReviewRefusal) {
        guard results == self.results, let published = self.run else { return }
        let numbers = openCorrections.sorted().map(String.init).joined(separator: ", ")
        throw ReviewRefusal(
            "run \(run) has the results of run \(published); the decision on objection \(numbers) is not among its inputs "
                + "yet; expected the changed input files and another run")
    }

    /// A unit must be one of the review.
    func known(_ unit: String) throws(ReviewRefusal) {
        if units.contains(unit) { return }
        let nearest = nearestMatch(to: unit, among: units).map { "; did you mean ‘\($0)’?" } ?? ""
        throw ReviewRefusal("‘\(printable(unit))’ is no unit of the review; expected the code of one\(nearest)")
    }

    /// Some texts must say something.
    func fill(_ texts: [String: String], _ act: ReviewAct) throws(ReviewRefusal) {
        for name in texts.keys.sorted() where texts[name]?.isBlank ?? true {
            throw ReviewRefusal("‘\(act.word)’ names no \(name); expected the \(name) in words")
        }
    }

    /// Who acts must be among the people of the review.
    func person(_ id: String, _ people: [ReviewTerms.Person]) throws(ReviewRefusal) -> ReviewTerms.Person {
        if let person = people.first(where: { $0.id == id }) { return person }
        let nearest = nearestMatch(to: id, among: people.map(\.id)).map { "; did you mean ‘\($0)’?" } ?? ""
        throw ReviewRefusal("‘\(printable(id))’ is not among the people of the review; expected one of them\(nearest)")
    }

    /// Nobody verifies their own unit, and a unit's report and objection are its own.
    func checkPerson(_ act: ReviewAct, _ person: ReviewTerms.Person) throws(ReviewRefusal) {
        switch act {
        case .verify(let unit, _, _):
            if person.unit == unit {
                throw ReviewRefusal(
                    "\(person.id) belongs to \(unit) and cannot verify it: nobody verifies their own unit; expected somebody "
                        + "else")
            }
        case .selfReport(let unit, _), .appeal(let unit, _, _, _):
            if person.unit != unit {
                throw ReviewRefusal(
                    "\(person.id) does not belong to \(unit), whose act this is; expected somebody of the unit")
            }
        case .issue, .revise, .publish, .decide, .amend, .approve, .finalise:
            if let unit = person.unit {
                throw ReviewRefusal(
                    "\(person.id) belongs to \(unit) and cannot \(act.word) the review; expected somebody of the province"
                )
            }
        }
    }
}
