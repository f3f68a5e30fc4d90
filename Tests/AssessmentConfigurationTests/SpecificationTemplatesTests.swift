import AssessmentCore
import Testing

@testable import AssessmentConfiguration

@Suite("A specification: formats and their templates")
struct SpecificationTemplatesTests {
    /// The eight bytes that every PNG begins with.
    /// One pixel, as zlib and struct of Python write it.
    private static let png: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52,
        0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00, 0x00, 0x90, 0x77, 0x53,
        0xDE, 0x00, 0x00, 0x00, 0x0C, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0xE8, 0x92, 0x91, 0x01,
        0x00, 0x01, 0xF6, 0x00, 0xC3, 0xE4, 0x17, 0x08, 0xBA, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E,
        0x44, 0xAE, 0x42, 0x60, 0x82,
    ]

    private static func folder(_ exports: String, logo: [UInt8] = png) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("emblem.png", bytes: logo)
        try folder.write("assessment.yml", Trial.text + "exports:\n" + exports)
        return folder
    }

    @Test("Each key of a template is read, and the logo is one of the files of the specification")
    func whole() throws {
        let read = try Self.folder(
            """
              - page:
                  template:
                    languages: [en]
                    title: { zh: 年报, en: Annual report }
                    logo: emblem.png
                    colours: { accent: "#8A1C1C" }
                    footer: Office
                    decimals: 1
                    sections: [methods]
              - text

            """
        ).read()
        let (page, text) = (read.specification.exports[0], read.specification.exports[1])
        #expect(page.id == "page" && page.languages == [.english])
        #expect(
            page.template
                == ReportTemplate(
                    title: BilingualText(zh: "年报", en: "Annual report"),
                    logo: ReportTemplate.Logo(file: "emblem.png", png: Self.png),
                    accent: Colour(red: 0x8A, green: 0x1C, blue: 0x1C), footer: BilingualText(same: "Office"),
                    decimals: 1, sections: ["methods"]))
        #expect(text.languages == [] && text.template == ReportTemplate())
        #expect(read.files.map(\.path) == ["assessment.yml", "emblem.png"])
        #expect(read.files.last?.bytes == Self.png)
    }

    @Test(
        "What cannot be shown is refused where it is written",
        arguments: [
            (
                "{ page: { template: { colours: { accent: \"#ffcc00\" } } } }",
                """
                assessment.yml:17:46: the colour #ffcc00 cannot be read well on white: its contrast is 1.51; expected a \
                darker colour, of a contrast of at least 4.5 (WCAG 2.2, 1.4.3)
                """
            ),
            (
                "{ page: { template: { colours: { accent: red } } } }",
                "assessment.yml:17:46: ‘red’ is no colour; expected a colour such as \"#8a1c1c\""
            ),
            (
                "{ page: { template: { sections: [histories] } } }",
                """
                assessment.yml:17:38: the format ‘page’ has no section ‘histories’ that may be left out; expected one of history, methods; did you mean \
                ‘history’?
                """
            ),
            (
                "{ page: { template: { sections: [] } } }",
                "assessment.yml:17:37: the list ‘sections’ is empty; expected at least one of them"
            ),
            (
                "{ page: { template: { decimals: 7 } } }",
                "assessment.yml:17:37: ‘7’ is too large; expected a whole number from 0 to 6"
            ),
            (
                "{ page: { template: { logo: units.csv } } }",
                "assessment.yml:17:33: ‘units.csv’ is no PNG; expected a picture in the format PNG"
            ),
            (
                "{ page: { template: { title: T, footer: long } } }",
                "assessment.yml:17:45: there is no room; expected less"
            ),
            (
                "{ text: { template: { title: T } } }",
                "assessment.yml:17:25: the format ‘text’ takes no template; expected a template of page"
            ),
        ])
    func refusals(export: String, expected: String) throws {
        #expect(try Self.folder("  - " + export + "\n").problems() == expected)
    }

    @Test("A logo has at most one MiB")
    func largeLogo() throws {
        let large = Self.png + [UInt8](repeating: 0, count: 1 << 20)
        #expect(
            try Self.folder("  - { page: { template: { logo: emblem.png } } }\n", logo: large).problems()
                == """
                assessment.yml:17:33: the logo ‘emblem.png’ has 1048645 bytes; expected at most 1 MiB (1048576)
                """)
    }

    @Test("A logo that is cut off, altered, empty or larger than pages can use is refused")
    func brokenLogos() throws {
        func problems(_ logo: [UInt8]) throws -> String {
            try Self.folder("  - { page: { template: { logo: emblem.png } } }\n", logo: logo).problems()
        }
        let broken =
            "assessment.yml:17:33: ‘emblem.png’ is no whole PNG; expected a picture in the format PNG that can be read"
        #expect(try problems(Array(Self.png.dropLast(20))) == broken)
        var altered = Self.png
        altered[20] = 9
        #expect(try problems(altered) == broken)
        #expect(try problems(Array(Self.png.prefix(8))) == broken)
        // The head of 18000 × 18000 pixels with its checksum.
        let large: [UInt8] = [0x49, 0x48, 0x44, 0x52, 0, 0, 0x46, 0x50, 0, 0, 0x46, 0x50, 8, 2, 0, 0, 0]
        let sum: [UInt8] = [0x18, 0x55, 0xF6, 0x15]
        #expect(
            try problems(Array(Self.png.prefix(12)) + large + sum + Array(Self.png.dropFirst(33)))
                == "assessment.yml:17:33: ‘emblem.png’ has 18000 × 18000 pixels; expected at most 4096 on either side")
    }
}
