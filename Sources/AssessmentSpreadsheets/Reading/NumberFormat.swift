/// Whether a format shows a number as a day or time.
enum NumberFormat {
    /// By the number of a format that every program knows: those of days and times, also those of East Asian languages.
    static func showsDate(builtIn id: Int) -> Bool {
        (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || (50...58).contains(id)
    }

    /// By the code of a format of the file, such as `yyyy"年"m"月"` or `[Red]0.00`.
    static func showsDate(code: String) -> Bool {
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
                if letters.count == 1, let letter = letters.first, "hms".contains(letter) { return true }
            case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S": return true
            // Only the first of the sections tells: later ones are for negative numbers and texts.
            case ";": return false
            case "G", "g":
                // `General` in English files, and `G/通用格式` in Chinese ones.
                if scalars.starts(with: "eneral".unicodeScalars) { scalars.removeFirst(6) }
            default: continue
            }
        }
        return false
    }
}
