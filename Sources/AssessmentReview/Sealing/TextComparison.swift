internal import AssessmentCore

/// Compares a result file with the one that was written again, line by line.
public enum TextComparison {
    /// What a comparison came to.
    public enum Outcome: Sendable, Hashable {
        /// Every byte is the same.
        case same
        /// Numbers differ by last bits alone.
        case lastBits
        /// Something else differs.
        case different(Finding)
    }

    /// Compares a file with the one that was written again.
    public static func compare(_ path: String, recorded: [UInt8], rewritten: [UInt8]) -> Outcome {
        guard recorded != rewritten else { return .same }
        let (lines, others) = (Self.lines(recorded), Self.lines(rewritten))
        var start = 0
        for (line, other) in zip(lines, others) {
            if line != other, !differsByLastBits(line, other) {
                return .different(finding(path, start, Array(line), Array(other), recorded))
            }
            start += line.count + 1
        }
        guard lines.count == others.count else {
            let place = BytePlace(start, in: recorded, path: path)
            return .different(
                Finding(
                    "\(path):\(place.line)",
                    "it has \(lines.count) lines, and \(others.count) when it is written again"))
        }
        return .lastBits
    }

    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }

    private static func finding(
        _ path: String, _ start: Int, _ line: [UInt8], _ other: [UInt8], _ recorded: [UInt8]
    ) -> Finding {
        let offset = line.firstDifference(from: other) ?? 0
        let (now, again) = (
            BytePlace(start + offset, in: recorded, path: path), BytePlace(offset, in: other, path: "")
        )
        let field = now.field.map { " (column ‘\($0)’)" } ?? ""
        return Finding(
            "\(path):\(now.line):\(now.column)",
            "it reads ‘\(now.excerpt)’\(field), and ‘\(again.excerpt)’ when it is written again from the results")
    }

    /// Whether two lines have the same words, and numbers that agree but for their last bits.
    private static func differsByLastBits(_ line: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        let (parts, others) = (pieces(line), pieces(other))
        guard parts.count == others.count else { return false }
        return zip(parts, others).allSatisfy { part, other in
            if part == other { return true }
            guard let first = Double(String(decoding: part, as: UTF8.self)),
                let second = Double(String(decoding: other, as: UTF8.self))
            else { return false }
            if case .lastBits = Agreement(first, second) { return true }
            return false
        }
    }

    /// A line cut into numbers and what stands between them.
    private static func pieces(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        func isOfNumber(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
        }
        var (pieces, start) = ([ArraySlice<UInt8>](), line.startIndex)
        for index in line.indices where index > start && isOfNumber(line[index]) != isOfNumber(line[start]) {
            pieces.append(line[start..<index])
            start = index
        }
        pieces.append(line[start...])
        return pieces
    }
}
