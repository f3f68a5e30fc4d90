import AssessmentCore
import Foundation
import Testing

@testable import LifeConsumption

@Suite("The domain of daily life")
struct LifeConsumptionTests {
    @Test("The balance reads the formulas of the four services themselves")
    func balanceReadsTheServices() {
        let ids = ServiceBalance.services.map(\.description.id)
        #expect(
            ids == [
                "life.community_services", "life.digital_culture_centres", "life.online_medical",
                "life.online_education",
            ])
        #expect(ServiceBalance.indicator.formula.inputs == ServiceBalance.indicator.description.variables.map(\.id))
    }

    @Test("The balance does not change when all services are half as common")
    func balanceIgnoresTheLevel() throws {
        let high = try balance(of: [90, 60, 45, 45])
        let low = try balance(of: [45, 30, 22.5, 22.5])
        #expect(high[0] == 75)
        #expect(low[0] == 75)
    }

    @Test("Equal shares are in perfect balance, and one service that is absent brings it to zero")
    func balanceAtItsEnds() throws {
        #expect(try balance(of: [35, 35, 35, 35])[0] == 100)
        #expect(try balance(of: [35, 0, 35, 35])[0] == 0)
    }

    @Test("Where a kind of place does not exist, the balance is not applicable")
    func balanceWithoutHospitals() throws {
        let column = try balance(of: [35, 35, 0, 35], places: [100, 100, 0, 100])
        #expect(column.reasons[0] == .zeroDenominator)
    }

    @Test("A share that was not submitted leaves the balance missing, under the name of what lacks")
    func balanceWithoutASubmission() throws {
        let column = try balance(of: [35, 35, 35, nil])
        #expect(column.reasons[0] == .notSubmitted)
        #expect(column.notes[0]?.en.contains(OnlineEducation.online.name.en) == true)
    }

    /// Measures the balance of one unit from what the four services count, among so many places each.
    private func balance(of offering: [Double?], places: [Double] = [100, 100, 100, 100]) throws -> Column {
        let pairs: [(Variable, Variable)] = [
            (CommunityServices.served, CommunityServices.communities),
            (DigitalCultureCentres.digital, DigitalCultureCentres.centres),
            (OnlineMedical.online, .secondaryAndTertiaryHospitals),
            (OnlineEducation.online, OnlineEducation.schools),
        ]
        var variables: [String: [Double?]] = [:]
        for (index, pair) in pairs.enumerated() {
            variables[pair.0.id] = [offering[index]]
            variables[pair.1.id] = [places[index]]
        }
        let example = IndicatorExample(BilingualText(same: "test"), variables: variables, expected: [])
        return try ServiceBalance.indicator.measure(example.data(for: ServiceBalance.indicator.description)).column
    }
}
