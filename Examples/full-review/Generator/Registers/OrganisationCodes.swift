import AssessmentCore

/// Unified social credit codes with right check characters, for organisations that do not exist.
enum OrganisationCodes {
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

    /// The code of an enterprise.
    ///
    /// Registered with the market authority (91), at a unit, under an organisation part by GB 11714 with its own check
    /// character, and the check character of GB 32100 behind all.
    static func enterprise(in unit: String, number: Int) -> String { code("91", unit, number) }

    /// The code of a government (11).
    static func government(of unit: String) -> String { code("11", unit, 0) }

    /// A code with another check character than the right one.
    static func wrong(_ code: String) -> String {
        let last = code.last.flatMap { alphabet.firstIndex(of: $0) } ?? 0
        return String(code.dropLast()) + String(alphabet[(last + 7) % 31])
    }

    private static func code(_ kind: String, _ unit: String, _ number: Int) -> String {
        // Enterprises are numbered from M0000001 in each unit, as in codes given since 2015.
        let digits = String(number)
        let body = "MA" + String(repeating: "0", count: 6 - digits.count) + digits
        let first17 = kind + unit + body + String(organisationCheck(body))
        return first17 + String(check(first17))
    }

    /// The check character of GB 11714: 11 − (Σ cᵢ wᵢ mod 11), X for 10 and 0 for 11.
    private static func organisationCheck(_ body: String) -> Character {
        let weights = [3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body.utf8, weights).reduce(0) { sum, pair in
            let (byte, weight) = pair
            let value = byte < UInt8(ascii: "A") ? byte - UInt8(ascii: "0") : byte - UInt8(ascii: "A") + 10
            return sum + Int(value) * weight
        }
        let check = 11 - sum % 11
        return check == 10 ? "X" : alphabet[check == 11 ? 0 : check]
    }

    /// The check character of GB 32100: 31 − (Σ cᵢ · 3^(i−1) mod 31), 0 for 31.
    private static func check(_ first17: String) -> Character {
        var (sum, weight) = (0, 1)
        for character in first17 {
            sum += (alphabet.firstIndex(of: character) ?? 0) * weight
            weight = weight * 3 % 31
        }
        return alphabet[(31 - sum % 31) % 31]
    }
}
