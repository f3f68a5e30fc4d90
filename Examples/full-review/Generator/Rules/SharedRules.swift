extension VariableRule {
    /// What several domains rest on. Residents themselves are drawn by kind of unit, in ``Territories``.
    static let shared = [
        VariableRule("resident_population", .stock(1...1)),
        VariableRule("gross_regional_product", .growing(from: 3.5...8, by: 0.05...0.1)),
        VariableRule("resident_households", .stock(2800...3600)),
        VariableRule("rural_households", .stock(1100...2000), place: .rural),
        VariableRule("administrative_villages", .stock(1.8...3.2), place: .rural),
    ]
}
