public import AssessmentCore
internal import AssessmentData
internal import Foundation

/// A scheme as it was issued, with the revisions since: the file that a specification names under `scheme`.
///
/// Each issue holds its lines, so that what a later specification lays down otherwise can be named, and its digest covers
/// the one before, so that an issue cannot be changed or taken out afterwards without notice.
public struct SealedScheme: Sendable, Hashable, Codable {
    /// A scheme as it was issued on a day.
    public struct Issue: Sendable, Hashable, Codable {
        /// The day from which it holds.
        public let effective: String
        /// The day on which it was issued.
        public let issued: String
        /// Who issued it.
        public let authority: String
        /// The document by which it was issued.
        public let document: String
        /// Why it was revised; empty for the first issue.
        public let reason: String
        /// What it lays down, `place<tab>value`, sorted.
        public let lines: [String]
        /// The SHA-256 over the digest of the issue before and everything above.
        public let sha256: String

        /// Its lines by what they are about.
        public var places: [(place: String, value: String)] {
            lines.map { line in
                let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
                return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
            }
        }

        /// The digest over every field with its length before it, so that none can run over into the next one.
        fileprivate func digest(of assessment: String, _ period: String, after earlier: String) -> String {
            let head = [
                "scheme \(SealedScheme.format)", assessment, period, earlier, effective, issued, authority, document,
                reason,
            ]
            return AssessmentData.sha256((head + lines).flatMap { Array("\($0.utf8.count):\($0)".utf8) })
        }

        /// Whether each field is one line, the days are days, and each line has one place and one value.
        fileprivate var isWellFormed: Bool {
            [authority, document, reason].allSatisfy(SealedScheme.isOneLine)
                && CalendarDate(effective) != nil && CalendarDate(issued) != nil
                && lines.allSatisfy { line in
                    let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
                    return parts.count == 2 && parts.allSatisfy(SealedScheme.isOneLine)
                }
        }
    }

    /// The form of the file, which is told apart from earlier ones.
    public static let format = 2

    /// The form of the file that was read or is written.
    public let format: Int
    /// The id of the assessment.
    public let assessment: String
    /// The assessed period.
    public let period: String
    /// The issues, the first one first.
    public let issues: [Issue]

    /// Why a scheme cannot be issued or revised.
    public struct Refusal: Error, Sendable, Hashable, CustomStringConvertible {
        /// What is wrong and what to do.
        public let description: String
    }

    /// Who issues a scheme, when and by what.
    public struct Act: Sendable, Hashable {
        /// The day on which it is issued.
        public let issued: CalendarDate
        /// The day from which it holds.
        public let effective: CalendarDate
        /// Who issues it.
        public let authority: String
        /// The document.
        public let document: String
        /// Why it is revised.
        public let reason: String

        /// Creates an act.
        public init(
            issued: CalendarDate, effective: CalendarDate, authority: String, document: String, reason: String = ""
        ) {
            self.issued = issued
            self.effective = effective
            self.authority = authority
            self.document = document
            self.reason = reason
        }
    }

    /// The first issue of a scheme.
    ///
    /// - Throws: ``Refusal`` where the act says too little.
    public init(_ specification: Specification, _ listing: SchemeListing, by act: Act) throws(Refusal) {
        format = SealedScheme.format
        assessment = specification.id
        period = specification.period.description
        issues = [try SealedScheme.issue(listing, by: act, of: specification, after: nil)]
    }

    private init(_ assessment: String, _ period: String, _ issues: [Issue]) {
        format = SealedScheme.format
        self.assessment = assessment
        self.period = period
        self.issues = issues
    }

    /// The scheme with a revision.
    ///
    /// - Throws: ``Refusal`` where the act lacks a reason, takes effect before an earlier issue, before it is issued or after
    ///   the period, or nothing is changed.
    public func revised(
        _ specification: Specification, _ listing: SchemeListing, by act: Act
    ) throws(Refusal) -> SealedScheme {
        guard specification.id == assessment, specification.period.description == period else {
            throw Refusal(
                description:
                    "the scheme is that of \(assessment) for \(period); expected that of \(specification.id) for "
                    + "\(specification.period)")
        }
        let revision = try SealedScheme.issue(listing, by: act, of: specification, after: issues.last)
        return SealedScheme(assessment, period, issues + [revision])
    }

    private static func issue(
        _ listing: SchemeListing, by act: Act, of specification: Specification, after earlier: Issue?
    ) throws(Refusal) -> Issue {
        let period = specification.period
        let texts =
            [("authority", act.authority), ("document", act.document)]
            + (earlier == nil ? [] : [("reason", act.reason)])
        for (name, text) in texts where !text.contains(where: { !$0.isWhitespace }) {
            throw Refusal(
                description:
                    "the \(earlier == nil ? "issue" : "revision") of the scheme names no \(name); expected the "
                    + "\(name) in words")
        }
        for text in texts.map(\.1) + listing.lines.flatMap({ [$0.place, $0.value] }) where !isOneLine(text) {
            throw Refusal(
                description:
                    "‘\(printable(text))’ holds a line break or another control character; expected one line")
        }
        if let end = period.lastDay, act.effective > end {
            throw Refusal(
                description:
                    "the scheme would take effect on \(act.effective), after the assessed period \(period); expected "
                    + "a day until \(end)")
        }
        if earlier != nil, act.effective < act.issued {
            throw Refusal(
                description:
                    "the revision would take effect on \(act.effective), before it is issued on \(act.issued); "
                    + "expected a day from then on")
        }
        if let earlier {
            if act.effective.description < earlier.effective || act.issued.description < earlier.issued {
                throw Refusal(
                    description: "the revision would come before the issue of \(earlier.issued), in effect since "
                        + "\(earlier.effective); expected later days")
            }
            if SchemeDifference.between(earlier.places, listing).isEmpty {
                throw Refusal(
                    description: "the revision changes nothing; expected a specification that lays down something else")
            }
        }
        let issue = Issue(
            effective: act.effective.description, issued: act.issued.description, authority: act.authority,
            document: act.document, reason: earlier == nil ? "" : act.reason, lines: listing.sealedLines, sha256: "")
        return Issue(
            effective: issue.effective, issued: issue.issued, authority: issue.authority, document: issue.document,
            reason: issue.reason, lines: issue.lines,
            sha256: issue.digest(of: specification.id, period.description, after: earlier?.sha256 ?? ""))
    }

    /// Whether a text has no line break and no other control character.
    private static func isOneLine(_ text: some StringProtocol) -> Bool {
        !text.unicodeScalars.contains {
            [.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
        }
    }

    /// The digest of the scheme as it stands: of its last issue, and so of all before.
    public var sha256: String { issues.last?.sha256 ?? "" }

    /// The file of the scheme.
    ///
    /// - Throws: never for texts.
    public func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return [UInt8](try encoder.encode(self)) + Array("\n".utf8)
    }

    /// Reads the file of a scheme and compares each digest.
    ///
    /// - Throws: `DiagnosticList` where it is none, or where an issue was changed afterwards.
    public init(_ bytes: [UInt8], file: String) throws(DiagnosticList) {
        let position = SourcePosition(file: file, line: 1, column: 1)
        let expected = "a file that ‘assess scheme’ wrote, as it wrote it"
        struct Format: Decodable { let format: Int? }
        if let form = try? JSONDecoder().decode(Format.self, from: Data(bytes)), form.format != SealedScheme.format {
            throw DiagnosticList([
                Diagnostic(
                    at: position,
                    "the file is a sealed scheme of \(form.format.map { "format \($0)" } ?? "an earlier format"), or "
                        + "none",
                    expected:
                        "format \(SealedScheme.format): take the file away and issue the scheme again by ‘assess scheme "
                        + "issue’")
            ])
        }
        guard let read = try? JSONDecoder().decode(SealedScheme.self, from: Data(bytes)), !read.issues.isEmpty else {
            throw DiagnosticList([Diagnostic(at: position, "this is no sealed scheme", expected: expected)])
        }
        var earlier = ""
        for issue in read.issues {
            guard issue.isWellFormed else {
                throw DiagnosticList([
                    Diagnostic(
                        at: position,
                        "the issue of \(issue.issued.filter { $0.isNumber || $0 == "-" }) holds a line break or another "
                            + "control character where none can be, or a day that is none", expected: expected)
                ])
            }
            guard issue.digest(of: read.assessment, read.period, after: earlier) == issue.sha256 else {
                throw DiagnosticList([
                    Diagnostic(
                        at: position,
                        "the issue of \(issue.issued.filter { $0.isNumber || $0 == "-" }) was changed after it "
                            + "was sealed", expected: expected)
                ])
            }
            earlier = issue.sha256
        }
        self = read
    }

    /// What a specification lays down otherwise than the scheme, each with its place in the specification.
    ///
    /// - Parameter position: where the specification names the scheme.
    public func problems(of specification: Specification, _ listing: SchemeListing, at position: SourcePosition)
        -> [Diagnostic]
    {
        guard specification.id == assessment, specification.period.description == period, let issue = issues.last else {
            return [
                Diagnostic(
                    at: position, "the scheme is that of another assessment or period",
                    expected: "the scheme of \(specification.id) for \(specification.period)")
            ]
        }
        return SchemeDifference.between(issue.places, listing).map { difference in
            Diagnostic(
                at: difference.position ?? position, "the scheme of \(issue.issued) is sealed; \(difference.words)",
                expected: "what the scheme lays down, or a revision of it by ‘assess scheme revise’ with its authority")
        }
    }
}
