import AssessmentCore
import Testing

@testable import AssessmentData

@Suite("The encodings and separators of a file of observations")
struct ObservationsEncodingTests {
    /// 年鉴 in GB 18030.
    private static let yearbook: [UInt8] = [0xC4, 0xEA, 0xBC, 0xF8]

    private static func read(_ bytes: [UInt8]) throws(DiagnosticList) -> Observations {
        var seen = HeldObservations()
        return try ObservationsFile.read(
            bytes, file: "o.csv", units: DataFixture.units, variables: DataFixture.variables, seen: &seen)
    }

    private static func told(_ bytes: [UInt8]) -> String {
        DataFixture.told { () throws(DiagnosticList) in try read(bytes) }
    }

    private static func file(_ separator: String, source: [UInt8]) -> [UInt8] {
        let heading = ["unit", "variable", "period", "value", "source"].joined(separator: separator) + "\r\n"
        let row = ["340100", "resident_population", "2020", "818.9", ""].joined(separator: separator)
        return Array((heading + row).utf8) + source + Array("\r\n".utf8)
    }

    @Test("UTF-8 with and without a byte order mark and GB 18030 are read", arguments: [",", ";", "\t"])
    func encodings(separator: String) throws {
        let unicode = Self.file(separator, source: Array("年鉴".utf8))
        for bytes in [unicode, [0xEF, 0xBB, 0xBF] + unicode, Self.file(separator, source: Self.yearbook)] {
            let observations = try Self.read(bytes)
            #expect(observations.map(\.value) == [818.9])
            #expect(
                observations.first?.origin == Origin(file: "o.csv", row: 2, column: "value", source: "年鉴"))
        }
    }

    @Test("A problem of a file in GB 18030 is told in characters")
    func columns() {
        let bytes =
            Array("source,unit,variable,period,value\n".utf8) + Self.yearbook
            + Array(",340100,resident_population,2020,x\n".utf8)
        #expect(
            Self.told(bytes)
                == "o.csv:2:36: ‘x’ is not a number; expected digits with a decimal point, without separators, units or "
                + "signs of per cent")
    }

    @Test("UTF-8 that is damaged is not taken for GB 18030, in which it would be other words")
    func damaged() {
        let whole = Self.file(",", source: Array("安徽省统计年鉴，第三章".utf8))
        var bytes = whole
        // Without one byte of 安 the rest still is pairs of bytes that GB 18030 has characters for.
        bytes.remove(at: bytes.count - 3 - "安徽省统计年鉴，第三章".utf8.count + 1)
        #expect(
            Self.told(bytes)
                == "o.csv:2:39: the file is not in UTF-8; expected UTF-8; in a spreadsheet, save as ‘CSV UTF-8’")
        let marked = [0xEF, 0xBB, 0xBF] + Self.file(",", source: Self.yearbook)
        #expect(
            Self.told(marked)
                == "o.csv:2:39: the file is not in UTF-8; expected UTF-8; in a spreadsheet, save as ‘CSV UTF-8’")
    }

    @Test("What is in no encoding that is read is refused")
    func refused() {
        #expect(
            Self.told([0xFF, 0xFE, 0x61, 0x00])
                == "o.csv:1:1: the file is in UTF-16; expected UTF-8 or GB18030; in a spreadsheet, save as ‘CSV UTF-8’")
        #expect(
            Self.told(Self.file(",", source: [0xFF]))
                == "o.csv:1:1: the file is neither in UTF-8 nor in GB18030; expected UTF-8 or GB18030; in a spreadsheet, "
                + "save as ‘CSV UTF-8’")
        #expect(
            Self.told(Self.file(",", source: [0x00]))
                == "o.csv:2:39: the file holds a NUL character; expected a text file in UTF-8")
        #expect(
            Self.told(Self.file(",", source: Self.yearbook + [0x1B]))
                == "o.csv:2:41: there is an invisible control character here; expected text without it")
    }
}
