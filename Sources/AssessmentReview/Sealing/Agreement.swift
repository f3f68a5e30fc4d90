/// How far two numbers agree that should be the same.
enum Agreement {
    case same
    /// Another processor or mathematical library gives other last bits of exponentials, logarithms and powers.
    case lastBits
    case none

    /// The largest difference that is one of last bits, relative to numbers above 1.
    static let tolerance = 1e-12

    init(_ recorded: Double, _ recomputed: Double) {
        if recorded == recomputed || recorded.isNaN && recomputed.isNaN {
            self = .same
        } else if (recorded - recomputed).magnitude <= Agreement.tolerance * max(1, recorded.magnitude) {
            self = .lastBits
        } else {
            self = .none
        }
    }
}
