/// The place on the positive axis where a monotone function takes a value, by halving until neighbours meet.
enum Bisection {
    /// For a function that falls from its greatest value at 0.
    static func decreasing(to target: Double, _ function: (Double) -> Double) -> Double {
        if target <= 0 { return .infinity }
        return search { function($0) <= target }
    }

    /// For a function that rises from 0.
    static func increasing(to target: Double, _ function: (Double) -> Double) -> Double {
        if target <= 0 { return 0 }
        return search { function($0) >= target }
    }

    /// The least number at which the condition holds, given that it holds from there on.
    private static func search(_ reached: (Double) -> Bool) -> Double {
        if reached(0) { return 0 }
        var low = 0.0
        var high = 1.0
        if reached(high) {
            // Small answers: keep their relative precision by halving the scale first.
            while high > Double.leastNormalMagnitude, reached(high / 2) { high /= 2 }
            low = high / 2
        } else {
            while !reached(high) {
                low = high
                high *= 2
                if high == .infinity { return .infinity }
            }
        }
        while true {
            let middle = low + (high - low) / 2
            if middle <= low || middle >= high { return high }
            if reached(middle) { high = middle } else { low = middle }
        }
    }
}
