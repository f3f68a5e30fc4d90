import AssessmentCore

/// The download rate that fixed broadband users get.
enum DownloadRate {
    static let rate = Variable(
        id: "fixed_download_rate",
        name: BilingualText(zh: "固定宽带平均可用下载速率", en: "Average available download rate of fixed broadband"),
        definition: BilingualText(
            zh: "当年第四季度用户终端实测的固定宽带忙闲时加权平均可用下载速率",
            en: """
                Weighted average of the download rates measured at users’ terminals at busy and idle times, fourth \
                quarter
                """),
        unitOfMeasure: .megabitsPerSecond,
        carrying: .missing,
        reportedBy: Department.communications)

    static let checks: [DataCheck] = [.amount(rate, "foundation")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.download_rate",
            name: BilingualText(
                zh: "固定宽带平均可用下载速率",
                en: "Average available download rate of fixed broadband"),
            definition: BilingualText(
                zh: "当年第四季度固定宽带用户平均可用下载速率（Mbit/s）；样本只支持到市级",
                en: """
                    The average download rate that fixed broadband users really get, fourth quarter of the year; \
                    samples allow it for cities only
                    """),
            rationale: BilingualText(
                zh: "提速的成效在于用户实际得到的速率",
                en: "Whether networks became faster shows in the rate that users get"),
            unitOfMeasure: .megabitsPerSecond,
            statements: ["G4"],
            variables: [rate],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "38.4 Mbit/s", en: "38.4 Mbit/s"),
                    [rate: 38.4], gives: 38.4)
            ]),
        formula: .variable(rate))
}
