package import AssessmentCore

/// Numbers between zero and one for the coordinates of points: what a replication draws follows from the seed, its own
/// number and the coordinate alone.
package struct Draws: Sendable {
    /// Which numbers are drawn for what, so that no two uses share any.
    package enum Stream: UInt32, Sendable {
        case methods, secondSample, dataErrors, bootstrap, shift
    }

    private let key: SIMD2<UInt32>
    private let sobol: SobolSequence?
    /// The shift of each coordinate of the Sobol sequence.
    private let shifts: [UInt32]

    /// Creates the draws of a seed.
    ///
    /// - Parameters:
    ///   - sequence: how the points of methods are spread; errors of data and bootstraps are always random.
    ///   - coordinates: the number of coordinates of a point.
    /// - Throws: ``RobustnessError`` where the Sobol sequence has fewer coordinates.
    package init(seed: UInt64, sequence: RobustnessRequest.Sequence = .random, coordinates: Int = 0) throws {
        key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
        guard sequence == .sobol else {
            (sobol, shifts) = (nil, [])
            return
        }
        guard coordinates <= SobolSequence.mostCoordinates else {
            throw RobustnessError(
                "the Sobol sequence has \(SobolSequence.mostCoordinates) coordinates, and \(coordinates) numbers vary; "
                    + "expected ‘sequence: random’, or less that varies")
        }
        sobol = SobolSequence(coordinates: coordinates)
        let key = key
        shifts = (0..<coordinates).map {
            Philox.words(SIMD4(UInt32($0), 0, 0, Stream.shift.rawValue), key: key)[0]
        }
    }

    /// A random number in the open interval from zero to one.
    package func random(_ replication: Int, _ coordinate: Int, _ stream: Stream) -> Double {
        let words = Philox.words(
            SIMD4(
                UInt32(truncatingIfNeeded: coordinate), UInt32(truncatingIfNeeded: replication),
                UInt32(truncatingIfNeeded: replication >> 32), stream.rawValue), key: key)
        let bits = UInt64(words[0]) << 32 | UInt64(words[1])
        return (Double(bits >> 12) + 0.5) * 0x1p-52
    }

    /// A coordinate of a point, in the open interval from zero to one.
    package func number(_ point: Int, _ coordinate: Int, _ stream: Stream = .methods) -> Double {
        guard let sobol else { return random(point, coordinate, stream) }
        let bits = sobol.bits(UInt32(truncatingIfNeeded: point), coordinate) ^ shifts[coordinate]
        return (Double(bits) + 0.5) * 0x1p-32
    }
}
