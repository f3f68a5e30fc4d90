import AssessmentCore

/// Denominators that several indicators of this domain share.
extension Variable {
    /// Hospitals of the second and third grade.
    static let secondaryAndTertiaryHospitals = Variable(
        id: "secondary_and_tertiary_hospitals",
        name: BilingualText(zh: "二级及以上医院数", en: "Hospitals of the second and third grade"),
        definition: BilingualText(
            zh: "年末执业的二级、三级医院数，含公立与民办、综合与专科及中医医院",
            en: "Hospitals of the second or third grade in operation at the end of the year, public and private"),
        unitOfMeasure: .count,
        reportedBy: .healthCommission)
}

extension DataCheck {
    /// What must hold of the variables that several indicators share.
    static let shared: [DataCheck] = [.count(.secondaryAndTertiaryHospitals, "life")]
}
