import AssessmentCore

/// The coverage of the class of public places that free wireless access covers least.
enum FreeWifiClasses {
    static let indicator = VenueWifiIndicator(
        IndicatorDescription(
            id: "public.free_wifi_classes",
            name: BilingualText(
                zh: "公共场所免费无线接入率（最低类别）", en: "Free Wi-Fi in the least covered class of venues"),
            definition: BilingualText(
                zh: "办事大厅、商业街区、旅游景点、产业园区各类中，期末已免费无线接入的在册场所占比的最小值；"
                    + "没有在册场所的类别不参与并注明，四类均无则不适用",
                en: "The smallest share of listed venues with free Wi-Fi among government halls, shopping streets, "
                    + "scenic areas and industrial parks on the last day; a class without a venue is noted and passed "
                    + "over, and a unit without any is not concerned"),
            rationale: BilingualText(
                zh: "政策要求四类公共场所均实现，只有每类都完成才是100%",
                en: "The policy asks for all four classes, so only when each is complete does it read 100 %"),
            unitOfMeasure: .percent,
            statements: ["S6"],
            registers: [PublicVenue.register],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "四个商业街区中三个开通，其余各类全部开通", en: "Three of four streets, all else complete"),
                    registers: [PublicVenue.register.id: RegisterEntry.venuesWithOneGap], expected: [.value(75)]),
                IndicatorExample(
                    BilingualText(
                        zh: "2019年景点未开通；2020年开通，另一街区退出名录；无产业园区",
                        en: "The scenic area follows in 2020, when a street leaves the list; there is no park"),
                    periods: [Period(year: 2019), Period(year: 2020)],
                    registers: [
                        PublicVenue.register.id: [
                            .venue("甲政务服务中心", .governmentHall, wifiSince: "2018-05-01", row: 2),
                            .venue("甲步行街", .shoppingStreet, wifiSince: "2018-10-01", row: 3),
                            .venue(
                                "乙步行街", .shoppingStreet,
                                listed: Validity(until: CalendarDate(year: 2020, month: 7, day: 1)), row: 4),
                            .venue("甲景区", .scenicArea, wifiSince: "2020-04-01", row: 5),
                        ]
                    ],
                    expected: [.value(0), .value(100)]),
                IndicatorExample(
                    BilingualText(zh: "名录中没有场所的不适用", en: "Without a listed venue nothing is measured"),
                    registers: [PublicVenue.register.id: []], expected: [.absent(.notApplicable)]),
            ]),
        summarise: { classes in
            let covered = classes.compactMap { item in item.percent.map { (item: item, percent: $0) } }
            let unlisted = classes.filter { $0.listed == 0 }.map(\.venueClass.name)
            // The first of several that are least covered is named, in the order in which the policy lists them.
            guard let least = covered.min(by: { $0.percent < $1.percent }) else { return (.nan, []) }
            var notes: [BilingualText] = []
            if least.percent < 100 { notes.append(note(onLeast: least.item)) }
            if !unlisted.isEmpty { notes.append(note(onUnlisted: unlisted)) }
            return (least.percent, notes)
        })

    private static func note(onLeast item: VenueClassCoverage) -> BilingualText {
        BilingualText(
            zh: "最低类别：\(item.venueClass.name.zh)，\(item.listed)处中\(item.connected)处已开通",
            en: "least covered: \(item.venueClass.name.en), \(item.connected) of \(item.listed)")
    }

    private static func note(onUnlisted names: [BilingualText]) -> BilingualText {
        BilingualText(
            zh: "名录中没有的类别：" + names.map(\.zh).joined(separator: "、"),
            en: "no venue listed: " + names.map(\.en).joined(separator: ", "))
    }
}
