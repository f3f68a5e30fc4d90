internal import AssessmentConfiguration
internal import AssessmentCore
internal import AssessmentData
public import AssessmentHosting
internal import AssessmentMethods
internal import Foundation

extension Workbench {
    /// Runs the specifications beside a list of published tables and compares their results with each table.
    ///
    /// - Parameters:
    ///   - path: the list, or a folder that holds it as `published.yml`.
    ///   - data: the folder of the published tables and of the data that specifications read; that of the list where
    ///     there is none.
    ///   - threads: how many things are done at a time; it changes nothing in the results.
    ///   - trusted: the plug-ins that may be started as processes of their own.
    ///   - body: gets each comparison as soon as it is made.
    /// - Throws: `DiagnosticList` or ``AssessmentFailure`` with what is wrong.
    public func reproduce(
        _ path: String, data: String?, trusting trusted: TrustedPlugins = TrustedPlugins(), threads: Int = 1,
        _ body: (Reproduction) -> Void
    ) async throws {
        let list = Workbench.file(at: path, named: "published.yml")
        let folder = Workbench.folder(of: list)
        let published = try PublishedReader().read(list)
        let data = published.isSelfContained ? nil : data
        let files: SourceFolder
        do throws(SourceFolder.Refusal) {
            files = try Workbench.source(data, beside: list)
        } catch {
            let position = SourcePosition(file: data ?? list, line: 1, column: 1)
            throw DiagnosticList([Diagnostic(at: position, error.problem, expected: error.expected)])
        }
        var completed: [String: CompletedAssessment] = [:]
        for table in published.tables {
            if let part = table.needs, !StandardMethods.parts.contains(part) {
                body(Reproduction(table))
                continue
            }
            if completed[table.specification] == nil {
                // Results of one specification at a time: national tables are large.
                completed = [:]
                let loaded = try await load(folder + table.specification, data: data, trusting: trusted)
                // No published table is compared with how firm a result is.
                completed[table.specification] = try await run(
                    loaded, threads: threads, askingRobustness: false)
            }
            guard let assessment = completed[table.specification] else { continue }
            let bytes: [UInt8]
            do throws(SourceFolder.Refusal) {
                bytes = try files.bytes(table.file)
            } catch {
                throw DiagnosticList([Diagnostic(at: table.position, error.problem, expected: error.expected)])
            }
            body(try PublishedComparison(table, bytes, assessment).outcome())
        }
    }
}
