import AssessmentData
import Testing

@Suite("The mark of a collection to which rows are being added")
struct CollectionMarkTests {
    private static let text = "revision 3\n120 observations.csv\n40 registers/parks.csv\nend\n"

    @Test("A mark reads back as it was written")
    func roundTrip() {
        let mark = CollectionMark(revision: 3, sizes: ["registers/parks.csv": 40, "observations.csv": 120])
        #expect(String(decoding: mark.bytes, as: UTF8.self) == Self.text)
        #expect(CollectionMark(mark.bytes) == mark)
        let first = CollectionMark(revision: 0, sizes: [:])
        #expect(CollectionMark(first.bytes) == first)
    }

    @Test("A mark that is not whole is none")
    func cutOff() {
        let bytes = Array(Self.text.utf8)
        for count in bytes.indices { #expect(CollectionMark(Array(bytes.prefix(count))) == nil, "\(count)") }
        for text in [
            "revision x\nend\n", "revision -1\nend\n", "revision 1\n-4 a.csv\nend\n", "revision 1\na.csv\nend\n",
        ] {
            #expect(CollectionMark(Array(text.utf8)) == nil, "\(text)")
        }
    }

    @Test("Bytes behind the mark count for nothing until the list of files names their revision")
    func counting() {
        let mark = CollectionMark(revision: 3, sizes: ["observations.csv": 2])
        let bytes: [UInt8] = [1, 2, 3]
        #expect(mark.counting(bytes, of: "observations.csv", listed: 3) == [1, 2])
        #expect(mark.counting([1], of: "observations.csv", listed: 3) == [1])
        #expect(mark.counting(bytes, of: "registers/parks.csv", listed: 3) == nil)
        #expect(mark.counting(bytes, of: "files.csv", listed: 3) == bytes)
        #expect(mark.counting(bytes, of: "observations.csv", listed: 4) == bytes)
    }
}
