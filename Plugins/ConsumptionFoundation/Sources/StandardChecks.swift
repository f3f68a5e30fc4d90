import AssessmentCore

extension DataCheck {
    /// What must hold of the variables that every domain shares.
    static let standard: [DataCheck] = [
        .amount(.residentPopulation, "foundation"), .amount(.grossRegionalProduct, "foundation"),
        .count(.residentHouseholds, "foundation"), .count(.ruralHouseholds, "foundation"),
        .count(.administrativeVillages, "foundation"),
        .part(.ruralHouseholds, of: .residentHouseholds, "foundation"),
    ]
}
