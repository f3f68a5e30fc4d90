import AssessmentCore

/// The share of industrial enterprises that use cloud services.
enum CloudAdoption {
    static let onCloud = Variable(
        id: "industrial_enterprises_on_cloud",
        name: BilingualText(zh: "上云规模以上工业企业数", en: "Industrial enterprises on the cloud"),
        definition: BilingualText(
            zh: "年末规模以上工业企业中，与云服务商签有有效合同、至少一项研发、生产或经营管理业务在云上运行的企业数",
            en: "Industrial enterprises above the size limit that, at the end of the year, run at least one system of "
                + "research, production or management on the cloud under a contract in force"),
        unitOfMeasure: .count,
        reportedBy: .informationTechnologyBureau)

    static let checks: [DataCheck] = [
        .count(onCloud, "production"),
        .part(onCloud, of: .industrialEnterprises, "production"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "production.cloud_adoption",
            name: BilingualText(zh: "规上工业企业上云率", en: "Industrial enterprises on the cloud"),
            definition: BilingualText(
                zh: "上云规模以上工业企业数 ÷ 规模以上工业企业数 × 100%",
                en: "Industrial enterprises on the cloud as a share of those above the size limit"),
            rationale: BilingualText(
                zh: "政策引导各类企业应用云服务，其中规上工业企业有统一名录，上云情况可以核实",
                en: "The policy leads enterprises to the cloud; for industry there is a list to verify it on"),
            unitOfMeasure: .percent,
            statements: ["M12"],
            variables: [onCloud, .industrialEnterprises],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "1600家企业中有560家", en: "560 of 1,600 enterprises"),
                    [onCloud: 560, .industrialEnterprises: 1600], gives: 35)
            ]),
        formula: .share(onCloud, of: .industrialEnterprises))
}
