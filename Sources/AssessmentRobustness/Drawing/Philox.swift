/// A random number generator without a state: the numbers of a counter under a key.
///
/// Any number can be had alone, in any order and on any thread.
/// Source: Salmon, Moraes, Dror and Shaw, “Parallel random numbers: as easy as 1, 2, 3”, SC 2011 (Philox-4×32-10).
enum Philox {
    /// The four words of a counter of four words under a key of two.
    static func words(
        _ counter: SIMD4<UInt32>, key: SIMD2<UInt32>
    ) -> SIMD4<UInt32> {
        var (state, key) = (counter, key)
        for round in 0..<10 {
            if round > 0 { key = key &+ SIMD2(0x9E37_79B9, 0xBB67_AE85) }
            let first = UInt64(0xD251_1F53) * UInt64(state[0])
            let second = UInt64(0xCD9E_8D57) * UInt64(state[2])
            state = SIMD4(
                UInt32(truncatingIfNeeded: second >> 32) ^ state[1] ^ key[0], UInt32(truncatingIfNeeded: second),
                UInt32(truncatingIfNeeded: first >> 32) ^ state[3] ^ key[1], UInt32(truncatingIfNeeded: first))
        }
        return state
    }
}
