import AssessmentCore

/// Gathers the problems found while a specification is read, so that all are told together.
///
/// It lives as long as one reading and stays on one thread.
final class DiagnosticCollector {
    private(set) var diagnostics: [Diagnostic] = []

    /// Notes a problem.
    func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// Notes a problem.
    func report(
        at position: SourcePosition, _ problem: String, expected: String? = nil, suggestion: String? = nil
    ) {
        report(Diagnostic(at: position, problem, expected: expected, suggestion: suggestion))
    }

    /// The result of a reading, or nothing after its problem has been noted.
    func attempt<Value>(_ read: () throws(Diagnostic) -> Value) -> Value? {
        do {
            return try read()
        } catch {
            report(error)
            return nil
        }
    }
}
