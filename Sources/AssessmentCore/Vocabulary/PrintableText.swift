/// Text of a file or of another program as one line that a terminal shows as it is.
public func printable(_ text: some StringProtocol) -> String {
    text.unicodeScalars.reduce(into: "") { line, scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            line += " "
        default: line.unicodeScalars.append(scalar)
        }
    }
}
