/// The Sobol sequence, whose points cover a cube more evenly than random ones do.
///
/// Any point can be had alone. Source: I. M. Sobol' (1967), USSR Computational Mathematics and Mathematical Physics 7(4),
/// 86–112; I. A. Antonov and V. M. Saleev (1979), in the order of the Gray code; with the direction numbers of S. Joe and
/// F. Y. Kuo (2008), Constructing Sobol sequences with better two-dimensional projections, SIAM Journal on Scientific
/// Computing 30, 2635–2654 (new-joe-kuo-6).
struct SobolSequence: Sendable {
    /// The number of coordinates that direction numbers are there for.
    static var mostCoordinates: Int { DirectionNumbers.initial.count + 1 }

    /// The 32 direction numbers of each coordinate.
    private let directions: [UInt32]
    /// The number of coordinates of a point.
    let coordinates: Int

    /// Creates the sequence of some coordinates, of which there are direction numbers.
    init(coordinates: Int) {
        self.coordinates = min(coordinates, SobolSequence.mostCoordinates)
        directions = (0..<self.coordinates).flatMap(SobolSequence.directions)
    }

    /// A coordinate of a point as a fraction of 2³².
    func bits(_ point: UInt32, _ coordinate: Int) -> UInt32 {
        var gray = point ^ point >> 1
        var bits: UInt32 = 0
        var position = coordinate * 32
        while gray != 0 {
            if gray & 1 == 1 { bits ^= directions[position] }
            gray >>= 1
            position += 1
        }
        return bits
    }

    private static func directions(of coordinate: Int) -> [UInt32] {
        guard coordinate > 0 else { return (0..<32).map { 1 << (31 - $0) } }
        let (polynomial, initial) = DirectionNumbers.initial[coordinate - 1]
        let degree = initial.count
        var numbers = initial.enumerated().map { UInt32($1) << UInt32(31 - $0) }
        for place in degree..<32 {
            var number = numbers[place - degree] ^ numbers[place - degree] >> UInt32(degree)
            for term in 1..<max(degree, 1) where polynomial >> (degree - 1 - term) & 1 == 1 {
                number ^= numbers[place - term]
            }
            numbers.append(number)
        }
        return numbers
    }
}
