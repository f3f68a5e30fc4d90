internal import AssessmentCore

/// The steps that turn one column into another.
extension PlanCompiler {
    /// Puts in values where there are none.
    mutating func imputation(
        _ choice: MethodChoice, _ reasons: Set<Reason>, _ input: Int, _ progress: Progress
    ) async throws -> Plan.Work {
        let node = progress.node
        guard let method = catalogue.imputations[choice.id] else {
            throw PipelineError(node: node, "the method ‘\(choice.id)’ is unknown")
        }
        var companions: [(slot: Int, direction: Direction)] = []
        if method.needsCompanions {
            for sibling in progress.above?.children ?? [] where sibling.id != node.id {
                guard let slot = measured[sibling.id], let use = sibling.measure else { continue }
                let own = catalogue.indicators[use.indicator]?.description.direction
                companions.append((slot, sibling.direction ?? own ?? .higherIsBetter))
            }
        }
        let kernel = try await kernel(.impute, method, choice, progress, companions: companions.map(\.direction))
        largestFamily = max(largestFamily, companions.count + 1)
        return .impute(kernel, input: input, companions: companions.map(\.slot), reasons: reasons)
    }

    /// Treats outliers, or transforms the values.
    mutating func treatment(
        _ choice: MethodChoice, _ input: Int, _ progress: inout Progress
    ) async throws -> Plan.Work {
        guard let method = catalogue.treatments[choice.id] else {
            throw PipelineError(node: progress.node, "the method ‘\(choice.id)’ is unknown")
        }
        let kernel = try await kernel(.treat, method, choice, progress)
        if method.reversesOrder { progress.direction = progress.direction.reversed }
        return .apply(kernel, input: input, targets: [], otherwise: .outsideDomain)
    }

    /// Turns values into scores.
    mutating func evaluation(
        _ choice: MethodChoice, _ input: Int, _ progress: inout Progress
    ) async throws -> Plan.Work {
        let node = progress.node
        guard let evaluator = catalogue.evaluators[choice.id] else {
            throw PipelineError(node: node, "the method ‘\(choice.id)’ is unknown")
        }
        var (numbers, reasons): ([Double]?, [Reason?]) = (nil, [])
        if evaluator.targets != .none {
            var own = targets[node.id]?.numbers ?? [Double](repeating: .nan, count: panel.rowCount)
            reasons = [Reason?](repeating: nil, count: panel.rowCount)
            for row in own.indices {
                if own[row].isNaN {
                    reasons[row] = .noTarget
                } else if evaluator.targets == .positive, own[row] <= 0 {
                    reasons[row] = own[row] == 0 ? .zeroTarget : .outsideDomain
                    own[row] = .nan
                }
            }
            numbers = own
            if reasons.allSatisfy({ $0 == nil }) { reasons = [] }
        }
        let kernel = try await kernel(.evaluate, evaluator, choice, progress, targets: numbers)
        if !evaluator.keepsDirection { progress.direction = .higherIsBetter }
        let otherwise: Reason = evaluator.needsReference ? .referenceDoesNotVary : .outsideDomain
        return .apply(kernel, input: input, targets: reasons, otherwise: otherwise)
    }

    private mutating func kernel(
        _ kind: Step.Kind, _ method: any ColumnMethod, _ choice: MethodChoice, _ progress: Progress,
        targets: [Double]? = nil, companions: [Direction] = []
    ) async throws -> any ColumnKernel {
        let key = PreparedKernels.Key(kind, choice, [progress.direction])
        let isShared = targets == nil && companions.isEmpty && !catalogue.runsApart(kind, choice)
        if isShared, let kernel = kernels.onColumns[key] { return kernel }
        do {
            let kernel = try await method.prepare(
                ColumnInput(
                    panel: panel, direction: progress.direction, targets: targets,
                    references: try choice.reference.map { try checkedReferences($0) }, companions: companions,
                    parameters: ParameterValues(choice.parameters, for: method.description.parameters)))
            scratchCount = max(scratchCount, kernel.scratchCount)
            if isShared { kernels.onColumns[key] = kernel }
            return kernel
        } catch {
            throw PipelineError(node: progress.node, "\(error)")
        }
    }
}
