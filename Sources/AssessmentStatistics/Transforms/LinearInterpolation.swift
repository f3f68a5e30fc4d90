/// Values between known ones on a straight line, as for the missing years of a series.
public enum LinearInterpolation {
    /// What lies before the first known value and after the last.
    public enum Ends: String, CaseIterable, Sendable {
        /// The nearest known value, as COINr's `linear-constant`.
        case constant
        /// The line through the two nearest known values goes on; with one known value, that value.
        case linear
        /// Nothing.
        case missing
    }

    /// A value for each time; known values stay as they are.
    ///
    /// `times` are as many as `values`, in any order, each once; `nil` in `values` marks what is to be found. A single
    /// known value stands for all times, unless ends are `missing`. Without a known value, or where the lists differ in
    /// length or two known values share a time, the values come back unchanged.
    public static func filled(_ values: [Double?], times: [Double], ends: Ends = .constant) -> [Double?] {
        guard values.count == times.count else { return values }
        let known = zip(times, values).compactMap { time, value in value.map { (time: time, value: $0) } }
            .sorted { $0.time < $1.time }
        guard let first = known.first, let last = known.last else { return values }
        for (left, right) in zip(known, known.dropFirst()) where left.time == right.time { return values }
        return zip(times, values).map { time, value in
            if let value { return value }
            if let right = known.firstIndex(where: { $0.time >= time }), right > 0 {
                return line(known[right - 1], known[right], at: time)
            }
            switch ends {
            case .missing: return known.first { $0.time == time }?.value
            case .constant: return time <= first.time ? first.value : last.value
            case .linear:
                if known.count < 2 { return first.value }
                return time <= first.time
                    ? line(known[0], known[1], at: time)
                    : line(known[known.count - 2], last, at: time)
            }
        }
    }

    private static func line(
        _ left: (time: Double, value: Double), _ right: (time: Double, value: Double), at time: Double
    ) -> Double {
        left.value + (right.value - left.value) * ((time - left.time) / (right.time - left.time))
    }
}
