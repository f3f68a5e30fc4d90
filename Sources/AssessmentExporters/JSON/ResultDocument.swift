public import AssessmentCore
internal import Foundation

/// A result.json that was read back: the manifest and the whole ledger of an earlier run.
public struct ResultDocument: Sendable {
    /// What the run read, by what it was computed, and the digest of what came out.
    public let manifest: ManifestDocument
    /// The ledger.
    public let ledger: LedgerDocument

    private struct Contents: Decodable {
        let manifest: ManifestDocument
        let ledger: LedgerDocument
    }

    /// The result.json of a finished assessment, without the detour by a file.
    public init(_ assessment: CompletedAssessment) {
        manifest = ManifestDocument(assessment.manifest)
        ledger = LedgerDocument(assessment)
    }

    /// Reads a result.json, of which nothing is believed: each table has a value and a state for every row, and every
    /// node that is named exists.
    ///
    /// - Parameter file: what the file is called in messages.
    /// - Throws: `DiagnosticList` that says what is wrong.
    public init(_ bytes: [UInt8], file: String) throws(DiagnosticList) {
        let position = SourcePosition(file: file, line: 1, column: 1)
        let expected = "a result.json that this version of the workbench wrote"
        let contents: Contents
        do {
            contents = try JSONDecoder().decode(Contents.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw DiagnosticList([
                Diagnostic(at: position, "not a result: \(ResultDocument.wording(error))", expected: expected)
            ])
        } catch {
            throw DiagnosticList([Diagnostic(at: position, "not a result", expected: expected)])
        }
        (manifest, ledger) = (contents.manifest, contents.ledger)
        if let problem = ledger.contradiction {
            throw DiagnosticList([Diagnostic(at: position, "not a whole result: \(problem)", expected: expected)])
        }
    }

    private static func wording(_ error: DecodingError) -> String {
        func place(_ context: DecodingError.Context) -> String {
            let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
            return path.isEmpty ? "" : " at \(path.hasPrefix(".") ? String(path.dropFirst()) : path)"
        }
        return switch error {
        case .keyNotFound(let key, let context): "‘\(key.stringValue)’ is missing\(place(context))"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "a value of another kind is expected\(place(context))"
        case .dataCorrupted(let context): "it cannot be read as JSON\(place(context))"
        @unknown default: "it cannot be read"
        }
    }
}

extension LedgerDocument {
    /// What does not fit together in it, where something does not.
    fileprivate var contradiction: String? {
        let known = Set(nodes.map(\.id))
        if known.count != nodes.count { return "two nodes have one id" }
        if Set(units.map(\.code)).count != units.count { return "two units have one code" }
        if !periods.contains(period) { return "the period \(period) is not among its periods" }
        if let problem = robustness?.contradiction(units: Set(units.map(\.code))) { return problem }
        let rows = units.count * periods.count
        for entry in entries {
            let name = "the step \(entry.step) of \(entry.node)"
            if !known.contains(entry.node) { return "\(name) belongs to no node" }
            if entry.values.count != rows || entry.states.count != rows { return "\(name) has not \(rows) rows" }
            if let shares = entry.measuredShares, shares.count != rows { return "\(name) has not \(rows) shares" }
            if let sizes = entry.detail.groupSizes, sizes.count != rows { return "\(name) has not \(rows) groups" }
        }
        return nil
    }

    /// The last table of a node for a step.
    public func entry(of node: String, _ step: String) -> Entry? {
        entries.last { $0.node == node && $0.step == step }
    }

    /// The row of a unit in a period.
    public func row(unit code: String, period: String) -> Int? {
        guard let unit = units.firstIndex(where: { $0.code == code }), let place = periods.firstIndex(of: period)
        else { return nil }
        return place * units.count + unit
    }
}
