/// The shares of inputs in the variance of an output, from outputs at points of two samples and of mixtures of them.
///
/// First order: A. Saltelli and others (2010), Variance based sensitivity analysis of model output, Computer Physics
/// Communications 181, 259–270, table 2 (b). Total: M. J. W. Jansen (1999), Analysis of variance designs for model output,
/// Computer Physics Communications 117, 35–43, as table 2 (f) of the former.
struct SobolIndices {
    /// The outputs at the points of the first sample, and of the second.
    let first: [Double]
    let second: [Double]
    /// For each input the outputs at the points of the first sample with that input taken from the second.
    let mixed: [[Double]]

    /// The indices of an input.
    struct Pair: Hashable, Sendable {
        let first: Double
        let total: Double
    }

    /// The variance of the outputs at the points of both samples.
    var variance: Double { SobolIndices.variance(first + second) }

    /// The indices of each input; zero where the output does not vary.
    var indices: [Pair] { indices(of: Array(first.indices)) }

    /// The indices from some of the points, which may be there more than once.
    func indices(of points: [Int]) -> [Pair] {
        let variance = SobolIndices.variance(points.map { first[$0] } + points.map { second[$0] })
        guard variance > 0, !points.isEmpty else { return mixed.map { _ in Pair(first: 0, total: 0) } }
        let count = Double(points.count)
        return mixed.map { mixed in
            var (own, whole) = (0.0, 0.0)
            for point in points {
                own += second[point] * (mixed[point] - first[point])
                let difference = first[point] - mixed[point]
                whole += difference * difference
            }
            return Pair(first: own / count / variance, total: whole / (2 * count) / variance)
        }
    }

    private static func variance(_ values: [Double]) -> Double {
        guard values.count > 1 else { return 0 }
        let mean = values.reduce(0, +) / Double(values.count)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    }
}
