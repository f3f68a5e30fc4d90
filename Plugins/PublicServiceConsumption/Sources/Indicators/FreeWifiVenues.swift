import AssessmentCore

/// The share of all listed public places with free wireless access.
enum FreeWifiVenues {
    static let indicator = VenueWifiIndicator(
        IndicatorDescription(
            id: "public.free_wifi_venues",
            name: BilingualText(zh: "公共场所免费无线接入率", en: "Public venues with free Wi-Fi"),
            definition: BilingualText(
                zh: "期末已免费无线接入的在册场所数 ÷ 在册场所总数 × 100%，不分类别",
                en:
                    "Listed venues with free Wi-Fi as a share of all listed venues on the last day, whatever their class"
            ),
            rationale: BilingualText(
                zh: "与最低类别并看，反映离全部公共场所均实现还差多少",
                en: "Beside the least covered class, it shows how far all venues together are from the target"),
            unitOfMeasure: .percent,
            statements: ["S6"],
            registers: [PublicVenue.register],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "八处中七处开通", en: "Seven of eight venues"),
                    registers: [PublicVenue.register.id: RegisterEntry.venuesWithOneGap], expected: [.value(87.5)]),
                IndicatorExample(
                    BilingualText(zh: "名录中没有场所的不适用", en: "Without a listed venue nothing is measured"),
                    registers: [PublicVenue.register.id: []], expected: [.absent(.notApplicable)]),
            ]),
        summarise: { classes in
            let listed = classes.reduce(0) { $0 + $1.listed }
            let connected = classes.reduce(0) { $0 + $1.connected }
            return (100 * Double(connected) / Double(listed), [])
        })
}
