import AssessmentCore

/// The share of villages with a digital reading room.
enum DigitalReadingRooms {
    static let villages = Variable(
        id: "villages_with_digital_reading_room",
        name: BilingualText(zh: "有数字农家书屋的行政村数", en: "Villages with a digital reading room"),
        definition: BilingualText(
            zh: "年末农家书屋可提供数字阅读（卫星、网络或移动应用）的行政村数",
            en: "Villages whose rural reading room offers digital reading at the end of the year, by satellite, "
                + "internet or mobile application"),
        unitOfMeasure: .count,
        reportedBy: .publicityDepartment)

    static let checks: [DataCheck] = [.count(villages, "life"), .part(villages, of: .administrativeVillages, "life")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.digital_reading_rooms",
            name: BilingualText(zh: "数字农家书屋覆盖率", en: "Villages with a digital reading room"),
            definition: BilingualText(
                zh: "年末有数字农家书屋的行政村数 ÷ 年末行政村数 × 100%",
                en: "Villages with a digital reading room as a share of administrative villages, end of year"),
            rationale: BilingualText(
                zh: "政策要求统筹建设数字农家书屋项目，农家书屋按行政村设置",
                en: "The policy asks for digital reading rooms, which are set up by village"),
            unitOfMeasure: .percent,
            statements: ["L7"],
            variables: [villages, .administrativeVillages],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "320个村中有144个", en: "144 of 320 villages"),
                    [villages: 144, .administrativeVillages: 320], gives: 45)
            ]),
        formula: .share(villages, of: .administrativeVillages))
}
