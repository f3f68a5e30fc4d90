import AssessmentCore

/// What a unit reported of one class of requests in a period.
struct RequestCounts {
    let serviceClass: ServiceClass
    let requests: Double
    let answered: Double
    /// Why a figure is missing; nothing where both are there.
    let gap: (reason: Reason, note: BilingualText)?
    let isImputed: Bool

    init(_ serviceClass: ServiceClass, _ data: MeasurementData, row: Int) {
        self.serviceClass = serviceClass
        let variables = [serviceClass.requests, serviceClass.answeredInTime]
        let columns = variables.map(data.column)
        requests = columns[0].values[row]
        answered = columns[1].values[row]
        isImputed = columns.contains { $0.states[row] == .imputed }
        var gap: (reason: Reason, note: BilingualText)?
        for (variable, column) in zip(variables, columns) where column[row] == nil && gap == nil {
            let reason = column.reasons[row] ?? .notCollected
            gap = (
                reason,
                BilingualText(
                    zh: "\(variable.name.zh)：\(reason.name.zh)", en: "\(variable.name.en): \(reason.name.en)")
            )
        }
        self.gap = gap
    }

    var share: Double { answered / requests }

    /// Why the two figures cannot both be true; nothing where they can.
    var contradiction: BilingualText? {
        guard requests < 0 || answered < 0 || answered > requests else { return nil }
        let (answered, requests) = (Formula.text(of: answered), Formula.text(of: requests))
        return BilingualText(
            zh: "\(serviceClass.name.zh)：按时响应\(answered)件，请求\(requests)件，不可能",
            en: "\(serviceClass.name.en): \(answered) of \(requests) in time is impossible")
    }
}
