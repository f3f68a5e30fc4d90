internal import AssessmentCore

extension RobustnessDocument {
    /// The document of a report.
    ///
    /// - Parameter grades: the names of the grades of the total, the best one first.
    init(_ report: RobustnessReport, grades: [BilingualText]) {
        let request = report.request
        draws = request.draws
        seed = request.seed
        sequence = request.sequence.rawValue
        interval = request.interval
        heldFixed = report.held.isEmpty ? nil : report.held
        methods = report.methods.map { Methods($0, request.methods ?? MethodVariation(), report.units) }
        dataErrors = report.dataErrors.map { DataErrors($0, request.dataErrors, report, grades) }
        sensitivity = report.sensitivity.map { Sensitivity($0, report.units) }
    }
}

extension Array {
    /// The list, or nothing where it is empty.
    fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}

extension RobustnessDocument.Methods {
    fileprivate init(_ methods: MethodRanges, _ variation: MethodVariation, _ codes: [String]) {
        varied = methods.varied
        choices = variation.choices.map(RobustnessDocument.Choice.init)
        weights = variation.weights.map { RobustnessDocument.Weights($0, below: variation.weightsBelow) }
        without = variation.without.nonEmpty
        settings = methods.settings
        meanShift = methods.meanShift
        units = zip(codes, methods.ranges).compactMap { code, range in
            range.map {
                Range(
                    unit: code, lowestScore: $0.lowestScore, highestScore: $0.highestScore, bestRank: $0.bestRank,
                    worstRank: $0.worstRank, medianRank: $0.medianRank, middleBestRank: $0.middleBestRank,
                    middleWorstRank: $0.middleWorstRank)
            }
        }
    }
}

extension RobustnessDocument.Choice {
    fileprivate init(_ choice: MethodVariation.Choice) {
        subject = choice.subject.rawValue
        methods = choice.alternatives.map { alternative in
            switch alternative {
            case .asGiven: "as_given"
            case .steps(let steps): steps.isEmpty ? "none" : steps.compactMap(\.methodInWords).joined(separator: " + ")
            }
        }
        at = choice.at.nonEmpty
    }
}

extension Step {
    /// The method of the step with its parameters, such as `z_score { mean: 10 }`.
    var methodInWords: String? {
        guard let choice = method else { return nil }
        return choice.parameters.isEmpty
            ? choice.id : "\(choice.id) \(ParameterValue.text(of: choice.parameters))"
    }

    /// The method of a step that may vary.
    var method: MethodChoice? {
        switch self {
        case .evaluate(let choice), .treat(let choice), .impute(let choice, _), .aggregate(let choice, _): choice
        default: nil
        }
    }
}

extension RobustnessDocument.Weights {
    fileprivate init(_ variation: MethodVariation.WeightVariation, below: [String]) {
        switch variation {
        case .within(let share): (kind, value, sets) = ("within", share, nil)
        case .dirichlet(let concentration): (kind, value, sets) = ("dirichlet", concentration, nil)
        case .simplex: (kind, value, sets) = ("simplex", nil, nil)
        case .sets(let named): (kind, value, sets) = ("sets", nil, named.map(\.name))
        }
        self.below = below.nonEmpty
    }
}

extension RobustnessDocument.DataErrors {
    fileprivate init(
        _ errors: DataErrorResults, _ stated: [DataError], _ report: RobustnessReport, _ names: [BilingualText]
    ) {
        self.stated = stated.map(Stated.init)
        grades = report.nominal.contains { $0.grade != nil } ? names.nonEmpty : nil
        sameRanking = errors.sameRanking
        neighbours = errors.neighbours.map {
            Neighbours(
                ahead: $0.ahead.map { report.units[$0] }, behind: $0.behind.map { report.units[$0] },
                probability: $0.probability)
        }
        tied = errors.tied.filter { $0.count > 1 }.map { $0.map { report.units[$0] } }
        units = zip(report.units, errors.results).compactMap { code, result in
            result.map {
                Interval(
                    unit: code, lowScore: $0.lowScore, highScore: $0.highScore, bestRank: $0.bestRank,
                    worstRank: $0.worstRank, ranks: $0.ranks.map(Share.init), grades: $0.grades.map(Share.init).nonEmpty
                )
            }
        }
    }
}

extension RobustnessDocument.DataErrors.Share {
    fileprivate init(_ share: DataErrorResults.Share) {
        self.init(place: share.place, probability: share.probability)
    }
}

extension RobustnessDocument.DataErrors.Stated {
    fileprivate init(_ error: DataError) {
        nodes = error.leaves
        switch error.size {
        case .standardError(let table): (kind, value, whole) = ("standard_error", table.single, nil)
        case .relative(let share): (kind, value, whole) = ("relative", share, nil)
        case .sample(let table, let all): (kind, value, whole) = ("sample_size", table.single, all)
        }
    }
}

extension RobustnessDocument.Sensitivity {
    fileprivate init(_ results: SensitivityResults, _ codes: [String]) {
        func known(_ numbers: [Double]) -> [Double]? { numbers.allSatisfy(\.isFinite) ? numbers : nil }
        indices = results.indices.map {
            Index(
                input: $0.input, first: known([$0.first, $0.firstLow, $0.firstHigh]),
                total: known([$0.total, $0.totalLow, $0.totalHigh]))
        }
        variance = results.variance.isFinite ? results.variance : 0
        leftOut = results.leftOut.map {
            LeftOut(
                node: $0.node, meanShift: $0.meanShift, largestShift: $0.largestShift, unit: $0.unit.map { codes[$0] },
                others: $0.others)
        }
        swaps = results.swaps.map {
            Swap(ahead: codes[$0.ahead], behind: codes[$0.behind], node: $0.node, share: $0.share, needed: $0.needed)
        }
        reversals = results.reversals.map {
            Reversal(
                without: codes[$0.without], pairs: $0.pairs, ahead: codes[$0.ahead], behind: codes[$0.behind])
        }
        weights = results.weights.map {
            Weight(node: $0.node, intended: $0.intended, effective: $0.effective.isFinite ? $0.effective : nil)
        }
    }
}
