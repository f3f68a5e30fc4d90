import AssessmentCore

/// The share of bus lines with arrival times in real time.
enum RealTimeBus {
    static let informed = Variable(
        id: "bus_lines_with_real_time_information",
        name: BilingualText(zh: "提供实时到站信息的公交线路数", en: "Bus lines with real-time information"),
        definition: BilingualText(
            zh: "年末向公众（移动应用、站牌等）发布车辆实时到站信息的公共汽电车线路条数",
            en:
                "Bus and trolleybus lines whose arrivals are published in real time, by application or at stops, at the "
                + "end of the year"),
        unitOfMeasure: .lines,
        reportedBy: .transportBureau)

    static let lines = Variable(
        id: "bus_lines",
        name: BilingualText(zh: "公交线路数", en: "Bus lines"),
        definition: BilingualText(
            zh: "年末运营的公共汽电车线路条数，不含轨道交通和定制班线",
            en: "Bus and trolleybus lines in operation at the end of the year, without rail and bespoke lines"),
        unitOfMeasure: .lines,
        reportedBy: .transportBureau)

    static let checks: [DataCheck] = [
        .count(informed, "public"),
        .count(lines, "public"),
        .part(informed, of: lines, "public"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "public.real_time_bus",
            name: BilingualText(zh: "公交实时信息线路覆盖率", en: "Bus lines with real-time information"),
            definition: BilingualText(
                zh: "提供实时到站信息的公交线路数 ÷ 公交线路数 × 100%，年末数",
                en: "Bus lines with real-time information as a share of bus lines, end of year"),
            rationale: BilingualText(
                zh: "政策要求建设公交服务和交通信息发布平台，实时到站信息是乘客直接得到的服务",
                en: "The policy asks for bus service and traffic information platforms; arrivals are what riders see"),
            unitOfMeasure: .percent,
            statements: ["S1"],
            variables: [informed, lines],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "200条线路中170条", en: "170 of 200 lines"),
                    [informed: 170, lines: 200], gives: 85)
            ]),
        formula: .share(informed, of: lines))
}
