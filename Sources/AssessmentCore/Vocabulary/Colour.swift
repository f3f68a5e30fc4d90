#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A colour of the sRGB space, a byte each for red, green and blue.
public struct Colour: Sendable, Hashable {
    /// The share of red, from 0 to 255.
    public let red: UInt8
    /// The share of green, from 0 to 255.
    public let green: UInt8
    /// The share of blue, from 0 to 255.
    public let blue: UInt8

    /// Creates a colour from its parts.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Creates a colour from its text, such as `#0b5cad`; nothing where it is none.
    public init?(_ text: String) {
        let digits = text.dropFirst()
        guard text.hasPrefix("#"), digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
            let number = UInt32(digits, radix: 16)
        else { return nil }
        self.init(
            red: UInt8(truncatingIfNeeded: number >> 16), green: UInt8(truncatingIfNeeded: number >> 8),
            blue: UInt8(truncatingIfNeeded: number))
    }

    /// White.
    public static let white = Colour(red: 255, green: 255, blue: 255)

    /// The text of the colour, such as `#0b5cad`.
    public var text: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The contrast with another colour, from 1 to 21.
    ///
    /// Source: Web Content Accessibility Guidelines 2.2, definitions of contrast ratio and relative luminance.
    public func contrast(with other: Colour) -> Double {
        let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)
    }

    /// The colour with so much of another one in it, from 0 to 1.
    public func mixed(with other: Colour, share: Double) -> Colour {
        func part(_ own: UInt8, _ others: UInt8) -> UInt8 {
            let mixed = Double(own) + (Double(others) - Double(own)) * min(1, max(0, share))
            return UInt8(mixed.rounded())
        }
        return Colour(red: part(red, other.red), green: part(green, other.green), blue: part(blue, other.blue))
    }

    /// The colour with so much white in it, in twentieths, that it stands out from a dark ground.
    ///
    /// - Parameters:
    ///   - ground: the colour that it stands on.
    ///   - least: the contrast that it must have.
    public func lightened(on ground: Colour, contrast least: Double) -> Colour {
        for step in 0...20 {
            let colour = mixed(with: .white, share: Double(step) / 20)
            if colour.contrast(with: ground) >= least { return colour }
        }
        return .white
    }

    /// The colour with so much white or black in it that it is as light as another one.
    public func asLight(as other: Colour) -> Colour {
        let end = other.luminance > luminance ? Colour.white : Colour(red: 0, green: 0, blue: 0)
        let shares = (0...255).map { Double($0) / 255 }
        let colours = shares.map { mixed(with: end, share: $0) }
        return colours.min { first, second in
            abs(first.luminance - other.luminance) < abs(second.luminance - other.luminance)
        } ?? other
    }

    private var luminance: Double {
        func linear(_ part: UInt8) -> Double {
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}
