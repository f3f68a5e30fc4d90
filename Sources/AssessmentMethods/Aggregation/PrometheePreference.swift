internal import AssessmentCore

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// How a difference between two scores becomes a preference, with its thresholds.
struct PrometheePreference {
    /// The six functions of Brans and Vincke, with the thresholds that each has.
    enum Shape: String, CaseIterable {
        case usual
        case uShape = "u_shape"
        case vShape = "v_shape"
        case level, linear, gaussian

        var thresholds: [String] {
            switch self {
            case .usual: []
            case .uShape: ["q"]
            case .vShape: ["p"]
            case .level, .linear: ["q", "p"]
            case .gaussian: ["s"]
            }
        }
    }

    /// The words by which a specification names the functions.
    static let words = Shape.allCases.map(\.rawValue)

    private let shape: Shape
    private let indifference: Double
    private let strict: Double
    private let bend: Double

    /// Reads a function from parameters.
    ///
    /// - Throws: `MethodError` where a threshold is missing, not asked for, or in contradiction with another.
    init(_ parameters: ParameterValues) throws {
        let word = parameters.text("preference") ?? Shape.usual.rawValue
        guard let shape = Shape(rawValue: word) else {
            throw MethodError(
                "promethee_2: preference is ‘\(word)’; expected one of " + Self.words.joined(separator: ", "))
        }
        func threshold(_ name: String) throws -> Double {
            // Two units are compared, so that a threshold cannot differ by unit.
            guard let value = parameters.number(name), value >= 0, value.isFinite else {
                throw MethodError("promethee_2: \(name) must be one number from 0, the same for all units and periods")
            }
            if value > 0, !shape.thresholds.contains(name) {
                let known = shape.thresholds.isEmpty ? "none" : shape.thresholds.joined(separator: " and ")
                throw MethodError(
                    "promethee_2: \(name) is given, and \(word) has \(known) of the thresholds; leave it out")
            }
            if value == 0, name != "q", shape.thresholds.contains(name) {
                throw MethodError("promethee_2: \(word) needs \(name) above zero; give `\(name)`")
            }
            return value
        }
        self.shape = shape
        indifference = try threshold("q")
        strict = try threshold("p")
        bend = try threshold("s")
        if shape.thresholds.contains("q"), shape.thresholds.contains("p"), indifference >= strict {
            throw MethodError(
                "promethee_2: q \(Formula.text(of: indifference)) must lie below p \(Formula.text(of: strict))")
        }
    }

    /// Whether any difference is preferred whole.
    var isUsual: Bool { shape == .usual }

    /// The preference for a difference in the good direction, from 0 to 1.
    func value(_ difference: Double) -> Double {
        guard difference > 0 else { return 0 }
        switch shape {
        case .usual: return 1
        case .uShape: return difference > indifference ? 1 : 0
        case .vShape: return min(1, difference / strict)
        case .level: return difference > strict ? 1 : difference > indifference ? 0.5 : 0
        case .linear: return min(1, max(0, (difference - indifference) / (strict - indifference)))
        case .gaussian: return 1 - exp(-difference * difference / (2 * bend * bend))
        }
    }
}
