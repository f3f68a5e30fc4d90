/// The seal of a bundle with its signature; where one of them was altered, as it was before if that can be found.
struct Opening {
    let seal: Seal
    /// The bytes of the seal and of the signature as they fit each other, or as they are.
    let bytes: [UInt8]
    let signature: [UInt8]
    /// Whether the signature fits.
    let fits: Bool
    private(set) var findings: [Finding] = []

    private static let largestSeal = 1 << 28

    /// - Throws: ``SealingError`` where there is no seal that can be read.
    init(_ reader: BundleReader, _ path: String) throws(SealingError) {
        guard let size = reader.sizes[BundlePath.seal] else {
            throw SealingError(
                "\(path): no sealed bundle, since it has no \(BundlePath.seal); expected a folder or zip archive that "
                    + "‘assess seal’ wrote")
        }
        guard size <= Opening.largestSeal, let found = reader.bytes(BundlePath.seal, most: Opening.largestSeal) else {
            throw SealingError("\(path): \(BundlePath.seal) is too large or cannot be read")
        }
        guard let signed = reader.bytes(BundlePath.signature, most: 65) else {
            throw SealingError(
                "\(path): it has no signature (\(BundlePath.signature)); an unsigned bundle proves nothing: ask for one "
                    + "that is signed")
        }
        if Opening.fits(found, signed) {
            (seal, bytes, signature, fits) = (try Seal(reading: found), found, signed, true)
            return
        }
        let locator = reader.bytes(BundlePath.locator, most: Opening.largestSeal).flatMap { SealLocator(reading: $0) }
        let (sealChange, signatureChange) = (
            locator?.seal.alteration(of: found, fullSize: found.count),
            locator?.signature.alteration(of: signed, fullSize: signed.count)
        )
        let former = (sealChange?.sealed ?? found, signatureChange?.sealed ?? signed)
        if Opening.fits(former.0, former.1) {
            findings = (sealChange?.findings ?? []) + (signatureChange?.findings ?? [])
            (seal, bytes, signature, fits) = (try Seal(reading: former.0), former.0, former.1, true)
            return
        }
        findings = [
            Finding(
                BundlePath.seal,
                "the signature does not fit: the seal was changed after it was signed, or never signed by the key that it "
                    + "names. Nothing in this bundle is vouched for by anyone")
        ]
        (seal, bytes, signature, fits) = (try Seal(reading: found), found, signed, false)
    }

    /// Whether a signature of a seal is by the key that the seal names.
    private static func fits(_ bytes: [UInt8], _ signature: [UInt8]) -> Bool {
        guard let key = (try? Seal(reading: bytes))?.key else { return false }
        return key.signed(bytes, signature)
    }
}
