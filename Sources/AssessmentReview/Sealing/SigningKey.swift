internal import AssessmentData
internal import Crypto
internal import Foundation

/// A private key by which bundles are signed (Ed25519, RFC 8032).
public struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// What stands before the 32 bytes of a key in PKCS #8 (RFC 8410, section 7).
    private static let prefix: [UInt8] = [
        0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ]

    /// Creates a new key.
    public init() { key = Curve25519.Signing.PrivateKey() }

    /// Reads a key as `openssl genpkey -algorithm ed25519` writes it.
    ///
    /// - Parameter source: where the text comes from, for the message; nothing of the text is told.
    /// - Throws: ``SealingError``.
    public init(pem text: String, from source: String) throws(SealingError) {
        guard let bytes = PEM.bytes(of: text, label: "PRIVATE KEY"), bytes.starts(with: SigningKey.prefix),
            bytes.count == SigningKey.prefix.count + 32,
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes.dropFirst(SigningKey.prefix.count))
        else {
            throw SealingError(
                "\(source): no private key for Ed25519; expected one in PEM, as ‘assess key new --output FILE’ or "
                    + "‘openssl genpkey -algorithm ed25519 -out FILE’ writes it")
        }
        self.key = key
    }

    /// The key as PEM, which only its owner may see.
    public var pem: String {
        PEM.text(SigningKey.prefix + Array(key.rawRepresentation), label: "PRIVATE KEY")
    }

    /// The public key that belongs to it.
    public var signer: SignerKey { SignerKey(key.publicKey) }

    /// The signature of some bytes, 64 bytes long; the same bytes have the same signature.
    ///
    /// - Throws: where the library cannot sign.
    func signature(of bytes: [UInt8]) throws -> [UInt8] { [UInt8](try key.signature(for: bytes)) }
}

/// A public key by which a signature is checked.
public struct SignerKey: Sendable, Hashable {
    /// Its 32 bytes.
    let raw: [UInt8]

    /// What stands before the 32 bytes of a key in a PEM file (RFC 8410, section 4).
    private static let prefix: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]

    fileprivate init(_ key: Curve25519.Signing.PublicKey) { raw = Array(key.rawRepresentation) }

    /// Reads the bytes of a key from hexadecimal digits.
    init?(hexadecimal text: String) {
        guard let bytes = SignerKey.bytes(text), bytes.count == 32 else { return nil }
        raw = bytes
    }

    /// Reads a key as `openssl pkey -pubout` writes it.
    ///
    /// - Throws: ``SealingError``.
    public init(pem text: String, from source: String) throws(SealingError) {
        guard let bytes = PEM.bytes(of: text, label: "PUBLIC KEY"), bytes.starts(with: SignerKey.prefix),
            bytes.count == SignerKey.prefix.count + 32
        else {
            throw SealingError(
                "\(source): no public key for Ed25519; expected one in PEM, such as the signer.pem of a bundle")
        }
        raw = Array(bytes.dropFirst(SignerKey.prefix.count))
    }

    /// The key as PEM.
    public var pem: String { PEM.text(SignerKey.prefix + raw, label: "PUBLIC KEY") }

    /// The SHA-256 of the key in DER, in hexadecimal: what a signer publishes, so that others know the key again.
    public var fingerprint: String { sha256(SignerKey.prefix + raw) }

    var hexadecimal: String {
        raw.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        let digits = text.utf8.compactMap { byte -> UInt8? in
            switch byte {
            case 0x30...0x39: byte - 0x30
            case 0x61...0x66: byte - 0x61 + 10
            default: nil
            }
        }
        guard digits.count == text.utf8.count, digits.count % 2 == 0 else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// Whether a signature of some bytes is by this key.
    func signed(_ bytes: [UInt8], _ signature: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw) else { return false }
        return key.isValidSignature(signature, for: bytes)
    }
}

/// Keys as text (RFC 7468).
private enum PEM {
    static func text(_ bytes: [UInt8], label: String) -> String {
        "-----BEGIN \(label)-----\n\(Data(bytes).base64EncodedString())\n-----END \(label)-----\n"
    }

    static func bytes(of text: String, label: String) -> [UInt8]? {
        let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
        guard lines.first == "-----BEGIN \(label)-----", lines.last == "-----END \(label)-----", lines.count > 2,
            let data = Data(base64Encoded: lines.dropFirst().dropLast().joined())
        else { return nil }
        return [UInt8](data)
    }
}
