/// The unified social credit code (统一社会信用代码) of an organisation: 18 characters, the last a check character.
///
/// Source: GB 32100-2015, with the organisation part of GB 11714. The check character is
/// 31 − (Σ cᵢ · 3^(i−1) mod 31) mod 31 over the first 17, in an alphabet of digits and letters without I, O, S, V and Z.
public struct OrganisationCode: Sendable, Hashable {
    /// What is wrong with a code.
    public enum Fault: Sendable, Hashable {
        /// It has another length than 18 characters.
        case length(Int)
        /// It has a character outside the alphabet, at a place from 1.
        case character(Character, place: Int)
        /// Its last character is another than the one that follows from the first 17.
        case checkCharacter(expected: Character, found: Character)

        /// The fault in words.
        public var name: BilingualText {
            switch self {
            case .length(let length):
                BilingualText(zh: "应为18位，实为\(length)位", en: "has \(length) characters instead of 18")
            case .character(let character, let place):
                BilingualText(
                    zh: "第\(place)位“\(character)”不在字符集内", en: "character \(place), ‘\(character)’, is not allowed")
            case .checkCharacter(let expected, let found):
                BilingualText(
                    zh: "校验码应为\(expected)，实为\(found)", en: "check character is \(found), must be \(expected)")
            }
        }
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

    /// What is wrong with a written code; nothing where it is right.
    public static func fault(in code: String) -> Fault? {
        let characters = Array(code)
        guard characters.count == 18 else { return .length(characters.count) }
        var sum = 0
        var weight = 1
        for (index, character) in characters.enumerated() {
            guard let value = alphabet.firstIndex(of: character) else {
                return .character(character, place: index + 1)
            }
            if index < 17 {
                sum += value * weight
                weight = weight * 3 % 31
            }
        }
        let expected = alphabet[(31 - sum % 31) % 31]
        return characters[17] == expected ? nil : .checkCharacter(expected: expected, found: characters[17])
    }
}
