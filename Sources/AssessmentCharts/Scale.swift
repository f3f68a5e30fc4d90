internal import Foundation

/// Where numbers lie along an axis.
struct Scale {
    /// The number at the start of the axis.
    let low: Double
    /// The number at its end; above `low`.
    let high: Double
    /// Where the axis starts and ends on the drawing.
    let start: Double
    let end: Double

    /// An axis on which every one of the numbers has its place, those of the range too.
    ///
    /// Where no range is given, the axis begins and ends at round numbers.
    init(of values: [Double], range: ClosedRange<Double>?, isFromZero: Bool = false, start: Double, end: Double) {
        let stated = range.map { [$0.lowerBound, $0.upperBound] } ?? []
        let all = (values + stated + (isFromZero ? [0] : [])).filter(\.isFinite)
        var low = all.min() ?? 0
        var high = all.max() ?? 1
        if !(low < high) {
            let room = max(low.magnitude * 0.1, 1)
            if isFromZero, low == 0 { high = 1 } else { (low, high) = (low - room, high + room) }
        }
        if stated.isEmpty || values.contains(where: { $0.isFinite && !(range?.contains($0) ?? true) }) {
            let step = Scale.step(from: low, to: high, count: 5)
            let roundLow = (low / step).rounded(.down) * step
            let roundHigh = (high / step).rounded(.up) * step
            if roundLow.isFinite, roundLow <= low { low = roundLow }
            if roundHigh.isFinite, roundHigh >= high { high = roundHigh }
        }
        self.low = low
        self.high = high
        self.start = start
        self.end = end
    }

    /// Where a number lies.
    func position(_ value: Double) -> Double {
        // Halves, so that the distance between the largest numbers there are is one too.
        let share = (value / 2 - low / 2) / (high / 2 - low / 2)
        return start + (end - start) * min(max(share, 0), 1)
    }

    /// Round numbers along the axis with their texts.
    func ticks(count: Int = 5) -> [(value: Double, text: String)] {
        let step = Scale.step(from: low, to: high, count: count)
        let decimals = max(0, Int(-(log10(step) + 1e-9).rounded(.down)))
        let first = (low / step - 1e-9).rounded(.up)
        let last = (high / step + 1e-9).rounded(.down)
        guard first.isFinite, last - first < 100, first.magnitude < 1e15 else { return [] }
        return stride(from: first, through: last, by: 1).map { number in
            (number * step, DecimalText.of(number * step, decimals: decimals))
        }
    }

    /// A round distance of which about `count` make up the way.
    private static func step(from low: Double, to high: Double, count: Int) -> Double {
        let rough = (high / Double(count)) - (low / Double(count))
        guard rough.isFinite, rough > 1e-300 else { return 1 }
        let power = pow(10, log10(rough).rounded(.down))
        let part = rough / power
        return power * (part <= 1.000001 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10)
    }
}
