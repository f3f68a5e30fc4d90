/// A place in a text file that a person wrote, or a cell of a workbook.
public struct SourcePosition: Sendable, Hashable, CustomStringConvertible {
    /// The file, as the person named it.
    public var file: String
    /// The sheet of a workbook; nothing for a text file.
    public var sheet: String?
    /// The line, from 1; the row of a sheet.
    public var line: Int
    /// The column in characters, from 1; the column of a sheet.
    public var column: Int

    /// Creates a position.
    public init(file: String, sheet: String? = nil, line: Int, column: Int) {
        self.file = file
        self.sheet = sheet
        self.line = line
        self.column = column
    }

    /// The position as `file:line:column`, or as `file:sheet!D12`.
    public var description: String {
        guard let sheet else { return "\(file):\(line):\(column)" }
        return "\(file):\(printable(sheet))!\(cellName(row: line, column: column))"
    }
}

/// The name of a cell by its row and column, from 1, such as `D12`.
public func cellName(row: Int, column: Int) -> String {
    var (rest, letters) = (max(1, column), "")
    while rest > 0 {
        rest -= 1
        letters = String(Character(Unicode.Scalar(UInt8(0x41 + rest % 26)))) + letters
        rest /= 26
    }
    return letters + String(row)
}

/// A problem in something that a person wrote, with what to do about it.
public struct Diagnostic: Error, Sendable, Hashable, CustomStringConvertible {
    /// Where the problem is.
    public var position: SourcePosition
    /// What is wrong.
    public var problem: String
    /// What was expected instead.
    public var expected: String?
    /// The nearest thing that would be right.
    public var suggestion: String?

    /// Creates a diagnostic.
    public init(at position: SourcePosition, _ problem: String, expected: String? = nil, suggestion: String? = nil) {
        self.position = position
        self.problem = problem
        self.expected = expected
        self.suggestion = suggestion
    }

    /// The diagnostic as one line: `file:line:column: what is wrong; what was expected; did you mean …`.
    public var description: String {
        var text = "\(position): \(problem)"
        if let expected { text += "; expected \(expected)" }
        if let suggestion { text += "; did you mean ‘\(suggestion)’?" }
        return text
    }
}

/// Every problem found in what a person wrote, in the order of the files.
public struct DiagnosticList: Error, Sendable, CustomStringConvertible {
    /// The problems.
    public let diagnostics: [Diagnostic]

    /// Creates a list.
    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    /// One line for each problem.
    public var description: String {
        diagnostics.map(\.description).joined(separator: "\n")
    }
}

/// The nearest of some candidates to what was written, where one is near enough to be meant.
///
/// The distance is Levenshtein's, where two letters that changed places count once; up to a third of the letters, and at least one, may differ. What is longer than a
/// hundred letters is no slip of the pen, and comparing it would take long.
public func nearestMatch(to written: String, among candidates: some Sequence<String>) -> String? {
    guard written.utf8.count <= 400, written.count <= 100 else { return nil }
    let allowed = max(1, written.count / 3)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
        let distance = editDistance(Array(written.lowercased()), Array(candidate.lowercased()))
        if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
}

private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
        var current = [row + 1]
        for (column, other) in right.enumerated() {
            current.append(
                min(previous[column + 1] + 1, current[column] + 1, previous[column] + (letter == other ? 0 : 1)))
            if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                current[column + 1] = min(current[column + 1], beforePrevious[column - 1] + 1)
            }
        }
        (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
}
