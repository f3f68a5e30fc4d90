internal import AssessmentCore

/// A score as a bar, with a mark at the median of the peer group.
struct Bar {
    let score: Double?
    let median: Double?
    /// The score at the right end.
    let full: Double
    /// Where full marks lie, which a bonus may lead beyond; marked only where the bar goes on behind.
    var fullMarks: Double?
    /// What it shows, in words.
    let label: String

    /// The bar; nothing where there is no score.
    var markup: Markup {
        guard let score else { return .empty }
        return Tag.svg(.style(.bar), .viewBox(1000, 10), .stretched(), .role("img"), .label(label)) {
            Tag.rect(.style(.track), .x("0"), .y("2"), .width("1000"), .height("6"))
            Tag.rect(.style(.fill), .x("0"), .y("2"), .width(place(score)), .height("6"))
            if let fullMarks, full > fullMarks {
                Tag.rect(.style(.overfull), .x(place(fullMarks, atMost: 998)), .y("0"), .width("2"), .height("10"))
            }
            if let median {
                Tag.rect(.style(.mark), .x(place(median, atMost: 994)), .y("0"), .width("6"), .height("10"))
            }
        }
    }

    private func place(_ value: Double, atMost most: Double = 1000) -> String {
        DecimalRounding.text(min(max(1000 * value / full, 0), most), decimals: 0)
    }
}
