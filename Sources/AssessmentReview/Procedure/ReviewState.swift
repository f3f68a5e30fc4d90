public import AssessmentCore

/// How far a review has come: what its acts up to now, taken in order, amount to.
public struct ReviewState: Sendable, Hashable {
    /// The stages of a review.
    public enum Stage: String, Sendable, Hashable, CaseIterable {
        /// The scheme is not issued yet.
        case planned
        /// The scheme is issued; units report and are verified.
        case issued
        /// A run is published for comment, and units may object.
        case published
        /// The result is approved.
        case approved
        /// The review is closed.
        case final
    }

    /// An objection.
    public struct Appeal: Sendable, Hashable {
        /// Its number, from 1.
        public let number: Int
        /// The code of the unit.
        public let unit: String
        /// The nodes that it is about.
        public let cells: [String]
        /// What is said.
        public let objection: String
        /// What it rests on.
        public let evidence: String
        /// The day on which it was raised.
        public let raised: CalendarDate
        /// The last day of the term within which it is to be decided.
        public let due: CalendarDate
        /// What was decided; nothing yet where there is none.
        public var decision: ReviewAct.Decision?
        /// Why it was decided so.
        public var reason = ""
        /// By how many working days the decision came after the term; 0 where it came in time, or there is none yet.
        public var daysLate = 0
    }

    /// The stage.
    public private(set) var stage = Stage.planned
    /// The digest of the scheme that holds.
    public private(set) var scheme = ""
    /// The terms.
    public private(set) var terms: ReviewTerms?
    /// The codes of the units that are reviewed.
    public private(set) var units: [String] = []
    /// The units that have handed in their self-report.
    public private(set) var reported: Set<String> = []
    /// The units that are verified.
    public private(set) var verified: [String: ReviewAct.Finding] = [:]
    /// The run that is published, or that took its place.
    public private(set) var run: Int?
    /// The digest of its results.
    public private(set) var results = ""
    /// The day of the publication.
    public private(set) var published: CalendarDate?
    /// The objections, in the order in which they were raised.
    public private(set) var appeals: [Appeal] = []
    /// The day of the last act.
    public private(set) var lastDay: CalendarDate?
    /// The upheld objections that no run has followed yet.
    public private(set) var openCorrections: Set<Int> = []

    /// A review of which nothing is done yet.
    public init() {}

    /// The state after some acts.
    ///
    /// - Throws: ``ReviewRefusal`` at the first act that was not possible.
    public init(_ acts: [RecordedAct]) throws(ReviewRefusal) {
        for act in acts { try apply(act) }
    }

    /// The upheld objections that no run has followed yet, with all that is known of them.
    public var uncorrected: [Appeal] { appeals.filter { openCorrections.contains($0.number) } }

    /// The last day on which an objection may be raised, once a run is published.
    public var lastDayOfAppeals: CalendarDate? {
        published.flatMap { terms?.workingDays.end(ofTerm: terms?.appealDays ?? 0, from: $0) }
    }

    /// The last day of the publication for comment.
    public var lastDayOfComment: CalendarDate? {
        published.flatMap { terms?.workingDays.end(ofTerm: terms?.commentDays ?? 0, from: $0) }
    }

    /// Takes an act in, where it is possible.
    ///
    /// - Throws: ``ReviewRefusal`` that says why it is not.
    public mutating func apply(_ recorded: RecordedAct) throws(ReviewRefusal) {
        guard let day = CalendarDate(recorded.date) else {
            throw ReviewRefusal("‘\(printable(recorded.date))’ is not a date; expected a date such as 2021-03-01")
        }
        if let lastDay, day < lastDay {
            throw ReviewRefusal("the act of \(day) would come before that of \(lastDay); expected a day from then on")
        }
        let act = recorded.act
        if stage == .final {
            throw ReviewRefusal("the review is final, and its run frozen; nothing more can be done in it")
        }
        if case .issue(_, _, _, let terms, _) = act {
            try checkPerson(act, try person(recorded.actor, terms.people))
        } else {
            guard let terms else {
                throw ReviewRefusal("the scheme is not issued; expected ‘assess review issue’ first")
            }
            let person = try person(recorded.actor, terms.people)
            try checkPerson(act, person)
        }
        switch act {
        case .issue(let scheme, let authority, let document, let terms, let units):
            try issue(scheme, authority, document, terms, units)
        case .revise(let scheme, let authority, let document, let reason):
            try need([.issued], for: act)
            try fill(["authority": authority, "document": document, "reason": reason], act)
            self.scheme = scheme
        case .selfReport(let unit, let evidence):
            try need([.issued], for: act)
            try known(unit)
            try fill(["evidence": evidence], act)
            reported.insert(unit)
        case .verify(let unit, let finding, let note):
            try need([.issued], for: act)
            try known(unit)
            if !reported.contains(unit) {
                throw ReviewRefusal(
                    "\(unit) has not handed in its self-report; expected ‘assess review self-report’ first")
            }
            if finding == .corrected { try fill(["note": note], act) }
            verified[unit] = finding
        case .publish(let run, let scheme, let results):
            try need([.issued], for: act)
            try publish(run, scheme, on: day)
            self.results = results
        case .appeal(let unit, let cells, let objection, let evidence):
            try need([.published], for: act)
            try appeal(unit, cells, objection, evidence, on: day)
        case .decide(let number, let decision, let reason, let authority):
            try need([.published], for: act)
            try fill(["reason": reason, "authority": authority], act)
            try decide(number, decision, reason, on: day)
        case .amend(let run, let scheme, let results, _, let others):
            try need([.published], for: act)
            if let others { try fill(["reason": others.reason], act) }
            try amend(run, scheme, results)
        case .approve(let authority, let document):
            try need([.published], for: act)
            try fill(["authority": authority, "document": document], act)
            try approve(on: day)
        case .finalise:
            try need([.approved], for: act)
            stage = .final
        }
        lastDay = day
    }
}

// MARK: The acts

extension ReviewState {
    private mutating func issue(
        _ scheme: String, _ authority: String, _ document: String, _ terms: ReviewTerms, _ units: [String]
    ) throws(ReviewRefusal) {
        guard stage == .planned else {
            throw ReviewRefusal("the scheme is issued already; expected ‘assess review revise’ for another one")
        }
        for (name, text) in [("authority", authority), ("document", document)] where text.isBlank {
            throw ReviewRefusal("the issue of the scheme names no \(name); expected the \(name) in words")
        }
        (self.scheme, self.terms, self.units, stage) = (scheme, terms, units, .issued)
    }

    private mutating func publish(_ run: Int, _ scheme: String, on day: CalendarDate) throws(ReviewRefusal) {
        try compare(scheme, of: run)
        let open = units.filter { verified[$0] == nil }
        if !open.isEmpty {
            throw ReviewRefusal(
                "\(open.count) units are not verified: \(open.prefix(5).joined(separator: ", "))\(open.count > 5 ? ", …" : ""); "
                    + "expected ‘assess review verify’ of each before the publication")
        }
        (self.run, published, stage) = (run, day, .published)
    }

    private mutating func appeal(
        _ unit: String, _ cells: [String], _ objection: String, _ evidence: String, on day: CalendarDate
    ) throws(ReviewRefusal) {
        try known(unit)
        for (name, text) in [("objection", objection), ("evidence", evidence)] where text.isBlank {
            throw ReviewRefusal("the objection names no \(name); expected the \(name) in words")
        }
        if cells.isEmpty {
            throw ReviewRefusal("the objection names no node; expected the ids of the nodes it is about")
        }
        if let last = lastDayOfAppeals, day > last {
            throw ReviewRefusal(
                "objections closed on \(last), and this one is of \(day); nothing can be done about it here")
        }
        guard let due = terms?.workingDays.end(ofTerm: terms?.decisionDays ?? 0, from: day) else {
            throw ReviewRefusal("the calendar ends before the objection could be decided")
        }
        appeals.append(
            Appeal(
                number: appeals.count + 1, unit: unit, cells: cells, objection: objection, evidence: evidence,
                raised: day, due: due))
    }

    private mutating func decide(
        _ number: Int, _ decision: ReviewAct.Decision, _ reason: String, on day: CalendarDate
    ) throws(ReviewRefusal) {
        guard appeals.indices.contains(number - 1) else {
            throw ReviewRefusal(
                "there is no objection \(number); expected "
                    + (appeals.isEmpty ? "an objection first" : "a number from 1 to \(appeals.count)"))
        }
        let appeal = appeals[number - 1]
        if appeal.decision != nil {
            throw ReviewRefusal("objection \(number) is decided already; a decision is not changed")
        }
        appeals[number - 1].decision = decision
        appeals[number - 1].reason = reason
        // A term that has lapsed does not take the right to a decision away; the lateness stays in sight.
        appeals[number - 1].daysLate = terms?.workingDays.days(of: day, after: appeal.due) ?? 0
        if decision != .rejected { openCorrections.insert(number) }
    }

    private mutating func amend(
        _ run: Int, _ scheme: String, _ results: String
    ) throws(ReviewRefusal) {
        try compare(scheme, of: run)
        if openCorrections.isEmpty {
            throw ReviewRefusal(
                "no objection was upheld that the run would follow from; expected ‘assess review decide’ first")
        }
        if let published = self.run, run <= published {
            throw ReviewRefusal(
                "run \(run) was stored before run \(published), which is published; expected a later run")
        }
        try compare(results, ofAmending: run)
        (self.run, self.results) = (run, results)
        openCorrections = []
    }

    private mutating func approve(on day: CalendarDate) throws(ReviewRefusal) {
        if let open = appeals.first(where: { $0.decision == nil }) {
            throw ReviewRefusal(
                "objection \(open.number) of \(open.unit) is not decided; expected ‘assess review decide’ first")
        }
        if !openCorrections.isEmpty {
            let numbers = openCorrections.sorted().map(String.init).joined(separator: ", ")
            throw ReviewRefusal(
                "no run follows from the upheld objection \(numbers); expected the changed input files, a run, and ‘assess "
                    + "review amend’")
        }
        for (name, last) in [("comment", lastDayOfComment), ("objections", lastDayOfAppeals)] {
            if let last, day <= last {
                throw ReviewRefusal("the term of \(name) ends on \(last); expected a day after it")
            }
        }
        stage = .approved
    }
}
