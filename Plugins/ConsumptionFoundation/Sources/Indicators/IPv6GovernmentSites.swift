import AssessmentCore

/// The share of government websites that IPv6 reaches.
enum IPv6GovernmentSites {
    static let reachable = Variable(
        id: "government_sites_ipv6",
        name: BilingualText(zh: "支持IPv6的政府网站数", en: "Government websites on IPv6"),
        definition: BilingualText(
            zh: "年末域名可经IPv6解析且首页及二级链接可访问的政府网站数",
            en: """
                Government websites whose name resolves and whose first and second levels can be read over IPv6 at \
                the end of the year
                """),
        unitOfMeasure: .count,
        reportedBy: Department.dataResources)

    static let all = Variable(
        id: "government_sites",
        name: BilingualText(zh: "政府网站数", en: "Government websites"),
        definition: BilingualText(
            zh: "年末本级及所辖在运行的政府网站数",
            en: "Government websites in operation in the unit at the end of the year"),
        unitOfMeasure: .count,
        reportedBy: Department.dataResources)

    static let checks: [DataCheck] = [
        .count(reachable, "foundation"),
        .count(all, "foundation"),
        .part(reachable, of: all, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.ipv6_government_sites",
            name: BilingualText(zh: "政府网站IPv6支持率", en: "Government websites on IPv6"),
            definition: BilingualText(
                zh: "年末支持IPv6访问的政府网站数 ÷ 政府网站总数 × 100%",
                en: "Government websites that can be reached over IPv6 as a share of all, at the end of the year"),
            rationale: BilingualText(
                zh: "政府网站先行是市、县自己能够推动的部分",
                en: """
                    Government websites are the part of the migration that cities and counties have in hand \
                    themselves
                    """),
            unitOfMeasure: .percent,
            statements: ["I6"],
            variables: [reachable, all],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "40个中36个", en: "36 of 40 websites"),
                    [reachable: 36, all: 40], gives: 90)
            ]),
        formula: .share(reachable, of: all))
}
