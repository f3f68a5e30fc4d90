/// Tells how the results of an assessment came about, row after row.
///
/// What is the same in every row, such as a formula, is put into words once, when it is made.
public final class Tracer: Sendable {
    /// A node with its tables.
    final class TracedNode: Sendable {
        let node: FrameworkNode
        let tables: [Table]
        let children: [TracedNode]

        fileprivate init(_ node: FrameworkNode, _ assessment: CompletedAssessment) {
            self.node = node
            let entries = assessment.ledger.entries(of: node.id)
            tables = entries.indices.map { position in
                Table(
                    entry: entries[position], before: entries[..<position].last { $0.step.givesNumbers },
                    words: TraceWords(entries[position], of: node, in: assessment))
            }
            children = node.children.map { TracedNode($0, assessment) }
        }
    }

    /// A table of the ledger with the one before it and what is said of it in every row.
    final class Table: Sendable {
        let entry: Ledger.Entry
        let before: Ledger.Entry?
        let words: TraceWords

        fileprivate init(entry: Ledger.Entry, before: Ledger.Entry?, words: TraceWords) {
            self.entry = entry
            self.before = before
            self.words = words
        }
    }

    let assessment: CompletedAssessment
    /// The positions of the periods from which on the series of a variable is another one.
    let breaks: [String: [Int]]
    /// The name of each node of the framework.
    let names: [String: BilingualText]
    private let nodes: [String: TracedNode]

    /// Prepares what is said of a node and those below.
    ///
    /// - Parameters:
    ///   - assessment: the finished assessment.
    ///   - node: the id of the node; that of the whole framework where none is given.
    public init(_ assessment: CompletedAssessment, of node: String? = nil) {
        self.assessment = assessment
        breaks = Dictionary(grouping: assessment.specification.seriesBreaks, by: \.variable)
            .mapValues { $0.compactMap { assessment.ledger.panel.firstIndex(from: $0.from) } }
        let subtree = assessment.specification.framework.subtree
        names = Dictionary(subtree.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var nodes: [String: TracedNode] = [:]
        func collect(_ node: TracedNode) {
            if nodes[node.node.id] == nil { nodes[node.node.id] = node }
            node.children.forEach(collect)
        }
        let start = node ?? assessment.specification.framework.id
        if let start = subtree.first(where: { $0.id == start }) { collect(TracedNode(start, assessment)) }
        self.nodes = nodes
    }

    /// How the result of a node came about for a row of the panel, with everything below it.
    ///
    /// - Returns: nothing where the framework has no such node, or it was not prepared.
    public func trace(of node: String, row: Int) -> Trace? {
        nodes[node].map { trace(of: $0, row: row) }
    }

    private func trace(of node: TracedNode, row: Int) -> Trace {
        var lines: [Trace.Line] = []
        for table in node.tables.reversed() {
            lines += TraceWriter(tracer: self, traced: node, words: table.words, row: row)
                .lines(table.entry, after: table.before)
        }
        return Trace(
            node: node.node.id, name: node.node.name, lines: lines,
            children: node.children.map { trace(of: $0, row: row) })
    }
}
