internal import AssessmentCore
internal import Dispatch
internal import Foundation

/// Reads a CSV file of observations block by block, on several threads, into columns.
///
/// What is read, and what is told of a file that is wrong, is the same for any number of threads and size of blocks.
struct ObservationsReading {
    /// What came of it.
    enum Outcome {
        case read(Observations)
        case wrong([Diagnostic])
        /// The bytes are not UTF-8, or hold characters that no text has.
        case notText
    }

    let names: ObservationRows.Names
    let separator: UInt8
    /// As many as the machine has processors where nothing is given.
    var threads: Int?
    var sizeOfBlocks = 1 << 20

    /// Reads the bytes of a file behind its byte order mark.
    ///
    /// - Parameter held: the cells of earlier files; those of this one are added where its rows can be read.
    func read(_ bytes: UnsafeBufferPointer<UInt8>, held: inout HeldObservations) -> Outcome {
        var scanner = CSVScanner(bytes, separator: separator)
        do throws(CSVScanner.Problem) {
            repeat {
                guard try scanner.next() else {
                    guard CSVText.isRight(bytes) else { return .notText }
                    return .wrong([
                        Diagnostic(
                            at: SourcePosition(file: names.file, line: 1, column: 1), "the file is empty",
                            expected: "a heading and rows")
                    ])
                }
            } while scanner.isBlank
        } catch {
            return CSVText.isRight(bytes) ? .wrong([scanner.diagnostic(error, file: names.file)]) : .notText
        }
        let heading = CSVTable.Row(
            number: scanner.number, cells: scanner.cells[..<scanner.count].map(scanner.text), places: scanner.places)
        guard CSVText.isRight(UnsafeBufferPointer(rebasing: bytes[..<scanner.index])) else { return .notText }
        var problems = CSVTable.repeatedHeadings(heading, file: names.file)
        let unknown = TableReader.problems(
            of: heading, file: names.file, sheet: nil, required: ObservationRows.required,
            known: ObservationRows.columns)
        let columns = problems.isEmpty && unknown.isEmpty ? ObservationRows.Columns(heading.cells) : nil
        let rest = UnsafeBufferPointer(rebasing: bytes[scanner.index...])
        var merge = merged(
            rest, columns, width: heading.cells.count, rows: scanner.number, lines: scanner.nextLine - 1, held)
        if !merge.isText { return .notText }
        if let failure = merge.failure { return .wrong([failure]) }
        problems += merge.wrongCounts
        if !problems.isEmpty { return .wrong(problems) }
        if !unknown.isEmpty { return .wrong(unknown) }
        let repeated = merge.finish()
        held = merge.held
        let twice = repeated.isEmpty ? [] : places(of: repeated, in: merge.observations, bytes, heading)
        if merge.problems.isEmpty, twice.isEmpty { return .read(merge.observations) }
        return .wrong((twice + merge.problems).inOrderOfPlace)
    }

    /// What all blocks give.
    private func merged(
        _ bytes: UnsafeBufferPointer<UInt8>, _ columns: ObservationRows.Columns?, width: Int, rows: Int, lines: Int,
        _ held: HeldObservations
    ) -> ObservationsMerge {
        let processors = threads ?? ProcessInfo.processInfo.activeProcessorCount
        let readers = max(1, min(processors, bytes.count / max(1, sizeOfBlocks)))
        let blocks = CSVBlocks(bytes, size: sizeOfBlocks)
        let total = bytes.count
        var merge = ObservationsMerge(
            file: names.file, width: width, rows: rows, lines: lines, readers: readers, held: held)
        if readers == 1 {
            read(blocks, columns, width, reader: 0, total) { merge.take($0) }
            return merge
        }
        let shared = Guarded(merge)
        DispatchQueue.concurrentPerform(iterations: readers) { reader in
            read(blocks, columns, width, reader: reader, total) { part in shared.withLock { $0.take(part) } }
        }
        return shared.withLock { $0 }
    }

    /// Reads blocks as long as there are some.
    private func read(
        _ blocks: CSVBlocks, _ columns: ObservationRows.Columns?, _ width: Int, reader: Int, _ total: Int,
        _ give: (ObservationsMerge.Part) -> Void
    ) {
        var rows = columns.map { ObservationRows($0, names) }
        while let block = blocks.next() {
            guard CSVText.isRight(block.bytes) else {
                give(ObservationsMerge.Part(number: block.number, reader: reader, isText: false))
                continue
            }
            var part = ObservationsMerge.Part(number: block.number, reader: reader, isText: true)
            var scanner = CSVScanner(block.bytes, separator: separator)
            do throws(CSVScanner.Problem) {
                while try scanner.next() {
                    if scanner.isBlank { continue }
                    if scanner.count != width {
                        part.wrongCounts.append((scanner.number, scanner.line, scanner.count))
                    } else {
                        rows?.take(scanner, number: scanner.number)
                    }
                }
            } catch {
                part.failure = scanner.diagnostic(error, file: names.file)
            }
            part.rows = scanner.number
            part.lines = scanner.nextLine - 1
            part.taken = rows?.handOver()
            // Rows of a file are about as long as those of its first block, or a little shorter.
            let share = Double(total) / Double(max(1, block.bytes.count))
            part.estimate = Int(Double(part.taken?.rows.count ?? 0) * share * 1.02)
            give(part)
        }
    }

    /// What is told of cells that are given twice, at the places of the second ones.
    private func places(
        of repeated: [(position: Int, earlier: Origin)], in observations: Observations,
        _ bytes: UnsafeBufferPointer<UInt8>, _ heading: CSVTable.Row
    ) -> [Diagnostic] {
        guard let column = heading.cells.firstIndex(of: "value") else { return [] }
        var scanner = CSVScanner(bytes, separator: separator)
        return repeated.map { position, earlier in
            let observation = observations[position]
            // They follow one another as their rows do.
            while scanner.number < observation.origin.row, (try? scanner.next()) == true {}
            let place = scanner.place(ofCell: column)
            return ObservationsFile.twice(
                observation, earlier,
                at: SourcePosition(file: names.file, line: place.line, column: place.column))
        }
    }
}
