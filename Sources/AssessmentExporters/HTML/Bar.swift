internal import AssessmentCore

/// A score as a bar, with a mark at the median of the peer group.
struct Bar {
    let score: Double?
    let median: Double?
    /// The score at the right end.
    let full: Double
    /// What it shows, in words.
    let label: String

    /// The bar; nothing where there is no score.
    var markup: Markup {
        guard let score else { return .empty }
        return Tag.svg(.style(.bar), .viewBox(1000, 10), .stretched(), .role("img"), .label(label)) {
            Tag.rect(.style(.track), .x("0"), .y("0"), .width("1000"), .height("10"))
            Tag.rect(.style(.fill), .x("0"), .y("0"), .width(place(score)), .height("10"))
            if let median {
                Tag.rect(.style(.mark), .x(place(median, atMost: 990)), .y("0"), .width("10"), .height("10"))
            }
        }
    }

    private func place(_ value: Double, atMost most: Double = 1000) -> String {
        DecimalRounding.text(min(max(1000 * value / full, 0), most), decimals: 0)
    }
}
