internal import AssessmentCore

/// The page of reviewers: what each source says, how far reviewers agree, and who rates unlike the others.
///
/// It shows the assessed period; the files have every period.
struct ReviewersPage {
    let frame: PageFrame
    let scheme: RatingScheme
    let report: RatingReport

    private var rendering: Rendering { frame.rendering }
    private var assessment: CompletedAssessment { rendering.assessment }
    private var period: Period { assessment.specification.period }

    /// How many reviewers of a source, and how many outlying ratings, the page lists.
    private static let listed = 30

    /// The page.
    var document: [UInt8] {
        frame.document(title: rendering(Wording.reviewers)) {
            Tag.p(.style(.above)) { "\(period)" }
            Tag.h1 { rendering(Wording.reviewers) }
            Tag.p(.style(.lead)) { rendering(report.singles.isEmpty ? Wording.noRatings : Wording.reviewersLead) }
            if !report.singles.isEmpty {
                homes
                sources
                agreement
                reviewers
                singles
            }
        }
    }

    /// Whether it could be checked that nobody rates the own unit.
    private var homes: Markup {
        let listed = Set(assessment.data.assessors.map(\.source))
        let others = scheme.sources.filter { $0.kind == .others }
        let without = others.filter { !listed.contains($0.id) }.map { rendering($0.name) }
        return Tag.p {
            if without.count < others.count {
                rendering(Wording.homesListed) + (rendering.language == .english ? " " : "")
            }
            if !without.isEmpty { rendering(Wording.homesUnknown(rendering.list(without))) }
        }
    }

    private var sources: Markup {
        table(
            Wording.sourcesOfRatings,
            [
                (Wording.ratedItem, false), (Wording.sourceOfRatings, false), (Wording.weight, true),
                (Wording.meanOfRatings, true), (Wording.lead, true), (Wording.numberOfRatings, true),
                (Wording.unitsWithResult, true), (Wording.unitsWithoutResult, true),
            ],
            report.summaries.filter { $0.period == period }.map { summary in
                let weight = scheme.item(summary.item)?.parts.first { $0.source == summary.source }?.weight
                return [
                    Markup(item(summary.item)), Markup(source(summary.source)),
                    Markup(weight.map(rendering.plain) ?? ""), number(summary.mean), signed(summary.lead),
                    Markup("\(summary.ratings)"), Markup("\(summary.units)"), Markup("\(summary.unitsWithout)"),
                ]
            }, note: rendering(Wording.sourcesNote))
    }

    private var agreement: Markup {
        let found = report.agreements.filter { $0.period == period }
        if found.isEmpty {
            return Tag.section {
                Tag.h2 { rendering(Wording.agreementOfReviewers) }
                Tag.p { rendering(Wording.noAgreement) }
            }
        }
        return table(
            Wording.agreementOfReviewers,
            [
                (Wording.ratedItem, false), (Wording.sourceOfRatings, false), (Wording.inWords, false),
                (BilingualText(same: "ICC(2,1)"), true), (BilingualText(same: "ICC(2,k)"), true),
                (BilingualText(same: "ICC(3,1)"), true), (BilingualText(zh: "肯德尔W", en: "Kendall’s W"), true),
                (BilingualText(zh: "p值", en: "P-value"), true), (Wording.compared, false),
            ],
            found.map { agreement in
                let single = agreement.intraclass.first { $0.form == "ICC(2,1)" }
                return [
                    Markup(item(agreement.item)), Markup(source(agreement.source)),
                    Tag.strong { rendering(Wording.agreement(single?.coefficient)) },
                    coefficient("ICC(2,1)", agreement), coefficient("ICC(2,k)", agreement),
                    coefficient("ICC(3,1)", agreement), number(agreement.concordance),
                    Markup(agreement.pValue.map { $0 < 0.001 ? "<\u{2009}0.001" : text($0, 3) } ?? dash),
                    Markup(
                        rendering(
                            Wording.block(
                                agreement.assessors.count, agreement.units.count, outside: agreement.ratingsOutside))),
                ]
            }, note: rendering(Wording.agreementNote))
    }

    private func coefficient(_ form: String, _ agreement: RatingReport.Agreement) -> Markup {
        guard let found = agreement.intraclass.first(where: { $0.form == form }) else { return Markup(dash) }
        guard let interval = found.interval else { return Markup(text(found.coefficient, 2)) }
        return Markup(text(found.coefficient, 2)) + Tag.br()
            + Tag.span(.style(.measure)) { "[\(text(interval.lowerBound, 2)), \(text(interval.upperBound, 2))]" }
    }

    private var reviewers: Markup {
        let all = report.reviewers.filter { $0.period == period }
        let shown = all.filter { $0.compared > 0 && ($0.isOutlying || !isLong($0.source, all)) }
        let further = scheme.sources.flatMap { source -> [String] in
            let own = all.filter { $0.source == source.id }
            let without = own.count { $0.compared == 0 }
            let within = own.count - without - shown.count { $0.source == source.id }
            return [
                within == 0 ? nil : rendering(Wording.reviewersWithin(within, rendering(source.name))),
                without == 0 ? nil : rendering(Wording.reviewersWithout(without, rendering(source.name))),
            ].compactMap(\.self)
        }
        let note = Wording.reviewersNote(
            above: rendering.plain(scheme.outlyingAbove), from: rendering.plain(scheme.outlyingFrom))
        return table(
            Wording.reviewerTable,
            [
                (Wording.reviewer, false), (Wording.sourceOfRatings, false), (Wording.numberOfRatings, true),
                (Wording.meanOfRatings, true), (Wording.standardDeviation, true), (Wording.meanDeviation, true),
                (Wording.robustScore, true), (Wording.judgement, false),
            ],
            shown.map { reviewer in
                [
                    name(reviewer.assessor), Markup(source(reviewer.source)), Markup("\(reviewer.ratings)"),
                    number(reviewer.mean), number(reviewer.spread), signed(reviewer.deviation),
                    signed(reviewer.robustScore), judgement(reviewer),
                ]
            }, note: ([rendering(note)] + further).joined(separator: rendering.language == .english ? " " : ""))
    }

    /// Whether a source has so many reviewers that only those who are outlying are listed, as of a survey.
    private func isLong(_ source: String, _ all: [RatingReport.Reviewer]) -> Bool {
        all.count { $0.source == source } > ReviewersPage.listed
    }

    private func judgement(_ reviewer: RatingReport.Reviewer) -> Markup {
        guard reviewer.isOutlying, let deviation = reviewer.deviation else {
            return Markup(rendering(Wording.withinRange))
        }
        return Tag.span(.style(.notReached)) {
            rendering(deviation < 0 ? Wording.outlyingHarsh : Wording.outlyingLenient)
        }
    }

    private var singles: Markup {
        let found = report.singles.filter { $0.isOutlying && $0.rating.period == period }
            .enumerated().sorted {
                let (left, right) = (abs($0.element.robustScore ?? 0), abs($1.element.robustScore ?? 0))
                return left == right ? $0.offset < $1.offset : left > right
            }.map(\.element)
        if found.isEmpty {
            return Tag.section {
                Tag.h2 { rendering(Wording.outlyingRatings) }
                Tag.p { rendering(Wording.noOutlyingRatings) }
            }
        }
        let further = found.count - ReviewersPage.listed
        return table(
            Wording.outlyingRatings,
            [
                (Wording.unit, false), (Wording.ratedItem, false), (Wording.reviewer, false),
                (Wording.givenScore, true), (Wording.othersMedian, true), (Wording.deviation, true),
                (Wording.robustScore, true), (Wording.readFrom, false),
            ],
            found.prefix(ReviewersPage.listed).map { single in
                let rating = single.rating
                let unit = assessment.data.units[rating.unit].map { rendering($0.name) } ?? rating.unit
                return [
                    Markup(unit), Markup(item(rating.item)),
                    name(rating.assessor) + Markup(" ") + Tag.span(.style(.measure)) { source(rating.source) },
                    number(single.points), number(single.consensus), signed(single.deviation),
                    signed(single.robustScore),
                    Tag.span(.style(.place)) { rendering.verbatim("\(rating.origin.file):\(rating.origin.row)") },
                ]
            },
            note: ([rendering(Wording.singlesNote)]
                + (further > 0 ? [rendering(Wording.furtherRatings(further))] : []))
                .joined(separator: rendering.language == .english ? " " : ""))
    }

    /// A section with a table, whose rows begin with a heading.
    private func table(
        _ title: BilingualText, _ columns: [(name: BilingualText, isNumber: Bool)], _ rows: [[Markup]], note: String
    ) -> Markup {
        Tag.section {
            Tag.h2 { rendering(title) }
            Tag.table(.style(.stacked)) {
                Tag.caption(.style(.spoken)) { rendering(title) }
                Tag.thead {
                    Tag.tr {
                        for column in columns {
                            Tag.th(.scope(.column), .style(column.isNumber ? .number : .words)) {
                                rendering(column.name)
                            }
                        }
                    }
                }
                Tag.tbody {
                    for row in rows {
                        Tag.tr {
                            for (place, (cell, column)) in zip(row, columns).enumerated() {
                                if place == 0 {
                                    Tag.th(.scope(.row)) { cell }
                                } else {
                                    Tag.td(
                                        .style(column.isNumber ? .number : .words),
                                        .heading(rendering(column.name))
                                    ) { cell }
                                }
                            }
                        }
                    }
                }
            }
            Tag.p(.style(.note)) { note }
        }
    }

    /// The code of an assessor, with the name where the specification shows names.
    private func name(_ assessor: String) -> Markup {
        guard scheme.showsNames, let listed = assessment.data.assessors.first(where: { $0.id == assessor }),
            !listed.name.isEmpty
        else { return rendering.verbatim(assessor) }
        return rendering.verbatim(listed.name) + Markup(" ")
            + Tag.span(.style(.measure)) { rendering.verbatim(assessor) }
    }

    private func item(_ id: String) -> String { scheme.item(id).map { rendering($0.name) } ?? id }
    private func source(_ id: String) -> String { scheme.source(id).map { rendering($0.name) } ?? id }
    private var dash: String { rendering(Wording.dash) }
    private func text(_ value: Double, _ decimals: Int) -> String { DecimalRounding.text(value, decimals: decimals) }
    private func number(_ value: Double?) -> Markup { Markup(value.map { text($0, 2) } ?? dash) }
    private func signed(_ value: Double?) -> Markup { Markup(value.map { rendering.signed($0, decimals: 2) } ?? dash) }
}
