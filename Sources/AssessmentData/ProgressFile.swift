public import AssessmentCore

/// A file of the progress of tasks: `task,body,date,done,evidence,reported_by,note`.
///
/// What is done is counted from the start, so that it only grows; where it shrinks, the note must say why.
public enum ProgressFile {
    private static let columns = ["task", "body", "date", "done", "evidence", "reported_by", "note", "source"]

    /// A day of a task and body, which has one entry.
    public struct Place: Hashable, Sendable {
        let task: String
        let body: String
        let date: CalendarDate
    }

    /// Reads the progress.
    ///
    /// - Parameter seen: the days that earlier files hold entries for, with their origins; those of this file are added.
    /// - Throws: `DiagnosticList` with every problem of the file.
    public static func read(
        _ bytes: [UInt8], file: String, scheme: TaskScheme, bodies: TaskBodies, seen: inout [Place: Origin]
    ) throws(DiagnosticList) -> [ProgressEntry] {
        var reader = try TableReader(
            bytes: bytes, file: file, required: ["task", "body", "date", "done", "evidence", "reported_by"],
            known: columns)
        var entries: [(entry: ProgressEntry, row: CSVTable.Row)] = []
        let leads = Dictionary(
            scheme.tasks.map { ($0.id, Set(bodies.leads(of: $0).map(\.code))) }, uniquingKeysWith: { first, _ in first }
        )
        for row in reader.rows {
            guard let entry = entry(row, leads, scheme, bodies, &reader) else { continue }
            let place = Place(
                task: entry.task, body: bodies.answering(for: entry.body)?.code ?? entry.body, date: entry.date)
            if let earlier = seen.updateValue(entry.origin, forKey: place) {
                reader.report(
                    "date", row,
                    "\(entry.body) has two entries for ‘\(entry.task)’ on \(entry.date) (also \(earlier.file), row "
                        + "\(earlier.row))", expected: "one entry for a day")
            }
            entries.append((entry, row))
        }
        checkGrowth(entries, bodies, &reader)
        try reader.finish()
        return entries.map(\.entry)
    }

    private static func entry(
        _ row: CSVTable.Row, _ leads: [String: Set<String>], _ scheme: TaskScheme, _ bodies: TaskBodies,
        _ reader: inout TableReader
    ) -> ProgressEntry? {
        let (task, body) = (reader.filled("task", row), reader.filled("body", row))
        let (written, reporter) = (reader.filled("date", row), reader.filled("reported_by", row))
        let date = written == nil ? nil : reader.date("date", row)
        let done = reader.filled("done", row) == nil ? nil : reader.number("done", row)
        if let task, leads[task] == nil {
            let known = scheme.tasks.map(\.id)
            reader.report(
                "task", row, "the specification has no task \(quoted(task))",
                expected: "one of " + known.joined(separator: ", "), suggestion: nearestMatch(to: task, among: known))
        }
        if let body { check(body, task.flatMap { leads[$0] }, task ?? "", date, row, bodies, &reader) }
        if let done, done < 0 {
            reader.report("done", row, "\(Formula.text(of: done)) is below zero", expected: "a quantity from 0")
        }
        let evidence = reader.text("evidence", row)
        if let done, done > 0, evidence.isEmpty {
            reader.report(
                "evidence", row, "\(Formula.text(of: done)) is done, and nothing shows it",
                expected: "where the evidence (佐证材料) is found")
        }
        guard let task, let body, let date, let done, let reporter else { return nil }
        return ProgressEntry(
            task: task, body: body, date: date, done: done, evidence: evidence, reportedBy: reporter,
            origin: reader.origin(
                "done", row, source: reader.text("source", row),
                note: reader.text("note", row)))
    }

    private static func check(
        _ code: String, _ leads: Set<String>?, _ task: String, _ date: CalendarDate?, _ row: CSVTable.Row,
        _ bodies: TaskBodies, _ reader: inout TableReader
    ) {
        guard let body = bodies[code] else {
            let known = bodies.departments.units.map(\.code) + (leads ?? []).sorted()
            return reader.report(
                "body", row, "no unit and no department has the code \(quoted(code))",
                expected: "the code of a body that leads the task", suggestion: nearestMatch(to: code, among: known))
        }
        let answering = bodies.answering(for: code)
        if let leads, !(answering.map { leads.contains($0.code) } ?? false) {
            return reader.report(
                "body", row, "\(body.name.zh) (\(code)) does not lead the task ‘\(task)’",
                expected: leads.count > 12 ? "a body that leads it" : "one of " + leads.sorted().joined(separator: ", ")
            )
        }
        guard let date, !body.validity.contains(date) else { return }
        let successor = body.validity.until.flatMap { date >= $0 ? answering : nil }
        reader.report(
            "body", row,
            "\(body.name.zh) (\(code)) was not in force on \(date)"
                + (body.validity.from.map { ", from \($0)" } ?? "")
                + (body.validity.until.map { ", until \($0)" } ?? ""),
            expected: successor.map { "its successor \($0.code)" } ?? "the body that answered for the task on that day")
    }

    /// What is done is counted from the start.
    private static func checkGrowth(
        _ entries: [(entry: ProgressEntry, row: CSVTable.Row)], _ bodies: TaskBodies, _ reader: inout TableReader
    ) {
        let series = Dictionary(
            grouping: entries, by: { [$0.entry.task, bodies.answering(for: $0.entry.body)?.code ?? $0.entry.body] })
        for key in series.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let own = (series[key] ?? []).sorted { $0.entry.date < $1.entry.date }
            for (earlier, later) in zip(own, own.dropFirst())
            where later.entry.done < earlier.entry.done && later.entry.origin.note.isEmpty {
                reader.report(
                    "done", later.row,
                    "\(Formula.text(of: later.entry.done)) by \(later.entry.date) is less than the "
                        + "\(Formula.text(of: earlier.entry.done)) by \(earlier.entry.date) (row \(earlier.row.number))",
                    expected: "what was done from the start on, all together; or a note that says what was taken back")
            }
        }
    }
}
