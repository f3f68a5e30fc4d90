import AssessmentCore

@testable import AssessmentData

/// The units and declarations that the files of these tests refer to.
enum DataFixture {
    static let units = UnitTable([
        AssessedUnit(code: "340100", name: BilingualText(zh: "合肥市", en: "Hefei"), level: "city"),
        AssessedUnit(code: "340200", name: BilingualText(zh: "芜湖市", en: "Wuhu"), level: "city"),
    ])

    static let variables = [
        "resident_population": Variable(
            id: "resident_population", name: BilingualText(same: "P"), definition: BilingualText(same: "P"),
            unitOfMeasure: .persons, reportedBy: BilingualText(same: "D"))
    ]

    static let register = RegisterDescription(
        id: "prizes", name: BilingualText(same: "P"), definition: BilingualText(same: "P"),
        fields: [
            RegisterDescription.Field(
                id: "category", name: BilingualText(zh: "类", en: "Category"), accepted: ["app", "device"]),
            RegisterDescription.Field(id: "remark", name: BilingualText(zh: "注", en: "Remark"), isRequired: false),
        ], keptBy: BilingualText(same: "D"))

    /// What a reading tells, one problem a line; nothing where the file is right.
    static func told<Value>(_ read: () throws(DiagnosticList) -> Value) -> String {
        do throws(DiagnosticList) {
            _ = try read()
            return ""
        } catch {
            return error.description
        }
    }
}
