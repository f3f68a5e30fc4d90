import AssessmentCore
import Testing

@testable import ElderCare

@Suite("Briefings")
struct BriefingTests {
    @Test("Every city has a page in each language, the leading one at the top")
    func paths() async throws {
        let files = try await files(languages: [.english, .chinese])
        #expect(files.count == 32)
        #expect(files.first?.path == "briefings/340100.md")
        #expect(files.last?.path == "zh/briefings/341800.md")
        #expect(Set(files.map(\.path)).count == 32)
    }

    @Test("A page in Chinese: total, earlier years, each indicator, and why a value is missing")
    func chinese() async throws {
        let text = try await page("briefings/340600.md", languages: [.chinese])
        #expect(text.hasPrefix("# 淮北市 · 安徽省16市智慧养老评估（示例）\n\n> **说明**: 示例数据：城市名称与代码为真"))
        for part in [
            "\n**2020 总分**: **23.83** · 第16名（共16个） · 待提升\n",
            "\n| 年份 | 总分 | 名次 |\n| --- | ---: | ---: |\n| 2018 | ",
            "\n## 应急保障 · 23.15\n\n| 指标 | 数值 | 得分 | 备注 |\n| --- | ---: | ---: | --- |\n",
            "\n| 紧急呼叫平均响应时间 | 12.2 分钟 | 91.14 |  |\n",
            "\n| 服务请求按时响应率 | – | 0.00 | 上门医护：按时响应6859件，请求6739件，不可能 |\n",
            "\n| 智慧健康养老示范街道数 | 0 个 | 0.00 |  |\n",
        ] { #expect(text.contains(part), "\(part)") }
    }

    @Test("A page in English holds no Chinese")
    func english() async throws {
        let text = try await page("briefings/341700.md", languages: [.english])
        #expect(
            text.hasPrefix("# Chizhou City · Smart elder care in Anhui's 16 cities (example)\n\n> **Note**: Made-up"))
        #expect(text.contains("\n**2020 total**: **70.64** · rank 1 of 16 · Excellent\n"))
        #expect(text.contains("\n| Growth of platform orders | – | – | "))
        let chinese = text.unicodeScalars.filter(\.properties.isIdeographic)
        #expect(chinese.isEmpty)
    }

    @Test("Without history a page has no earlier years")
    func withoutHistory() async throws {
        let files = try await files(languages: [.english], options: ["history": .flag(false)])
        #expect(files.allSatisfy { !String(decoding: $0.bytes, as: UTF8.self).contains("| Year |") })
    }

    @Test(
        "Text that was read is never taken for Markdown or HTML",
        arguments: [
            ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"), ("甲|乙", "甲\\|乙"),
            ("[这里](http://a.example)", "\\[这里\\](http\\://a.example)"),
            ("**甲** _乙_ `丙`", "\\*\\*甲\\*\\* \\_乙\\_ \\`丙\\`"),
            ("甲\n# 乙\u{2028}丙\r", "甲 \\# 乙 丙 "), ("a\u{202E}b", "ab"), ("www.a.example a@b", "www\\.a.example a\\@b"),
            ("合肥市", "合肥市"),
        ])
    func escaping(text: String, expected: String) {
        #expect(MarkdownText.escaped(text) == expected)
    }

    private func files(
        languages: [Language], options: [String: ParameterValue] = [:]
    ) async throws -> [OutputFile] {
        let exporter = BriefingExporter()
        return exporter.files(
            for: try await SpecificationTests.assessment(), languages: languages,
            options: ParameterValues(options, for: exporter.description.parameters))
    }

    private func page(_ path: String, languages: [Language]) async throws -> String {
        let file = try await files(languages: languages).first { $0.path == path }
        return String(decoding: try #require(file).bytes, as: UTF8.self)
    }
}
