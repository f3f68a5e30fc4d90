import AssessmentCore

/// The share of urban roads that are open to connected-vehicle demonstration.
enum ConnectedVehicleRoads {
    private static let kilometres = UnitOfMeasure(BilingualText(zh: "公里", en: "km"), decimals: 2)

    static let open = Variable(
        id: "connected_vehicle_roads",
        name: BilingualText(zh: "智能网联汽车示范道路长度", en: "Roads open to connected vehicles"),
        definition: BilingualText(
            zh: "年末经主管部门批准用于智能网联汽车测试和示范应用的城市道路长度，按道路中心线计，不含封闭场地和公路",
            en: "Urban roads approved for testing and demonstrating connected vehicles at the end of the year, along "
                + "the centre line, without closed grounds and highways"),
        unitOfMeasure: kilometres,
        reportedBy: .economyBureau)

    static let roads = Variable(
        id: "urban_roads",
        name: BilingualText(zh: "城市道路长度", en: "Urban roads"),
        definition: BilingualText(
            zh: "城市（县城）建设统计中的年末道路长度，按道路中心线计",
            en: "Road length at the end of the year along the centre line, as in the urban construction statistics"),
        unitOfMeasure: kilometres,
        reportedBy: .housingBureau)

    static let checks: [DataCheck] = [
        .amount(open, "public"),
        .amount(roads, "public"),
        .part(open, of: roads, "public"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "public.connected_vehicle_roads",
            name: BilingualText(zh: "智能网联汽车示范道路占比", en: "Share of roads open to connected vehicles"),
            definition: BilingualText(
                zh: "智能网联汽车示范道路长度 ÷ 城市道路长度 × 100%，年末数",
                en: "Roads open to connected vehicles as a share of the length of urban roads, end of year"),
            rationale: BilingualText(
                zh: "政策要求推动智能网联汽车与智能交通示范区建设，开放道路的占比反映示范区的规模",
                en: "The policy asks for connected-vehicle zones; the share of open roads is the size of a city's zone"),
            unitOfMeasure: .percent,
            statements: ["S8"],
            variables: [open, roads],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "1500公里中30公里", en: "30 of 1,500 km"), [open: 30, roads: 1500], gives: 2)
            ]),
        formula: .share(open, of: roads))
}
