internal import AssessmentWorkbench
internal import Foundation

/// A file of text that a command writes besides what it prints.
enum TextFile {
    /// Writes the file whole, in the place of one that is there.
    ///
    /// - Throws: `AssessmentFailure` where it cannot be written.
    static func write(_ text: String, to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw AssessmentFailure("‘\(path)’ cannot be written: \(error.localizedDescription)")
        }
    }
}

extension String {
    /// The text with a mark in the place of every character that a terminal would obey rather than show.
    var printable: String {
        guard unicodeScalars.contains(where: String.isObeyed) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { String.isObeyed($0) ? "\u{FFFD}" : $0 }))
    }

    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
