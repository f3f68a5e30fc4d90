import AssessmentCore
import Foundation
import Testing

@testable import AssessmentExporters

#if canImport(FoundationXML)
import FoundationXML
#endif

/// The pages of the sample, in both languages.
@Suite("Web pages")
struct HTMLExporterTests {
    private func pages(
        _ texts: Fixture.Texts = Fixture.Texts(), languages: [Language] = [.chinese, .english], decided: Bool = false
    ) async throws -> [String: String] {
        try await files(texts, languages: languages, decided: decided).filter { $0.key.hasSuffix(".html") }
    }

    private func files(
        _ texts: Fixture.Texts = Fixture.Texts(), languages: [Language] = [.chinese, .english], decided: Bool = false
    ) async throws -> [String: String] {
        let files = try await HTMLExporter().files(
            for: Fixture.assessment(texts, decided: decided), languages: languages, options: ParameterValues())
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    static let names =
        [
            "index.html", "compare.html", "methods.html", "quality.html", "policy.html", "downloads.html",
            "search.html",
        ] + ["supply", "reach", "demand"].map { "pillars/\($0).html" }
        + ["fibre", "centres", "growth", "workshops", "income", "traffic"].map { "indicators/\($0).html" }
        + ["340100", "340200", "340181", "_2e_2e_2f_2e_2e_2fx"].map {
            "units/\($0).html"
        }

    @Test("The page of methods says the parameters that each part gives, and what happens to missing scores by reason")
    func methods() async throws {
        let page = try #require(try await pages()["en/methods.html"])
        #expect(page.contains("<code>{ ceiling: 50, floor: 0 }</code>"))
        let rules = try #require(page.range(of: "What happens to missing scores")).upperBound
        let text = page[rules...]
        for (reason, action) in [
            ("not submitted", "it scores zero"), ("Any other reason", "its weight goes to the other parts"),
        ] {
            let place = try #require(text.range(of: reason), "\(reason)").upperBound
            #expect(text[place...].prefix(120).contains(action), "\(text[place...].prefix(200))")
        }
    }

    @Test("There is a page for every unit in each language, and none lies outside the folder")
    func paths() async throws {
        #expect(try await pages().keys.sorted() == (Self.names + Self.names.map { "en/\($0)" }).sorted())
        #expect(try await pages(languages: [.english, .english]).keys.sorted() == Self.names.sorted())
        #expect(try await pages(languages: []).isEmpty)
    }

    @Test("Every page is well-formed, says its language and the notice, and leads to itself in the other language")
    func frames() async throws {
        for (path, page) in try await pages() {
            #expect(PageReader(page).problem == nil, "\(path)")
            let isEnglish = path.hasPrefix("en/")
            #expect(page.contains(isEnglish ? "<html lang=\"en\">" : "<html lang=\"zh-CN\">"), "\(path)")
            #expect(page.contains(isEnglish ? "not an official evaluation" : "并非官方评价"), "\(path)")
            #expect(page.contains("0123456789ab"), "\(path)")
        }
    }

    @Test("Every link leads to a page or a place that is there, and nothing is fetched")
    func links() async throws {
        // What the other formats write beside the pages, which the page of downloads leads to.
        let others = ["result.json", "scores.csv"].map { ($0, "") }
        let pages = try await files().merging(others) { first, _ in first }
        let readers = pages.filter { $0.key.hasSuffix(".html") }.mapValues { PageReader($0) }
        for (path, reader) in readers {
            #expect(reader.fetched == [], "\(path)")
            for reference in reader.references {
                let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let target = parts[0].isEmpty ? path : resolve(String(parts[0]), from: path)
                #expect(pages[target] != nil, "\(path) links to \(reference)")
                if parts.count == 2 {
                    #expect(readers[target]?.ids.contains(String(parts[1])) == true, "\(path) links to \(reference)")
                }
            }
            #expect(Set(reader.ids).count == reader.ids.count, "\(path) has an id twice")
        }
    }

    @Test("Headings are in order, and every data table has a caption and headings")
    func structure() async throws {
        for (path, page) in try await pages() {
            let reader = PageReader(page)
            #expect(reader.headings.first == 1, "\(path)")
            for (upper, lower) in zip(reader.headings, reader.headings.dropFirst()) {
                #expect(lower <= upper + 1, "\(path): h\(lower) follows h\(upper)")
            }
            #expect(reader.headings.count { $0 == 1 } == 1, "\(path)")
            #expect(reader.tables == reader.captions, "\(path)")
            #expect(reader.headingsWithoutScope == 0, "\(path)")
        }
    }

    @Test("Totals, ranks and grades are those of the ledger")
    func totals() async throws {
        let assessment = try await Fixture.assessment()
        let pages = try await pages()
        let index = try #require(pages["index.html"])
        for unit in assessment.ledger.panel.units {
            let row = try #require(assessment.ledger.panel.row(unit: unit.code, period: Fixture.period))
            let card = try #require(pages["units/\(unit.code == "../../x" ? "_2e_2e_2f_2e_2e_2fx" : unit.code).html"])
            guard let total = assessment.ledger.scores(of: "total")?[row] else {
                #expect(index.contains("未列名次：缺失过多"))
                #expect(card.contains("没有总分：缺失过多"))
                continue
            }
            let text = DecimalRounding.text(total, decimals: 1)
            let rank = try #require(assessment.ledger.rank(of: "total", row: row))
            let grade = try #require(assessment.ledger.grade(of: "total", row: row))
            #expect(index.contains("<td class=\"number total\">\(text)</td>"))
            #expect(card.contains("<dd>\(text)</dd>"))
            #expect(card.contains("<dd>第\(rank.rank)名 / 共\(rank.of)</dd>"))
            #expect(card.contains("<dd>\(grade.name.zh)</dd>"))
        }
    }

    @Test("A scorecard shows targets, points, bonus, gaps with their reasons, breaks and workings")
    func scorecard() async throws {
        let pages = try await pages()
        let first = try #require(pages["en/units/340100.html"])
        for text in [
            "98 <span class=\"reached\">reached</span>", "<span class=\"bonus\">Bonus</span>",
            "imputed</strong>: not submitted; carried on from last year", "‖ 41.5", "no earlier period to compare with",
            "Disposable income (from 2020): revised after the census", "part of A Province",
            "100 * (Villages with fibre / Villages)", "Data read from: data/observations.csv, column ‘value’",
            "</strong> (row 3)",
        ] { #expect(first.contains(text), "\(text)") }
        let second = try #require(pages["units/340200.html"])
        for text in ["98 <span class=\"not-reached\">未达到</span>", "未报送", "计零分"] {
            #expect(second.contains(text), "\(text)")
        }
    }

    /// 85.6 before, from which the bonus of two points leads to 87.6: excellent, if it were not for the veto.
    @Test("Decisions stand on the scorecard in sight, with their grounds; a unit without any has no such section")
    func decisions() async throws {
        let pages = try await pages(decided: true)
        let page = try #require(pages["en/units/340100.html"])
        let start = try #require(page.range(of: "<h2>Decisions and places</h2>")).upperBound
        let section = String(
            page[start..<(try #require(page.range(of: "</section>", range: start..<page.endIndex)).lowerBound)])
        for text in [
            "Award (bonus +2): 85.6 → 87.6", "Falsified statistics (veto): Excellent → Pass",
            "reason: 统计年鉴2020", "decided on 2020-12-31 by 统计年鉴2020", "points of this bonus together at most 3",
        ] { #expect(section.contains(text), "\(text)") }
        #expect(!section.contains("<details>"))
        #expect(try #require(pages["en/units/340200.html"]).contains("Decisions and places") == false)
        #expect(try #require(pages["units/340100.html"]).contains("<h2>调整与等次处理</h2>"))
    }

    @Test("The policy page says what has figures and what has none")
    func policy() async throws {
        let page = try #require(try await pages()["policy.html"])
        #expect(page.contains("3条可评内容，2条至少有一个参评单位的数据（含零散事实），1条还没有"))
        for text in ["力争", "基本实现", "2020-12-31", "3/4", "674 个", "2020-04", "facts.csv:2"] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test("Pages hold no script and no style of their own, and share one file of each")
    func sharedFiles() async throws {
        let files = try await files()
        #expect(files["site.css"]?.contains("prefers-color-scheme: dark") == true)
        let script = try #require(files["site.js"])
        for word in ["http", "eval(", "innerHTML", "fetch(", "XMLHttpRequest", "import(", "document.write"] {
            #expect(!script.contains(word), "\(word)")
        }
        for (path, page) in try await pages() {
            let up = String(repeating: "../", count: path.count { $0 == "/" })
            #expect(page.contains("<link rel=\"stylesheet\" href=\"\(up)site.css\"/>"), "\(path)")
            #expect(page.contains("<script src=\"\(up)site.js\" defer=\"defer\"></script>"), "\(path)")
            #expect(page.contains("Content-Security-Policy"), "\(path)")
            #expect(!page.contains("<style"), "\(path)")
            #expect(!page.contains(" onclick"), "\(path)")
        }
    }

    @Test("The number of threads changes no byte and no order", arguments: [1, 2, 3, 16])
    func threads(number: Int) async throws {
        let assessment = try await Fixture.assessment()
        let languages: [Language] = [.chinese, .english]
        let one = HTMLExporter(threads: 1).files(for: assessment, languages: languages, options: ParameterValues())
        #expect(
            HTMLExporter(threads: number).files(for: assessment, languages: languages, options: ParameterValues())
                == one)
    }

    /// By hand, for 340200: supply counts 60 of which fibre 40; its completion is 96/98; centres 15 × (1 − 30/50) = 6
    /// points lacking, growth 5 × (1 − 20/50) = 3; income is zero of 20, so 20 points lacking, and traffic 20 × (1 − 30/50)
    /// = 8.
    @Test("The sentences that open a scorecard name the indicator whose full marks would add most")
    func lift() async throws {
        let page = try #require(try await pages()["en/units/340200.html"])
        #expect(page.contains("What would lift the total most: ‘Disposable income per head’"))
        #expect(page.contains("full marks there would add 20.00 points to the total"))
        #expect(page.contains("not submitted, so that it scores zero; once reported"))
        // Second of two in both pillars: neither is placed better than the other.
        #expect(!page.contains("Placed best") && !page.contains("Placed lowest"))
    }

    @Test("The same assessment gives the same bytes")
    func determinism() async throws {
        #expect(try await pages() == pages())
    }

    @Test(
        "Text from data stays text",
        arguments: [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "a & b &lt; c",
            "</style><b>", "]]>", "javascript:alert(1)", "甲\u{202E}市\u{2066}\u{200F}",
            "line\none\r\ntwo\u{0}\u{8}\u{2028}three",
            String(repeating: "很长的名称", count: 60),
        ])
    func hostileText(text: String) async throws {
        let harmless = Set(try await pages(decided: true).values.flatMap { PageReader($0).elements })
        for (path, page) in try await pages(.all(text), decided: true) {
            let reader = PageReader(page)
            #expect(reader.problem == nil, "\(path)")
            #expect(Set(reader.elements).isSubset(of: harmless), "\(path)")
            #expect(reader.fetched == [], "\(path)")
            let scalars = page.unicodeScalars
            #expect(
                !scalars.contains { ("\u{202A}"..."\u{202E}").contains($0) || ("\u{2066}"..."\u{2069}").contains($0) })
            #expect(!scalars.contains { $0.value < 0x20 && $0 != "\n" })
        }
    }

    private func resolve(_ reference: String, from path: String) -> String {
        var parts = path.split(separator: "/").dropLast().map(String.init)
        for part in reference.split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }
}
