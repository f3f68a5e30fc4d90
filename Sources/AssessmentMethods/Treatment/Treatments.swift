internal import AssessmentCore

extension StandardMethods {
    /// Outlier treatments and transforms.
    static let standardTreatments: [any Treatment] = [
        LogTreatment(), Log10Treatment(), LogOffsetTreatment(), LogCTTreatment(), LogCTOriginalTreatment(),
        LogCTPlusTreatment(), PowerTreatment(), ReciprocalTreatment(), SignChangeTreatment(), BoxCoxTreatment(),
        ClipTreatment(), ClipQuantilesTreatment(), FencesTreatment(), WinsoriseTreatment(),
    ]
}
