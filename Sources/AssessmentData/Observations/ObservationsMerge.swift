internal import AssessmentCore

/// Puts together what was read of the blocks of a file of observations, in the order of the file, whoever read them and in
/// whatever order they come.
struct ObservationsMerge: Sendable {
    /// What one block gave.
    struct Part: Sendable {
        /// Its place among the blocks, from 0.
        let number: Int
        /// Who read it: numbers of texts are those of one reader.
        let reader: Int
        /// Whether its bytes are text as it should be; nothing else was looked at where they are not.
        let isText: Bool
        /// What stopped the reading, with the line within the block.
        var failure: Diagnostic?
        /// Rows with more or fewer cells than the heading, by their numbers and lines within the block.
        var wrongCounts: [(row: Int, line: Int, count: Int)] = []
        /// What was taken; nothing where the heading is wrong.
        var taken: ObservationRows.Taken?
        /// How many rows and lines the block has.
        var rows = 0
        var lines = 0
        /// How many rows the file may have, as the block has it.
        var estimate = 0
    }

    /// The numbers here of the texts of one reader.
    private struct Numbers {
        var units: [UInt32] = []
        var series: [UInt32] = []
        var texts: [UInt32] = []
    }

    private let file: String
    private let width: Int
    private let place: UInt32
    private var waiting: [Int: Part] = [:]
    private var next = 0
    private var numbers: [Numbers]
    private var heldNumbers = HeldObservations.Numbers()
    /// How many rows and lines stand before the next block.
    private var (rows, lines): (Int, Int)

    private(set) var observations = Observations()
    private(set) var held: HeldObservations
    /// Whether every cell is given once, here and in earlier files.
    private(set) var isUnique = true
    private(set) var isText = true
    private(set) var failure: Diagnostic?
    private(set) var wrongCounts: [Diagnostic] = []
    private(set) var problems: [Diagnostic] = []

    /// - Parameters:
    ///   - width: how many cells a row has.
    ///   - rows: how many rows and lines stand before the first block.
    ///   - held: the cells of earlier files.
    init(
        file: String, sheet: String? = nil, width: Int, rows: Int, lines: Int, readers: Int, held: HeldObservations
    ) {
        self.file = file
        self.width = width
        (self.rows, self.lines) = (rows, lines)
        self.held = held
        numbers = [Numbers](repeating: Numbers(), count: readers)
        place = observations.number(ofFile: file, sheet: sheet, column: "value")
    }

    /// Takes what a block gave, and puts together what now follows without a gap.
    mutating func take(_ part: Part) {
        waiting[part.number] = part
        while let part = waiting.removeValue(forKey: next) {
            next += 1
            add(part)
        }
    }

    private mutating func add(_ part: Part) {
        if !part.isText { isText = false }
        // Nothing counts behind what cannot be read, but that all of it is text.
        guard failure == nil, part.isText else { return }
        failure = part.failure.map(moved)
        for wrong in part.wrongCounts {
            wrongCounts.append(
                CSVTable.wrongCount(
                    wrong.count, of: width, inRow: rows + wrong.row, file: file, line: lines + wrong.line))
        }
        if let taken = part.taken {
            if observations.isEmpty { observations.reserve(part.estimate) }
            let reader = part.reader
            for unit in taken.units { numbers[reader].units.append(observations.number(ofUnit: unit)) }
            for series in taken.series { numbers[reader].series.append(observations.number(of: series)) }
            for text in taken.texts { numbers[reader].texts.append(observations.number(ofText: text)) }
            let first = observations.count
            observations.append(
                taken.rows, units: numbers[reader].units, series: numbers[reader].series,
                texts: numbers[reader].texts, place: place, before: rows)
            if !held.mark(observations, from: first, &heldNumbers) { isUnique = false }
            problems += taken.problems.map(moved)
        }
        rows += part.rows
        lines += part.lines
    }

    private func moved(_ diagnostic: Diagnostic) -> Diagnostic {
        var diagnostic = diagnostic
        diagnostic.position.line += lines
        return diagnostic
    }

    /// Keeps the cells for later files, and tells which of them are given twice.
    mutating func finish() -> [(position: Int, earlier: Origin)] {
        held.keep(observations)
        return isUnique ? [] : held.repeated()
    }
}
