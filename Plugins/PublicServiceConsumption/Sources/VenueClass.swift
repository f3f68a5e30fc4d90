import AssessmentCore

/// A class of public places that the policy names for free wireless access.
enum VenueClass: String, CaseIterable {
    case governmentHall = "government_hall"
    case shoppingStreet = "shopping_street"
    case scenicArea = "scenic_area"
    case industrialPark = "industrial_park"

    /// The name as the policy prints it.
    var name: BilingualText {
        switch self {
        case .governmentHall: BilingualText(zh: "办事大厅", en: "government halls")
        case .shoppingStreet: BilingualText(zh: "商业街区", en: "shopping streets")
        case .scenicArea: BilingualText(zh: "旅游景点", en: "scenic areas")
        case .industrialPark: BilingualText(zh: "产业园区", en: "industrial parks")
        }
    }
}
