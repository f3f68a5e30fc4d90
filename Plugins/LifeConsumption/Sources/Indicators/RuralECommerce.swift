import AssessmentCore

/// The share of villages with an e-commerce service point.
enum RuralECommerce {
    static let served = Variable(
        id: "villages_with_e_commerce_point",
        name: BilingualText(zh: "有电商服务网点的行政村数", en: "Villages with an e-commerce point"),
        definition: BilingualText(
            zh: "年末设有正常运营的电商服务网点、可代购代销并收寄快递的行政村数",
            en: "Administrative villages with a working e-commerce point that buys and sells for villagers and handles "
                + "parcels, at the end of the year"),
        unitOfMeasure: .count,
        reportedBy: .commerceBureau)

    static let checks: [DataCheck] = [.count(served, "life"), .part(served, of: .administrativeVillages, "life")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.rural_e_commerce",
            name: BilingualText(zh: "行政村电商服务网点覆盖率", en: "Villages with an e-commerce point"),
            definition: BilingualText(
                zh: "年末有电商服务网点的行政村数 ÷ 年末行政村数 × 100%",
                en: "Villages with an e-commerce point as a share of administrative villages, end of year"),
            rationale: BilingualText(
                zh: "政策要求加快发展农村电子商务、建设末端网点，村级网点是农村电商的入口",
                en: "The policy wants rural e-commerce and delivery points; the village point is where it begins"),
            unitOfMeasure: .percent,
            statements: ["L6"],
            variables: [served, .administrativeVillages],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "240个村中有180个", en: "180 of 240 villages"),
                    [served: 180, .administrativeVillages: 240], gives: 75),
                IndicatorExample(
                    BilingualText(zh: "没有行政村的区不适用", en: "A district without villages is not concerned"),
                    variables: [served.id: [0], Variable.administrativeVillages.id: [0]],
                    expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(served, of: .administrativeVillages))
}
