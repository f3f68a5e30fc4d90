/// As what a format shows a number.
enum NumberFormat {
    /// As a number, as a day or time, or as a percentage: 0.476 as 47.6%.
    case number, date, percent

    /// By the number of a format that every program knows: those of days and times, also those of East Asian languages, and
    /// those of percentages.
    init(builtIn id: Int) {
        switch id {
        case 9, 10: self = .percent
        case 14...22, 27...36, 45...47, 50...58: self = .date
        default: self = .number
        }
    }

    /// By the code of a format of the file, such as `yyyy"年"m"月"` or `[Red]0.00`.
    init(code: String) {
        var scalars = Substring(code).unicodeScalars
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"":
                while let inner = scalars.popFirst(), inner != "\"" {}
            // The next character stands for itself, for a gap of its width, or fills the cell.
            case "\\", "_", "*": _ = scalars.popFirst()
            case "[":
                var inner = ""
                while let letter = scalars.popFirst(), letter != "]" { inner.unicodeScalars.append(letter) }
                // Elapsed hours, minutes or seconds; all else in brackets is a colour, a condition or a language.
                let letters = Set(inner.lowercased())
                if letters.count == 1, let letter = letters.first, "hms".contains(letter) {
                    self = .date
                    return
                }
            case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S":
                self = .date
                return
            case "%":
                self = .percent
                return
            // Only the first of the sections tells: later ones are for negative numbers and texts.
            case ";":
                self = .number
                return
            case "G", "g":
                // `General` in English files, and `G/通用格式` in Chinese ones.
                if scalars.starts(with: "eneral".unicodeScalars) { scalars.removeFirst(6) }
            default: continue
            }
        }
        self = .number
    }
}
