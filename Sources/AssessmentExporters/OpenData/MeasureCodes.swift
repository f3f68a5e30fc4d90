internal import AssessmentCore

/// The units of measure of an assessment with a code for each, the same for the same set of units of measure.
struct MeasureCodes {
    /// The units of measure by code.
    let units: [(code: String, unit: UnitOfMeasure)]
    private let codes: [BilingualText: String]

    /// The codes of some units of measure, with points and ranks, which every assessment has.
    init(_ all: [UnitOfMeasure]) {
        var seen: [BilingualText: UnitOfMeasure] = [:]
        for unit in all + [.points] where seen[unit.symbol] == nil { seen[unit.symbol] = unit }
        let words = Dictionary(grouping: seen.keys, by: MeasureCodes.word)
        var codes: [BilingualText: String] = [:]
        for (word, symbols) in words {
            for symbol in symbols {
                // One word for several units of measure, such as “per 10,000 residents”, is told apart by the Chinese.
                codes[symbol] = symbols.count == 1 ? word : word + "_" + MeasureCodes.hexadecimal(symbol.zh)
            }
        }
        self.codes = codes
        units = seen.compactMap { symbol, unit in codes[symbol].map { (code: $0, unit: unit) } }
            .sorted { $0.code < $1.code }
    }

    /// The code of a unit of measure.
    func code(of unit: UnitOfMeasure) -> String { codes[unit.symbol] ?? "" }

    private static func word(_ symbol: BilingualText) -> String {
        if symbol.en == "%" { return "PT" }
        var word = ""
        for scalar in symbol.en.uppercased().unicodeScalars {
            if ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) {
                word.unicodeScalars.append(scalar)
            } else if scalar != ",", !word.isEmpty, word.last != "_" {
                word += "_"
            }
        }
        while word.last == "_" { word.removeLast() }
        return word.isEmpty ? (symbol.zh.isEmpty ? "NONE" : "U_" + hexadecimal(symbol.zh)) : word
    }

    private static func hexadecimal(_ text: String) -> String {
        text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }
}
