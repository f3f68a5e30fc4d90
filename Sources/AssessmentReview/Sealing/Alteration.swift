internal import AssessmentData

/// How a file differs from what was sealed.
struct Alteration {
    let findings: [Finding]
    /// The bytes that were sealed, where they could be found again.
    let sealed: [UInt8]?
}

extension SealedFile {
    /// How a file differs from what is kept of it; nothing where it does not.
    ///
    /// - Parameters:
    ///   - bytes: what was read of it, at most as much as was sealed.
    ///   - fullSize: how many bytes it has.
    func alteration(of bytes: [UInt8], fullSize: Int) -> Alteration? {
        if fullSize == size, bytes.count == size {
            return AssessmentData.sha256(bytes) == sha256 ? nil : changedBytes(bytes)
        }
        if fullSize > size, bytes.count == size, AssessmentData.sha256(bytes) == sha256 {
            let added = fullSize - size
            let place = BytePlace(size, in: bytes, path: path)
            return Alteration(
                findings: [
                    Finding(
                        "\(path):\(place.line)",
                        "\(counted(added)) added at its end, after byte \(size), with which it ended when it was sealed"
                    )
                ], sealed: bytes)
        }
        let ranges = SealedFile.ranges(of: size)
        let same = zip(ranges, blocks).prefix { range, block in
            range.upperBound <= bytes.count && AssessmentData.sha256(Array(bytes[range])) == block.sha256
        }.count
        let known = same == 0 ? 0 : ranges[same - 1].upperBound
        let isCut = fullSize < size && bytes.count - known < SealedFile.blockSize
        let text =
            isCut
            ? "\(counted(size - fullSize)) missing at its end: it had \(size) when it was sealed and has \(fullSize)"
            : "it had \(size) bytes when it was sealed and has \(fullSize); it differs from byte \(known + 1) on, or a "
                + "little behind"
        let place = BytePlace(isCut ? bytes.count : known, in: bytes, path: path)
        return Alteration(findings: [Finding("\(path):\(place.line)", text)], sealed: nil)
    }

    private func counted(_ count: Int) -> String { count == 1 ? "1 byte is" : "\(count) bytes are" }

    /// The bytes that were changed in a file of the same length.
    private func changedBytes(_ bytes: [UInt8]) -> Alteration {
        var (findings, sealed) = ([Finding](), bytes)
        var isWhole = true
        var unknown: Range<Int>?
        // Looking for two neighbours takes long, and a file of which much was changed was not altered in a digit.
        var searches = 32
        func tell(_ range: Range<Int>) {
            let (first, last) = (
                BytePlace(range.lowerBound, in: bytes, path: path),
                BytePlace(range.upperBound - 1, in: bytes, path: path)
            )
            let lines = first.line == last.line ? "line \(first.line)" : "lines \(first.line) to \(last.line)"
            findings.append(
                Finding(
                    "\(path):\(first.line)",
                    "several bytes between \(range.lowerBound + 1) and \(range.upperBound) were altered, in \(lines)"))
        }
        for (range, block) in zip(SealedFile.ranges(of: size), blocks)
        where AssessmentData.sha256(Array(bytes[range])) != block.sha256 {
            searches -= 1
            if let former = block.former(bytes[range], looksForTwo: searches >= 0) {
                if let range = unknown { tell(range) }
                unknown = nil
                sealed.replaceSubrange(range, with: former)
                findings += range.filter { bytes[$0] != sealed[$0] }.map { altered(at: $0, was: sealed[$0], bytes) }
            } else {
                isWhole = false
                if let earlier = unknown, earlier.upperBound < range.lowerBound {
                    tell(earlier)
                    unknown = nil
                }
                unknown = (unknown?.lowerBound ?? range.lowerBound)..<range.upperBound
            }
        }
        if let range = unknown { tell(range) }
        if isWhole, AssessmentData.sha256(sealed) != sha256 {
            // Only a record that contradicts itself gets here.
            return Alteration(findings: [Finding(path, "it has another digest than when it was sealed")], sealed: nil)
        }
        return Alteration(findings: findings, sealed: isWhole ? sealed : nil)
    }

    private func altered(at offset: Int, was former: UInt8, _ bytes: [UInt8]) -> Finding {
        Finding.altered(path, at: offset, was: former, in: bytes)
    }
}

extension Finding {
    /// That a byte was altered, with its line.
    static func altered(_ path: String, at offset: Int, was former: UInt8, in bytes: [UInt8]) -> Finding {
        let place = BytePlace(offset, in: bytes, path: path)
        let field = place.field.map { ", column ‘\($0)’" } ?? ""
        return Finding(
            "\(path):\(place.line):\(place.column)",
            "byte \(offset + 1)\(field) was \(BytePlace.name(of: former)) and is \(BytePlace.name(of: bytes[offset])): "
                + place.excerpt)
    }
}

extension SealedFile.Block {
    /// The bytes that a block had, where one byte or two neighbours were changed.
    func former(_ bytes: ArraySlice<UInt8>, looksForTwo: Bool) -> [UInt8]? {
        let sums = SealedFile.Block.sums(bytes)
        let (change, weighted) = (sums.sum - sum, sums.weightedSum - weightedSum)
        var former = Array(bytes)
        /// Puts former bytes back, and believes them where the digest does.
        func holds(_ place: Int, _ changes: [Int]) -> Bool {
            guard place >= 0, place + changes.count <= former.count else { return false }
            let present = former
            for (index, change) in changes.enumerated() {
                guard let byte = UInt8(exactly: Int(present[place + index]) - change) else {
                    former = present
                    return false
                }
                former[place + index] = byte
            }
            if AssessmentData.sha256(former) == sha256 { return true }
            former = present
            return false
        }
        if change != 0, weighted % change == 0, holds(weighted / change - 1, [change]) { return former }
        guard looksForTwo else { return nil }
        // Two neighbours: the second changed by what the weighted sum has over, the first by the rest.
        for place in 0..<max(0, former.count - 1) {
            let second = weighted - (place + 1) * change
            let first = change - second
            guard (-255...255).contains(second), (-255...255).contains(first), first != 0, second != 0 else { continue }
            if holds(place, [first, second]) { return former }
        }
        return nil
    }
}
