/// Whether two numbers agree to an absolute tolerance, or to that share of the expected one where it is above 1.
func agree(_ found: Double?, _ expected: Double, within tolerance: Double = 1e-12) -> Bool {
    guard let found else { return false }
    if found == expected { return true }
    return abs(found - expected) <= tolerance * max(1, abs(expected))
}

/// Whether two numbers agree to a share of the expected one, for probabilities near zero.
func agreeRelatively(_ found: Double?, _ expected: Double, within tolerance: Double = 1e-12) -> Bool {
    guard let found else { return false }
    return found == expected || abs(found - expected) <= tolerance * abs(expected)
}
