internal import AssessmentSpreadsheets

/// A file of which nothing is taken in, with everything that is wrong with it.
public struct RefusedFile: Error, Sendable, Hashable, CustomStringConvertible {
    /// A problem, where it is, and what to do.
    public struct Problem: Sendable, Hashable, CustomStringConvertible {
        /// The sheet and the cell; nothing where it is the whole file.
        public let place: String?
        /// What is wrong.
        public let problem: String
        /// What was expected.
        public let expected: String

        /// The problem on one line, without the name of the file.
        public var description: String {
            (place.map { $0 + ": " } ?? "") + problem + (expected.isEmpty ? "" : "; expected " + expected)
        }

        init(_ problem: String, expected: String = "") {
            (place, self.problem, self.expected) = (nil, problem, expected)
        }

        init(line: Int, _ column: Int, _ problem: String, expected: String) {
            (place, self.problem, self.expected) = ("line \(line), column \(column)", problem, expected)
        }

        /// - Parameters:
        ///   - row: the row, from zero; nothing where the whole sheet is meant.
        ///   - column: the column, from zero.
        init(sheet: String, _ row: Int? = nil, _ column: Int = 0, _ problem: String, expected: String) {
            place = "sheet ‘\(sheet)’" + (row.map { ", cell \(CellPlace.letters(column))\($0 + 1)" } ?? "")
            (self.problem, self.expected) = (problem, expected)
        }
    }

    /// The name of the file.
    public let file: String
    /// What is wrong with it.
    public let problems: [Problem]

    init(_ file: String, _ problems: [Problem]) {
        self.file = file
        self.problems = problems
    }

    /// A line for each problem.
    public var description: String { problems.map { "\(file): \($0)" }.joined(separator: "\n") }
}
