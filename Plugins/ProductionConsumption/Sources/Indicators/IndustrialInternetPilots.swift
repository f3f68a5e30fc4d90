import AssessmentCore

/// Industrial internet pilots for every thousand industrial enterprises.
enum IndustrialInternetPilots {
    static let pilots = Variable(
        id: "industrial_internet_pilots",
        name: BilingualText(zh: "工业互联网试点示范项目数", en: "Industrial internet pilots"),
        definition: BilingualText(
            zh: "年末累计列入国家级或省级工业互联网试点示范且未撤销的项目数，同一项目只计一次",
            en: "Projects on a national or provincial list of industrial internet pilots at the end of the year, "
                + "each counted once"),
        unitOfMeasure: .count,
        reportedBy: .informationTechnologyBureau)

    static let checks: [DataCheck] = [.count(pilots, "production")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "production.industrial_internet_pilots",
            name: BilingualText(
                zh: "每千家规上工业企业工业互联网试点示范数", en: "Industrial internet pilots per 1,000 enterprises"),
            definition: BilingualText(
                zh: "工业互联网试点示范项目数 ÷ 规模以上工业企业数 × 1000",
                en: "Industrial internet pilots for every 1,000 industrial enterprises above the size limit"),
            rationale: BilingualText(
                zh: "政策要求开展工业互联网产业推进试点示范，按企业数折算后各市可比",
                en: "The policy asks for industrial internet pilots; per enterprise, large and small cities compare"),
            unitOfMeasure: UnitOfMeasure(BilingualText(zh: "个/千家", en: "per 1,000 enterprises"), decimals: 2),
            statements: ["M12"],
            variables: [pilots, .industrialEnterprises],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "1600家企业，12个项目", en: "12 pilots, 1,600 enterprises"),
                    [pilots: 12, .industrialEnterprises: 1600], gives: 7.5)
            ]),
        formula: .rate(pilots, per: 1000, of: .industrialEnterprises))
}
