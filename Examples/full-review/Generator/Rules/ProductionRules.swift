extension VariableRule {
    private static let hefei = Place.only("340100")

    static let production = [
        VariableRule("it_service_revenue", .part(of: "gross_regional_product", 0.004...0.04)),
        VariableRule("key_process_control_rate", .level(42...60), citiesOnly: true),
        VariableRule("surveyed_enterprises", .stock(4...9)),
        VariableRule("enterprises_with_ecommerce", .part(of: "surveyed_enterprises", 0.06...0.2)),
        VariableRule("enterprises_managing_logistics_by_software", .part(of: "surveyed_enterprises", 0.08...0.24)),
        VariableRule("enterprises_managing_supply_by_software", .part(of: "surveyed_enterprises", 0.35...0.65)),
        VariableRule("platform_trade_with_organisations", .part(of: "gross_regional_product", 0.03...0.3)),
        VariableRule("digital_inclusive_finance_index", .level(210...310)),
        VariableRule("contracted_merchants", .stock(120...260)),
        VariableRule("merchants_taking_mobile_payment", .part(of: "contracted_merchants", 0.7...0.99)),
        VariableRule("express_parcels_sent", .growing(from: 8...30, by: 0.15...0.4)),
        VariableRule("digital_farming_level", .level(12...45)),
        VariableRule("farm_produce_value", .portion(of: "gross_regional_product", 0.08...0.25), place: .rural),
        VariableRule("traceable_farm_produce_value", .part(of: "farm_produce_value", 0.08...0.5)),
        VariableRule("leading_manufacturers", .stock(0.1...0.3)),
        VariableRule("leading_manufacturers_with_innovation_platform", .part(of: "leading_manufacturers", 0.45...0.95)),
        VariableRule(
            "software_revenue", .part(of: "gross_regional_product", 0.04...0.1), citiesOnly: true, place: hefei),
        VariableRule(
            "voice_valley_revenue", .growing(from: 0.6...0.8, by: 0.15...0.35), citiesOnly: true, place: hefei),
        VariableRule(
            "quantum_industry_revenue", .growing(from: 0.004...0.01, by: 0.2...0.5), citiesOnly: true, place: hefei),
        VariableRule("industrial_enterprises_above_size", .stock(2...4.5)),
        VariableRule("industrial_internet_pilots", .part(of: "industrial_enterprises_above_size", 0.002...0.03)),
        VariableRule("industrial_enterprises_on_cloud", .part(of: "industrial_enterprises_above_size", 0.2...0.8)),
    ]
}
