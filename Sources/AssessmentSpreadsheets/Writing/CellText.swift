/// Text of data as a cell takes it.
package enum CellText {
    /// Without control characters and marks that turn the direction of what follows; at most as long as a cell holds.
    package static func clean(_ text: String, limit: Int = 32_767) -> String {
        var clean = ""
        var count = 0
        for scalar in text.unicodeScalars {
            let width = scalar.value > 0xFFFF ? 2 : 1
            if count + width > limit { break }
            switch scalar.properties.generalCategory {
            case .control where scalar == "\n" || scalar == "\t": clean.unicodeScalars.append(scalar)
            case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .format:
                // Joiners hold an emoji together.
                if scalar == "\u{200D}" { clean.unicodeScalars.append(scalar) } else { clean += " " }
            default: clean.unicodeScalars.append(scalar)
            }
            count += width
        }
        return clean
    }

    /// A text within a formula.
    package static func quoted(_ text: String) -> String {
        "\""
            + clean(text, limit: 255).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }

    /// A valid name of a sheet that differs from others.
    package static func sheetName(_ text: String, among taken: [String]) -> String {
        // Beyond what Excel refuses, nothing that stands between parts of a formula.
        var name = clean(text).map { "[]:*?/\\'\n\t=|!<>\"".contains($0) ? " " : String($0) }.joined()
        while name.hasPrefix(" ") { name.removeFirst() }
        name = String(name.prefix(60))
        func cut(_ name: String, _ limit: Int) -> String {
            var cut = name
            while cut.utf16.count > limit { cut.removeLast() }
            // Between words, where the part before is long enough to say something.
            if cut.count < name.count, let space = cut.lastIndex(of: " "), name.dropFirst(cut.count).first != " ",
                cut.distance(from: cut.startIndex, to: space) * 2 >= limit
            {
                cut = String(cut[..<space])
            }
            while cut.hasSuffix(" ") { cut.removeLast() }
            return cut
        }
        // Long names of one kind differ at their ends.
        func joined(_ name: String) -> String {
            let words = name.split(separator: " ").map(String.init)
            guard name.utf16.count > 31, words.count > 2 else { return name }
            var end = words[words.count - 1]
            for word in words.dropFirst().dropLast().reversed() {
                guard (word + " " + end).utf16.count <= 18 else { break }
                end = word + " " + end
            }
            guard end.utf16.count <= 18 else { return name }
            return "\(cut(words[0], 28 - end.utf16.count)) … \(end)"
        }
        let base = cut(joined(name), 31)
        var result = base.isEmpty ? "Sheet" : base
        var number = 2
        while taken.contains(where: { $0.lowercased() == result.lowercased() }) || result.lowercased() == "history" {
            result = cut(base, 27) + " \(number)"
            number += 1
        }
        return result
    }
}
