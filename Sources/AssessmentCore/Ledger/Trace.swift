/// How one result came about: the steps of a node for a unit in a period, last one first, down to the cells read.
public struct Trace: Sendable, Hashable {
    /// What one step did.
    public struct Line: Sendable, Hashable {
        /// The step.
        public let step: Step.Kind
        /// What it gave, in words and with its numbers.
        public let text: BilingualText
        /// How it was computed, where that is more than the text says.
        public let workings: [BilingualText]
        /// The cells that it read.
        public let cells: [Cell]
    }

    /// A cell of a source file.
    ///
    /// It is passed on by reference: it is made of many texts, and stands in lists that are made anew for every page.
    public final class Cell: Sendable, Hashable {
        /// What it holds: a variable and its period, or an entry of a register.
        public let label: BilingualText
        /// Its value with its unit of measure; for a register entry what is recognised since when.
        public let value: BilingualText
        /// Where it was read.
        public let origin: Origin

        /// Creates a cell.
        public init(label: BilingualText, value: BilingualText, origin: Origin) {
            self.label = label
            self.value = value
            self.origin = origin
        }

        /// Whether two cells hold the same and were read at the same place.
        public static func == (left: Cell, right: Cell) -> Bool {
            left.label == right.label && left.value == right.value && left.origin == right.origin
        }

        /// Feeds what the cell holds into a hash.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(label)
            hasher.combine(value)
            hasher.combine(origin)
        }
    }

    /// The id of the node.
    public let node: String
    /// Its name.
    public let name: BilingualText
    /// The steps, last one first.
    public let lines: [Line]
    /// The nodes that it rests on.
    public let children: [Trace]
}

extension CompletedAssessment {
    /// How the result of a node came about for a row of the panel, with everything below it.
    ///
    /// Many rows are told sooner by one ``Tracer``.
    ///
    /// - Returns: nothing where the framework has no such node.
    public func trace(of node: String, row: Int) -> Trace? {
        Tracer(self, of: node).trace(of: node, row: row)
    }

    /// The ids of the nodes from the root to a node.
    public func path(to node: String) -> [String] {
        func search(_ current: FrameworkNode) -> [String]? {
            if current.id == node { return [current.id] }
            return current.children.lazy.compactMap(search).first.map { [current.id] + $0 }
        }
        return search(specification.framework) ?? []
    }
}
