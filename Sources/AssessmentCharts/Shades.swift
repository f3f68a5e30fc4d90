/// Which shade stands for which number.
struct Shades {
    private let low: Double
    private let high: Double

    /// Shades from the smallest to the largest of the numbers, those of the range among them.
    init(of values: [Double], range: ClosedRange<Double>?) {
        let all = (values + (range.map { [$0.lowerBound, $0.upperBound] } ?? [])).filter(\.isFinite)
        low = all.min() ?? 0
        high = all.max() ?? 0
    }

    /// The shade of a number, from 0 to 6; the middle one where all numbers are equal.
    func step(of value: Double) -> Int {
        guard low < high else { return Ink.stepCount / 2 }
        let share = (value / 2 - low / 2) / (high / 2 - low / 2)
        return Ink.stepIndex(Int((share * Double(Ink.stepCount)).rounded(.down)))
    }

    /// The shades from the lowest to the highest number, and how a missing one looks.
    func legend(
        x: Double, y: Double, decimals: Int, missing: String
    ) -> (elements: [Drawing.Element], height: Double) {
        let size = ChartParts.smallSize
        let middle = y + 9
        let lowText = DecimalText.of(low, decimals: decimals)
        var elements = [ChartParts.label(lowText, x: x, middle: middle, size: size, ink: .muted)]
        var left = x + TextWidth.of(lowText, size: size) + 6
        for step in low < high ? Array(0..<Ink.stepCount) : [Ink.stepCount / 2] {
            elements.append(.rectangle(ChartParts.box(left, middle - 5, 16, 10), fill: .step(step)))
            left += 16
        }
        left += 6
        if low < high {
            let highText = DecimalText.of(high, decimals: decimals)
            elements.append(ChartParts.label(highText, x: left, middle: middle, size: size, ink: .muted))
            left += TextWidth.of(highText, size: size) + 18
        }
        elements += ChartParts.hatched(ChartParts.box(left, middle - 5, 16, 10))
        elements.append(
            ChartParts.label(
                TextWidth.fitted(missing, to: 160, size: size), x: left + 22, middle: middle, size: size, ink: .muted))
        return (elements, 20)
    }
}
