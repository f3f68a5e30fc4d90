import AssessmentCore
import Testing

@testable import AssessmentData

@Suite("Damaged files of every kind")
struct DamagedFilesTests {
    private static let files = [
        "unit,variable,period,value,status,source,note\n340100,resident_population,2020,818.9,,年鉴,\n"
            + "340200,resident_population,2020,,not_submitted,,\n",
        "code,name_zh,name_en,level,kind,parent,valid_from,valid_until,successor,classes\n"
            + "1,一,One,city,a,2,2020-01-01,2021-01-01,2,x;y\n2,二,\"Two\n2\",city,,,,,,\n",
        "unit,name,recognised_on,withdrawn_on,category,remark\n340100,笔,2019-05-01,2020-05-01,app,\"a\"\"b\"\n",
        "indicator,unit,class,period,target\na.b,340100,,2020,5\na.b,,city,,4.5\n",
        "statement,unit,as_of,value,unit_of_measure,text_zh,text_en,source\nG1,340100,2020-04,2500,亿元,甲,A,报\n",
    ]

    @Test("Whatever bytes are changed, a file is read or refused with places that it has", arguments: 0..<5)
    func damaged(kind: Int) {
        var generator = SplitMix64(seed: UInt64(kind) + 1)
        let original = Array(Self.files[kind].utf8)
        #expect(read(original, kind) == "")
        for _ in 0..<1500 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0...3, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(Array(",\"\n\r;-9 ".utf8).randomElement(using: &generator) ?? 0, at: index)
                default: bytes.removeSubrange(index..<min(bytes.count, index + 7))
                }
                if bytes.isEmpty { bytes = [0x61] }
            }
            let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
            for line in read(bytes, kind).split(separator: "\n") {
                let parts = line.split(separator: ":", maxSplits: 3)
                // A message may itself hold a line end of the file; only lines that begin with the place are looked at.
                guard parts.first == "f", parts.count == 4, let number = Int(parts[1]) else { continue }
                #expect((1...lines).contains(number), "\(line)")
            }
        }
    }

    private func read(_ bytes: [UInt8], _ kind: Int) -> String {
        let units = DataFixture.units
        return DataFixture.told { () throws(DiagnosticList) in
            switch kind {
            case 0:
                var seen = HeldObservations()
                _ = try ObservationsFile.read(
                    bytes, file: "f", units: units, variables: DataFixture.variables, seen: &seen)
            case 1: _ = try UnitsFile.read(bytes, file: "f")
            case 2:
                var seen: [RegisterFile.Item: Origin] = [:]
                _ = try RegisterFile.read(
                    bytes, file: "f", register: DataFixture.register, units: units, seen: &seen)
            case 3:
                var seen: [TargetsFile.Place: Origin] = [:]
                _ = try TargetsFile.read(bytes, file: "f", nodes: ["a.b"], units: units, seen: &seen)
            default: _ = try FactsFile.read(bytes, file: "f", statements: ["G1"], units: units)
            }
        }
    }
}
