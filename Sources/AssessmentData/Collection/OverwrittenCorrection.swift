public import AssessmentCore

/// A value of a collection that stands where a correction stood: a unit's form replaced what a text file had corrected, as the
/// findings of a sample do, or the value is again what it was before it was corrected.
public struct OverwrittenCorrection: Sendable, Hashable {
    /// The value that was replaced.
    public let correction: CollectionContents.Value
    /// The value that holds.
    public let value: CollectionContents.Value
    /// The earlier revision that had the same value as holds now; nothing where none had.
    public let earlier: Int?

    /// Looks through the values that a place had.
    ///
    /// - Parameters:
    ///   - values: its values, in the order of revisions.
    ///   - isForm: whether a revision was taken from a form of a unit.
    /// - Returns: nothing where the last value replaces no correction.
    public init?(in values: [CollectionContents.Value], isForm: (_ revision: Int) -> Bool) {
        guard values.count > 1, let last = values.last else { return nil }
        let before = values.dropLast()
        // Whoever corrects a correction by a text file does so knowingly; a form is filled in by who may not know of it.
        let corrected = isForm(last.revision) ? before.last { !isForm($0.revision) } : nil
        let same = before.dropLast().last { $0.isSame(as: last) }
        guard let correction = corrected ?? same.flatMap({ _ in before.last }) else { return nil }
        // A form that says again what the correction says changes nothing.
        guard !correction.isSame(as: last) else { return nil }
        self.correction = correction
        value = last
        earlier = same?.revision
    }

    /// What replaced what, without the place that both are of.
    public var words: BilingualText {
        let again = earlier.map { BilingualText(zh: "；与修订\($0)相同", en: "; so it was in revision \($0)") }
        return BilingualText(
            zh: "修订\(value.revision)（\(value.origin.file)）报\(value.words)，覆盖了修订\(correction.revision)（"
                + "\(correction.origin.file)）更正的\(correction.words)\(again?.zh ?? "")",
            en:
                "\(value.words) by revision \(value.revision) (\(value.origin.file)) replaces \(correction.words) of revision "
                + "\(correction.revision) (\(correction.origin.file))\(again?.en ?? "")")
    }

    /// What happened, in one line.
    public var text: String {
        let place = value.place
        return "\(place.variable) of \(place.unit) in \(place.period) is \(value.words) by revision \(value.revision) "
            + "(\(value.origin.file)), which replaces \(correction.words) of revision \(correction.revision) "
            + "(\(correction.origin.file))" + (earlier.map { "; so it was in revision \($0)" } ?? "")
    }
}

extension CollectionContents {
    /// The values that hold where corrections stood, in the order of their places.
    public var overwrittenCorrections: [OverwrittenCorrection] {
        let histories = Dictionary(grouping: values, by: \.place)
        return current.compactMap { value in
            OverwrittenCorrection(in: histories[value.place] ?? [], isForm: isForm)
        }
    }

    /// Whether a revision was taken from a form of a unit.
    public func isForm(_ revision: Int) -> Bool {
        sources.indices.contains(revision - 1) && !sources[revision - 1].unit.isEmpty
    }
}

extension CollectionContents.Value {
    /// Whether two values are the same but for what the 17th digit says, which workbooks do not keep of a number that was
    /// written into a form.
    public func isSame(as other: CollectionContents.Value) -> Bool { isSame(as: other.number, other.reason) }

    /// Whether a number, or a reason for none, is the same but for the 17th digit.
    public func isSame(as other: Double?, _ otherReason: Reason?) -> Bool {
        reason == otherReason && CollectionContents.Value.isSame(number, other)
    }

    /// Whether two numbers are the same but for the 17th digit.
    public static func isSame(_ one: Double?, _ other: Double?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return abs(one - other) <= 4 * max(abs(one), abs(other)).ulp
    }

    /// The number, or why there is none.
    fileprivate var words: String { number.map { Formula.text(of: $0) } ?? reason?.rawValue ?? "nothing" }
}
