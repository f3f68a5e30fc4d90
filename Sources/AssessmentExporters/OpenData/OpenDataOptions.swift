internal import AssessmentCore

/// The options of open data, checked.
struct OpenDataOptions {
    /// A licence that data are published under.
    struct Licence {
        /// Its identifier by SPDX; empty for one that is named by its address alone.
        let name: String
        /// The address of its text.
        let address: String
    }

    let publisher: BilingualText
    /// The id of the agency that maintains the structures of SDMX.
    let agency: String
    let licence: Licence?
    /// The address that identifiers begin with, ended by `/`; empty where they are relative to the file.
    let base: String
    let threshold: Double
    let issued: CalendarDate?

    /// - Throws: ``MethodError`` where an option is none of what it may be.
    init(_ values: ParameterValues, _ assessment: CompletedAssessment?) throws {
        let name = printable(values.text("publisher") ?? "")
        let english = printable(values.text("publisher_en") ?? "")
        publisher =
            name.isBlank
            ? BilingualText(zh: "未注明", en: "not stated") : BilingualText(zh: name, en: english.isBlank ? name : english)
        agency = try OpenDataOptions.agency(values.text("agency") ?? "")
        licence = try OpenDataOptions.licence(values.text("licence") ?? "")
        base = try OpenDataOptions.base(values.text("base") ?? "")
        threshold = values.number("suppress_below") ?? 0
        issued = try OpenDataOptions.day(values.text("issued") ?? "") ?? assessment?.tasks?.asOf
    }

    /// The parameters that the options are read from.
    static let parameters = [
        Parameter(
            "publisher", BilingualText(zh: "发布机构", en: "Who publishes the data"), .text(), default: .text("")),
        Parameter(
            "publisher_en", BilingualText(zh: "发布机构英文名称", en: "The name of the publisher in English"), .text(),
            default: .text("")),
        Parameter(
            "agency",
            BilingualText(
                zh: "SDMX结构的维护机构代码，如 CN.AH.DCI；不给出时为 PUBLISHER",
                en: "The id of the agency that maintains the SDMX structures, such as CN.AH.DCI; PUBLISHER without it"),
            .text(), default: .text("")),
        Parameter(
            "licence",
            BilingualText(
                zh: "许可协议：\(licences.keys.sorted().joined(separator: "、"))，或其文本的网址",
                en: "The licence: \(licences.keys.sorted().joined(separator: ", ")), or the address of its text"),
            .text(), default: .text("")),
        Parameter(
            "base",
            BilingualText(
                zh: "标识符所用的网址前缀；不给出时相对于文件所在网址",
                en: "The address that identifiers begin with; without one they are relative to the address of the files"
            ),
            .text(), default: .text("")),
        Parameter(
            "issued",
            BilingualText(
                zh: "发布日期（2021-03-01）；不给出时用任务考核截止日，无任务则不写",
                en: "The day of issue, such as 2021-03-01; without it the review date of tasks, and none without tasks"),
            .text(), default: .text("")),
        Parameter(
            "suppress_below",
            BilingualText(
                zh: "抑制阈值：依据的数量大于0且小于它的数值不公布；0为不抑制",
                en:
                    "The least count that is shown: values that rest on one above 0 and below it are left blank; 0 for all"
            ),
            .number(atLeast: 0, atMost: 1_000_000), default: .number(0)),
    ]

    private static let licences = [
        "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
        "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
        "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
        "ODC-By-1.0": "https://opendatacommons.org/licenses/by/1-0/",
        "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
        "PDDL-1.0": "https://opendatacommons.org/licenses/pddl/1-0/",
        "MulanPSL-2.0": "http://license.coscl.org.cn/MulanPSL2",
    ]

    /// A nested id of an agency: names of letters, digits, `_` and `-`, each beginning with a letter, between points
    /// (NestedNCNameIDType of SDMX-ML 2.1).
    private static func agency(_ text: String) throws -> String {
        if text.isEmpty { return "PUBLISHER" }
        let isNested = text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { name in
            name.first.map { $0.isASCII && $0.isLetter } == true
                && name.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
        }
        guard isNested, text.utf8.count <= 100 else {
            throw MethodError(
                "open_data: ‘\(printable(text))’ is no id of an agency; expected letters, digits, _ and -, each part "
                    + "beginning with a letter and parts divided by points, such as CN.AH.DCI")
        }
        return text
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    private static func licence(_ text: String) throws -> Licence? {
        if text.isEmpty { return nil }
        if let address = licences[text] { return Licence(name: text, address: address) }
        if isAddress(text) { return Licence(name: "", address: text) }
        throw MethodError(
            "open_data: ‘\(printable(text))’ is no licence that is known here; expected one of "
                + licences.keys.sorted().joined(separator: ", ") + ", or the http address of its text")
    }

    private static func base(_ text: String) throws -> String {
        if text.isEmpty { return "" }
        guard isAddress(text), !text.contains("?"), !text.contains("#") else {
            throw MethodError(
                "open_data: ‘\(printable(text))’ is no base of identifiers; expected an http address without ? and #, "
                    + "such as https://data.example.gov.cn/anhui-2020/")
        }
        return text.hasSuffix("/") ? text : text + "/"
    }

    private static func day(_ text: String) throws -> CalendarDate? {
        if text.isEmpty { return nil }
        guard let day = CalendarDate(text) else {
            throw MethodError("open_data: ‘\(printable(text))’ is no day of issue; expected one such as 2021-03-01")
        }
        return day
    }

    /// Whether a text is an http address of characters that every reader of addresses takes.
    private static func isAddress(_ text: String) -> Bool {
        let rest = text.hasPrefix("https://") ? text.dropFirst(8) : text.hasPrefix("http://") ? text.dropFirst(7) : ""
        return !rest.isEmpty
            && rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>\"{}|\\^`".utf8.contains($0) }
    }
}
