public import AssessmentCore

/// Something that differs between the frameworks of two years.
public struct FrameworkChange: Sendable, Hashable {
    /// What can differ.
    public enum Kind: String, Sendable, Hashable {
        /// Only the later framework has the node.
        case added
        /// Only the earlier framework has the node.
        case removed
        /// The node stands below another one.
        case moved
        /// The node counts with another weight, or otherwise.
        case weight
        /// Another indicator is measured, with other parameters, or for other units.
        case indicator
        /// A step is done otherwise: another method, other parameters or bands.
        case method
        /// The targets are others.
        case target

        /// The kind in words.
        public var name: BilingualText {
            switch self {
            case .added: BilingualText(zh: "新增", en: "added")
            case .removed: BilingualText(zh: "删除", en: "removed")
            case .moved: BilingualText(zh: "移动", en: "moved")
            case .weight: BilingualText(zh: "权重", en: "weight")
            case .indicator: BilingualText(zh: "指标", en: "indicator")
            case .method: BilingualText(zh: "方法", en: "method")
            case .target: BilingualText(zh: "目标", en: "target")
            }
        }
    }

    /// The node.
    public let node: String
    /// Its name.
    public let name: BilingualText
    /// What differs.
    public let kind: Kind
    /// What it was, as a specification writes it.
    public let before: BilingualText?
    /// What it is.
    public let after: BilingualText?
}
