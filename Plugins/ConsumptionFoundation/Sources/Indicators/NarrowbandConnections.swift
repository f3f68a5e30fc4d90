import AssessmentCore

/// The number of narrowband IoT connections.
enum NarrowbandConnections {
    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.narrowband_iot",
            name: BilingualText(zh: "窄带物联网连接数", en: "Narrowband IoT connections"),
            definition: BilingualText(
                zh: "年末在网的窄带物联网终端连接数（万个）；突破4000万的目标属全省，市、县的目标由方案分解",
                en: """
                    Narrowband IoT terminals connected at the end of the year; the target of 40 million is the \
                    province’s, a scheme sets those of cities and counties
                    """),
            rationale: BilingualText(
                zh: "政策要求全省窄带物联网连接数突破4000万",
                en: "The policy asks for over 40 million narrowband connections in the province"),
            unitOfMeasure: .tenThousandItems,
            statements: ["I1"],
            variables: [.narrowbandConnections],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "125万个", en: "1.25 million connections"),
                    [.narrowbandConnections: 125], gives: 125)
            ]),
        formula: .variable(.narrowbandConnections))
}
