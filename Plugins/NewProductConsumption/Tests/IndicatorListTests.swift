import AssessmentCore
import NewProductConsumption
import Testing

@Suite("The list of indicators")
struct IndicatorListTests {
    let plugin = NewProductConsumption()

    @Test("Every category has an indicator that measures its statement")
    func everyCategoryIsListed() {
        for category in ProductCategory.allCases {
            let indicator = plugin.indicators.first { $0.description.id == "product.\(category.rawValue)" }
            #expect(indicator?.description.statements == [category.statement], "\(category)")
        }
    }

    @Test("The register accepts the eleven categories and other products")
    func acceptedCategories() throws {
        let registers = plugin.indicators.flatMap(\.description.registers)
        let field = try #require(registers.first { $0.id == "innovative_products" }?.fields.first)
        #expect(field.accepted.count == 12)
        #expect(Set(field.accepted) == Set(ProductCategory.allCases.map(\.rawValue) + ["other"]))
    }
}
