import AssessmentCore

/// The share of public libraries, museums and cultural centres with a digital venue.
enum DigitalCulturalVenues {
    static let digital = Variable(
        id: "cultural_venues_with_digital_service",
        name: BilingualText(zh: "建成数字馆的文化场馆数", en: "Cultural venues with a digital venue"),
        definition: BilingualText(
            zh: "年末建成并向公众开放数字图书馆、数字博物馆或数字文化馆的公共文化场馆数",
            en: "Public cultural venues whose digital library, museum or cultural centre is open to the public at the "
                + "end of the year"),
        unitOfMeasure: .count,
        reportedBy: .cultureBureau)

    static let venues = Variable(
        id: "public_cultural_venues",
        name: BilingualText(zh: "公共文化场馆数", en: "Public cultural venues"),
        definition: BilingualText(
            zh: "年末县级及以上公共图书馆、文化馆和国有博物馆数之和",
            en: "Public libraries, cultural centres and state museums of county level and above, end of year"),
        unitOfMeasure: .count,
        reportedBy: .cultureBureau)

    static let checks: [DataCheck] = [
        .count(digital, "life"),
        .count(venues, "life"),
        .part(digital, of: venues, "life"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.digital_cultural_venues",
            name: BilingualText(zh: "文化场馆数字化率", en: "Cultural venues with a digital venue"),
            definition: BilingualText(
                zh: "建成数字馆的文化场馆数 ÷ 公共文化场馆数 × 100%，年末数",
                en: "Cultural venues with a digital venue as a share of public cultural venues, end of year"),
            rationale: BilingualText(
                zh: "政策要求统筹建设数字图书馆、数字博物馆、数字文化馆",
                en: "The policy asks for digital libraries, museums and cultural centres"),
            unitOfMeasure: .percent,
            statements: ["L7"],
            variables: [digital, venues],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "25个场馆中有17个", en: "17 of 25 venues"), [digital: 17, venues: 25], gives: 68)
            ]),
        formula: .share(digital, of: venues))
}
