#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// The logarithms that composite indicators use against skewness.
///
/// Callers drop missing values first; the numbers must be finite. Source: the COIN Tool of the Joint Research Centre,
/// as COINr 1.1 documents its functions.
public enum LogTransforms {
    /// COINr's `log_CT`: ln(x − min + 0.01 × range).
    ///
    /// `nil` for no values or where they do not vary.
    public static func rangeOffset(_ values: [Double]) -> [Double]? {
        guard let (least, greatest) = extent(values), least < greatest else { return nil }
        return values.map { log($0 - least + 0.01 * (greatest - least)) }
    }

    /// COINr's `log_CT_orig`: ln(x − min + 1).
    ///
    /// `nil` for no values.
    public static func unitOffset(_ values: [Double]) -> [Double]? {
        guard let (least, _) = extent(values) else { return nil }
        return values.map { log($0 - least + 1) }
    }

    /// COINr's `log_CT_plus` for a negative skew: −ln(max + 0.01 × range − x), which keeps the order.
    ///
    /// `nil` for no values or where they do not vary.
    public static func reflectedRangeOffset(_ values: [Double]) -> [Double]? {
        guard let (least, greatest) = extent(values), least < greatest else { return nil }
        return values.map { -log(greatest + 0.01 * (greatest - least) - $0) }
    }

    private static func extent(_ values: [Double]) -> (Double, Double)? {
        guard let least = values.min(), let greatest = values.max() else { return nil }
        return (least, greatest)
    }
}
