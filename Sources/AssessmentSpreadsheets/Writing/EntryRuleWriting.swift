#if Excel
internal import AssessmentCore
internal import CXLSXWriter
internal import Foundation

/// What may be entered into cells.
extension WorkbookWriting {
    func add(_ rule: EntryRule, _ sheet: Sheet, _ target: UnsafeMutablePointer<lxw_worksheet>) {
        var validation = lxw_data_validation()
        var owned: [UnsafeMutablePointer<CChar>?] = []
        var listed: [UnsafeMutablePointer<CChar>?] = []
        defer { for text in owned + listed { free(text) } }
        func copy(_ text: String, _ limit: Int) -> UnsafeMutablePointer<CChar>? {
            owned.append(strdup(CellText.clean(text, limit: limit)))
            return owned.last ?? nil
        }
        let place =
            "\(sheet.name)!\(CellPlace.letters(rule.block.columns.lowerBound))\(rule.block.rows.lowerBound + 1)"
        if let prompt = rule.prompt {
            (validation.input_title, validation.input_message) = (copy(prompt.title, 32), copy(prompt.text, 250))
        }
        if let refusal = rule.refusal {
            (validation.error_title, validation.error_message) = (copy(refusal.title, 32), copy(refusal.text, 250))
        }
        if !rule.stops { validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue) }
        func set(_ type: lxw_validation_types, _ least: Double?, _ most: Double?) {
            validation.validate = UInt8(type.rawValue)
            switch (least, most) {
            case (let least?, let most?):
                validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
                (validation.minimum_number, validation.maximum_number) = (least, most)
            case (nil, let most?):
                validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO.rawValue)
                validation.value_number = most
            case (let least, nil):
                // Where both ends are open, any number is taken.
                validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
                validation.value_number = least ?? -1e300
            }
            if ![least, most].compactMap({ $0 }).allSatisfy(\.isFinite) { fail("\(place): the range has no number") }
        }
        switch rule.kind {
        case .decimal(let least, let most): set(LXW_VALIDATION_TYPE_DECIMAL, least, most)
        case .whole(let least, let most): set(LXW_VALIDATION_TYPE_INTEGER, least, most)
        case .length(let least, let most):
            set(LXW_VALIDATION_TYPE_LENGTH, least.map(Double.init), most.map(Double.init))
        case .date(let first, let last):
            set(
                LXW_VALIDATION_TYPE_DATE_NUMBER, first.map { Double(SerialDate.number(of: $0) ?? 1) } ?? 1,
                last.map { Double(SerialDate.number(of: $0) ?? 1) })
        case .texts(let texts):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            let clean = texts.map { CellText.clean($0) }
            if clean.isEmpty || clean.contains(where: { $0.isEmpty || $0.contains(where: { ",\"\n".contains($0) }) }) {
                fail("\(place): a list of texts is empty, or a text of it is empty or holds a comma or quotation mark")
                return
            }
            if clean.joined(separator: ",").utf16.count > 255 {
                fail("\(place): a list of texts is longer than 255 characters; put it into cells and name them")
                return
            }
            listed = clean.map { strdup($0) } + [nil]
        case .list(let formula):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            owned.append(strdup("=" + formula))
            validation.value_formula = owned.last ?? nil
        }
        let block = rule.block
        listed.withUnsafeMutableBufferPointer { texts in
            validation.value_list = texts.baseAddress
            check(
                worksheet_data_validation_range(
                    target, UInt32(block.rows.lowerBound), UInt16(block.columns.lowerBound),
                    UInt32(block.rows.upperBound), UInt16(block.columns.upperBound), &validation),
                "\(place): what may be entered")
        }
    }
}
#endif
