#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Formula.Function {
    /// The value of a function of one argument; NaN outside its domain.
    @inline(__always)
    package func value(_ x: Double) -> Double {
        switch self {
        case .absolute: Swift.abs(x)
        case .ln: x > 0 ? log(x) : .nan
        case .log10: x > 0 ? logarithm10(x) : .nan
        case .exp: finite(exponential(x))
        case .sqrt: x >= 0 ? x.squareRoot() : .nan
        case .sign: x.isNaN ? .nan : x > 0 ? 1 : x < 0 ? -1 : 0
        case .not: x.isNaN ? .nan : x == 0 ? 1 : 0
        case .hasValue: x.isNaN ? 0 : 1
        case .minimum, .maximum, .coalesce: x
        case .add, .subtract, .multiply, .divide, .power, .choose, .less, .lessOrEqual, .equal, .and, .or, .round: .nan
        }
    }

    /// The value of a function of two arguments, or of the first so many and one more; NaN where either is, save for
    /// `coalesce`.
    @inline(__always)
    func value(_ x: Double, _ y: Double) -> Double {
        switch self {
        case .add: finite(x + y)
        case .subtract: finite(x - y)
        case .multiply: finite(x * y)
        case .divide: y == 0 ? .nan : finite(x / y)
        // A product is rounded once, which is right to the last bit and fast.
        case .power: finite(y == 2 ? x * x : raised(x, y))
        case .minimum: x.isNaN || y.isNaN ? .nan : Swift.min(x, y)
        case .maximum: x.isNaN || y.isNaN ? .nan : Swift.max(x, y)
        case .coalesce: x.isNaN ? y : x
        case .less: x.isNaN || y.isNaN ? .nan : x < y ? 1 : 0
        case .lessOrEqual: x.isNaN || y.isNaN ? .nan : x <= y ? 1 : 0
        case .equal: x.isNaN || y.isNaN ? .nan : x == y ? 1 : 0
        case .and: x.isNaN || y.isNaN ? .nan : x != 0 && y != 0 ? 1 : 0
        case .or: x.isNaN || y.isNaN ? .nan : x != 0 || y != 0 ? 1 : 0
        case .round: x.isNaN || !(0...15).contains(y) ? .nan : DecimalRounding.round(x, decimals: Int(y))
        case .absolute, .ln, .log10, .exp, .sqrt, .sign, .not, .hasValue, .choose: .nan
        }
    }

    /// A number too large to be one is none, so that nothing is divided by it later on and comes out as zero.
    @inline(__always)
    private func finite(_ number: Double) -> Double { number.magnitude == .infinity ? .nan : number }

    /// The second number where the first is not zero, else the third; NaN where the first is.
    @inline(__always)
    static func chosen(_ condition: Double, _ then: Double, _ otherwise: Double) -> Double {
        condition.isNaN ? .nan : condition != 0 ? then : otherwise
    }
}

// The C names are shadowed by the cases of the enumeration inside the extension.
private func logarithm10(_ x: Double) -> Double { log10(x) }
private func exponential(_ x: Double) -> Double { exp(x) }
private func raised(_ x: Double, _ y: Double) -> Double { pow(x, y) }
