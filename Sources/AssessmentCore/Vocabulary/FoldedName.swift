/// A name by which two spellings are found to be one: without white space and invisible characters, with letters and digits
/// of usual width, in small letters.
public func foldedName(_ name: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
        if scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint { continue }
        folded.append(
            (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(folded).lowercased()
}
