internal import AssessmentCore

/// The words of what the checks found.
extension Wording {
    private static func say(_ zh: String, _ en: String) -> BilingualText { BilingualText(zh: zh, en: en) }

    static let checks = say("数据核查", "Checks on the data")
    static let finding = say("发现", "What was found")
    static let allUnits = say("全部单位", "All units")
    static let flagged = say("数据核查提示", "What the checks found of its data")
    /// The mark beside a value.
    static let flag = say("待核", "query")
    static func askedOf(_ name: BilingualText) -> BilingualText { say("请\(name.zh)核实", "Questions to: \(name.en)") }
    static func caseCount(_ count: Int) -> BilingualText {
        say("\(count)处", "\(count) \(count == 1 ? "case" : "cases")")
    }
    static func moreCells(_ count: Int) -> BilingualText {
        say("另\(count)个单元格", "\(count) more \(count == 1 ? "cell" : "cells")")
    }

    /// How many findings there are of which severity.
    static func checksLead(_ findings: [CheckFinding]) -> BilingualText {
        guard !findings.isEmpty else { return say("未发现疑点。", "The checks found nothing to ask about.") }
        let counts = CheckSeverity.allCases.compactMap { severity -> (CheckSeverity, Int)? in
            let count = findings.count { $0.severity == severity }
            return count == 0 ? nil : (severity, count)
        }
        let cases = findings.reduce(0) { $0 + $1.cases.count }
        let zh = counts.map { "\($0.0.name.zh)\($0.1)项" }.joined(separator: "，")
        let en = counts.map { "\($0.1) \($0.0.name.en)\($0.1 == 1 ? "" : "s")" }.joined(separator: ", ")
        return say(
            "共\(findings.count)项，\(cases)处：\(zh)。提示是不寻常之处，可能属实，也可能出于偶然；请先核实，不作为扣分依据。",
            "\(findings.count) \(findings.count == 1 ? "finding" : "findings") with \(cases) "
                + "\(cases == 1 ? "case" : "cases"): \(en). A note is unusual; it may be true, or chance. Ask "
                + "first: nothing here takes points off.")
    }
}
