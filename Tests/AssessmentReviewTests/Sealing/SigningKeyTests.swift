import Testing

@testable import AssessmentReview

@Suite("Keys that sign bundles")
struct SigningKeyTests {
    /// The third test of RFC 8032, section 7.1, and its keys as OpenSSL writes them.
    @Test("A signature is that of the standard")
    func standard() throws {
        let key = try SigningKey(
            pem: """
                -----BEGIN PRIVATE KEY-----
                MC4CAQAwBQYDK2VwBCIEIMWqjfQ/n4N77bdELzHct7Fm04U1B28JS4XOOi4LRFj3
                -----END PRIVATE KEY-----
                """, from: "test")
        #expect(key.signer.hexadecimal == "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
        let signature = try key.signature(of: [0xAF, 0x82])
        #expect(
            signature.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
                == "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")
        #expect(key.signer.signed([0xAF, 0x82], signature))
        #expect(!key.signer.signed([0xAF, 0x83], signature))
    }

    @Test("Keys are read as they are written")
    func text() throws {
        let key = SigningKey()
        #expect(try SigningKey(pem: key.pem, from: "a").signer == key.signer)
        #expect(try SignerKey(pem: key.signer.pem, from: "a") == key.signer)
        #expect(SignerKey(hexadecimal: key.signer.hexadecimal) == key.signer)
    }

    @Test(
        "What is no key is refused without being told",
        arguments: [
            "", "MC4CAQ", "-----BEGIN PRIVATE KEY-----\nU0VDUkVU\n-----END PRIVATE KEY-----\n",
            "-----BEGIN EC PRIVATE KEY-----\nU0VDUkVU\n-----END EC PRIVATE KEY-----\n",
        ])
    func refused(text: String) throws {
        let error = #expect(throws: SealingError.self) { try SigningKey(pem: text, from: "key.pem") }
        #expect(error?.description.hasPrefix("key.pem: no private key for Ed25519; expected one in PEM") == true)
        #expect(error?.description.contains("U0VDUkVU") == false)
        #expect(throws: SealingError.self) { try SignerKey(pem: text, from: "key.pem") }
        #expect(SignerKey(hexadecimal: text) == nil)
    }
}
