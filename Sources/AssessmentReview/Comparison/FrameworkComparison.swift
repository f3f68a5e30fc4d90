internal import AssessmentCore

/// Finds what differs between the frameworks of two years, node by node.
struct FrameworkComparison {
    private let years: [ComparedYear]
    private let units: [[AssessedUnit]]

    /// - Parameter units: the assessed units of each year.
    init(_ earlier: ComparedYear, _ later: ComparedYear, units: [[AssessedUnit]]) {
        years = [earlier, later]
        self.units = units
    }

    private struct Placed {
        let node: FrameworkNode
        let parent: String?
    }

    private static func placed(_ node: FrameworkNode, below parent: String? = nil) -> [Placed] {
        [Placed(node: node, parent: parent)] + node.children.flatMap { placed($0, below: node.id) }
    }

    /// The changes: those of the later framework in its order, then the nodes that only the earlier one has.
    func changes() -> [FrameworkChange] {
        let old = FrameworkComparison.placed(years[0].specification.framework)
        let new = FrameworkComparison.placed(years[1].specification.framework)
        let before = Dictionary(old.map { ($0.node.id, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.map(\.node.id))
        return new.flatMap { placed -> [FrameworkChange] in
            guard let earlier = before[placed.node.id] else {
                return [change(placed.node, .added, nil, same(place(placed)))]
            }
            return differences(earlier, placed)
        } + old.filter { !after.contains($0.node.id) }.map { change($0.node, .removed, same(place($0)), nil) }
    }

    private func change(
        _ node: FrameworkNode, _ kind: FrameworkChange.Kind, _ before: BilingualText?, _ after: BilingualText?
    ) -> FrameworkChange {
        FrameworkChange(node: node.id, name: node.name, kind: kind, before: before, after: after)
    }

    private func same(_ text: String?) -> BilingualText? { text.map { BilingualText(same: $0) } }

    private func place(_ placed: Placed) -> String {
        [placed.parent, role(placed.node)].compactMap(\.self).joined(separator: ", ")
    }

    private func role(_ node: FrameworkNode) -> String {
        switch node.role {
        case .weighted(let weight): weight.map { Formula.text(of: $0) } ?? "–"
        case .bonus(let points): "bonus \(Formula.text(of: points))"
        }
    }

    private func differences(_ earlier: Placed, _ later: Placed) -> [FrameworkChange] {
        let (old, new) = (earlier.node, later.node)
        var changes: [FrameworkChange] = []
        func add(_ kind: FrameworkChange.Kind, _ before: String?, _ after: String?) {
            if before != after { changes.append(change(new, kind, same(before), same(after))) }
        }
        add(.moved, earlier.parent, later.parent)
        add(.weight, role(old), role(new))
        add(.indicator, indicator(old), indicator(new))
        let (was, now) = (old.steps.map(FrameworkComparison.text), new.steps.map(FrameworkComparison.text))
        let (gone, come) = (was.filter { !now.contains($0) }, now.filter { !was.contains($0) })
        if !gone.isEmpty || !come.isEmpty {
            add(
                .method, gone.isEmpty ? nil : gone.joined(separator: "; "),
                come.isEmpty ? nil : come.joined(separator: "; "))
        } else {
            add(.method, was.joined(separator: "; "), now.joined(separator: "; "))
        }
        if let target = target(old, new) { changes.append(target) }
        return changes
    }

    private func indicator(_ node: FrameworkNode) -> String? {
        guard let use = node.measure else { return nil }
        let parts = [
            use.indicator, use.parameters.isEmpty ? nil : ParameterValue.text(of: use.parameters),
            node.direction?.rawValue, node.levels.isEmpty ? nil : "levels \(node.levels.joined(separator: ", "))",
            node.classes.isEmpty ? nil : "classes \(node.classes.joined(separator: ", "))",
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    /// The targets that differ: the numbers where every unit has the same, else how many units have others.
    private func target(_ old: FrameworkNode, _ new: FrameworkNode) -> FrameworkChange? {
        let targets = zip(years, [old, new]).map { year, node -> Target? in
            let given = year.data.targets[node.id] ?? node.measure.flatMap { year.data.targets[$0.indicator] }
            return node.measure?.target ?? given.map { .numbers($0) }
        }
        let tables = targets.map { target -> NumberTable? in
            if case .numbers(let table) = target { table } else { nil }
        }
        let hasRule = zip(targets, tables).contains { $0 != nil && $1 == nil }
        if hasRule {
            let rules = targets.map { target in
                target.map { $0.lines.map { "\($0.0) \($0.1)" }.joined(separator: ";").drop { $0 == " " } }
            }
            if rules[0] == rules[1] { return nil }
            return change(new, .target, same(rules[0].map(String.init)), same(rules[1].map(String.init)))
        }
        func number(_ side: Int, _ unit: AssessedUnit) -> Double? {
            tables[side]?.value(unit: unit, period: years[side].period)
        }
        let earlier = Dictionary(units[0].map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let pairs = units[1].compactMap { unit -> (before: Double?, after: Double?)? in
            guard let before = earlier[unit.code], new.applies(to: unit) else { return nil }
            return (number(0, before), number(1, unit))
        }
        let changed = pairs.filter { $0.before != $0.after }
        guard let first = changed.first else { return nil }
        func text(_ number: Double?) -> String { number.map { Formula.text(of: $0) } ?? "–" }
        if changed.allSatisfy({ $0 == first }) {
            return change(new, .target, same(text(first.before)), same(text(first.after)))
        }
        let (count, all) = (changed.count, pairs.count)
        return change(
            new, .target, nil, BilingualText(zh: "\(all)个单位中\(count)个改变", en: "changed for \(count) of \(all) units"))
    }

    /// A step as a specification writes it, without the places where it is written.
    private static func text(_ step: Step) -> String {
        step.words.isEmpty ? step.kind.rawValue : "\(step.kind.rawValue) \(step.words)"
    }
}
