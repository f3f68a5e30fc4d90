internal import AssessmentChecks
internal import AssessmentCollection
internal import AssessmentCore
internal import AssessmentData

extension Workbench.Loaded {
    /// The collections that have taken in nothing yet, by their folders.
    public var awaitedCollections: [String] { collections.filter { $0.value.revision == 0 }.keys.sorted() }

    /// What is asked on forms while no collection has taken in anything: a finding a variable, with the units that no file
    /// gives a value of.
    ///
    /// - Parameter panel: the assessed units.
    func awaitedFindings(_ panel: Panel) -> [CheckFinding] {
        let settings = CheckSettings(specification.checks)
        guard !awaitedCollections.isEmpty, let rule = CheckRule.named("required"), settings.severity(of: rule) != .off
        else { return [] }
        let positions = ObservationPositions(data.observations)
        let nodes = specification.framework.subtree.filter { $0.measure != nil }
        return standard.collected.compactMap { variable in
            let readers = nodes.filter { node in
                node.measure.flatMap { catalogue.indicators[$0.indicator] }?.description.variables
                    .contains { $0.id == variable.id } ?? false
            }
            let cases = panel.units.filter { unit in
                (readers.isEmpty || readers.contains { $0.applies(to: unit) })
                    && positions[variable.id, unit.code, specification.period] == nil
            }.map { CheckFinding.Case(unit: $0.code, text: BilingualText(zh: "尚未报送", en: "not yet returned")) }
            guard !cases.isEmpty else { return nil }
            return CheckFinding(
                check: rule.id, rule: rule.id, name: rule.name, severity: settings.severity(of: rule),
                variables: [variable.id], period: specification.period, subject: variable.name,
                question: BilingualText(
                    zh: "收集表尚未报送，请报送。", en: "The form has not come back yet: please fill it in and return it."),
                askedOf: variable.reportedBy, cases: cases)
        }
    }

    /// The corrections that later returns replaced, a finding a variable and period.
    var replacedCorrections: [CheckFinding] {
        let settings = CheckSettings(specification.checks)
        guard let rule = CheckRule.named("correction_replaced"), settings.severity(of: rule) != .off else { return [] }
        let replaced = collections.sorted { $0.key < $1.key }.flatMap { _, collection in
            (collection.asOf.map(collection.contents.upTo) ?? collection.contents).overwrittenCorrections
        }
        let variables = catalogue.variables
        var (order, held): ([[String]], [[String]: [OverwrittenCorrection]]) = ([], [:])
        for correction in replaced {
            let key = [correction.value.place.variable, "\(correction.value.place.period)"]
            if held[key] == nil { order.append(key) }
            held[key, default: []].append(correction)
        }
        return order.compactMap { key in
            guard let corrections = held[key], let place = corrections.first?.value.place else { return nil }
            let known = variables[place.variable] ?? catalogue.declared.first { $0.id == place.variable }
            return CheckFinding(
                check: rule.id, rule: rule.id, name: rule.name, severity: settings.severity(of: rule),
                variables: [place.variable], period: place.period,
                subject: known?.name ?? BilingualText(same: place.variable), question: rule.question,
                askedOf: known?.reportedBy ?? BilingualText(zh: "填报单位", en: "Whoever reports it"),
                cases: corrections.map { found in
                    CheckFinding.Case(
                        unit: found.value.place.unit, found: found.value.number, text: found.words,
                        origins: [found.value.origin, found.correction.origin])
                })
        }
    }
}
