/// What a file is that is no workbook of the form that is read, told from its bytes.
enum FileForm {
    /// What is wrong with a file that is no package of parts; nothing where it begins as one.
    static func problem(_ bytes: [UInt8]) -> PartProblem? {
        if bytes.isEmpty { return PartProblem("the file is empty", expected: "a workbook (.xlsx)") }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return nil }
        if bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return PartProblem("the file is an archive without anything in it", expected: "a workbook (.xlsx)")
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return compound(bytes) }
        let start = bytes.prefix(4096).drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let text = String(decoding: start, as: UTF8.self).lowercased()
        if text.hasPrefix("<!doctype html") || text.contains("<html") || text.hasPrefix("<table") {
            return PartProblem(
                "the file is a web page under the name of a workbook",
                expected: "a workbook; open the file in a spreadsheet program and save it as .xlsx")
        }
        if text.hasPrefix("<") {
            return PartProblem(
                "the file is XML under the name of a workbook",
                expected: "a workbook; open the file in a spreadsheet program and save it as .xlsx")
        }
        if text.hasPrefix("%pdf") { return PartProblem("the file is a PDF document", expected: "a workbook (.xlsx)") }
        if !bytes.prefix(4096).contains(where: { $0 < 9 }) {
            return PartProblem(
                "the file is plain text, perhaps a CSV file, under the name of a workbook",
                expected: "a workbook (.xlsx); if it is a CSV file, give it a name that ends in .csv")
        }
        return PartProblem("the file is no workbook", expected: "a workbook (.xlsx)")
    }

    /// An encrypted workbook and one of the old form have the same envelope; the names of its streams tell them apart.
    private static func compound(_ bytes: [UInt8]) -> PartProblem {
        func holds(_ name: String) -> Bool {
            let wanted = name.utf8.flatMap { [$0, UInt8(0)] }
            guard let first = wanted.first else { return false }
            return bytes.withUnsafeBufferPointer { all in
                var from = 0
                // Entries of the directory, each with its name first, stand at multiples of 128 bytes.
                while from + wanted.count <= all.count {
                    if all[from] == first, all[from..<(from + wanted.count)].elementsEqual(wanted) { return true }
                    from += 128
                }
                return false
            }
        }
        if holds("EncryptedPackage") {
            return PartProblem(
                "the workbook is encrypted with a password",
                expected: "a workbook without one; open it, remove the password and save it")
        }
        if holds("Workbook") || holds("Book") {
            return PartProblem(
                "the workbook is of the form of before 2007 (.xls)",
                expected: "a workbook saved as .xlsx")
        }
        return PartProblem(
            "the file is a workbook of the form of before 2007 (.xls), or encrypted with a password",
            expected: "a workbook without a password, saved as .xlsx")
    }

    /// What is wrong with the main part by its type; nothing where it is that of a workbook.
    static func problem(ofType type: String) -> PartProblem? {
        let type = type.lowercased()
        switch true {
        case type.contains("sheet.binary"):
            return PartProblem("the workbook is of the binary form (.xlsb)", expected: "a workbook saved as .xlsx")
        case type.contains("spreadsheetml.") && type.hasSuffix(".main+xml"),
            type.contains("vnd.ms-excel.")
            && type.hasSuffix(".macroenabled.main+xml"):
            return nil
        case type.contains("wordprocessingml"), type.contains("ms-word"):
            return PartProblem("the file is a text document (.docx)", expected: "a workbook (.xlsx)")
        case type.contains("presentationml"), type.contains("ms-powerpoint"):
            return PartProblem("the file is a presentation (.pptx)", expected: "a workbook (.xlsx)")
        default: return PartProblem("its main part is no workbook", expected: "a workbook (.xlsx)")
        }
    }

    /// What is wrong with an archive that lacks what a workbook has, by the names and what its type says of itself.
    static func problem(of parts: [String], type: String) -> PartProblem {
        if type.contains("opendocument.spreadsheet") {
            return PartProblem("the workbook is an OpenDocument one (.ods)", expected: "a workbook saved as .xlsx")
        }
        if type.contains("opendocument") {
            return PartProblem("the file is an OpenDocument document", expected: "a workbook (.xlsx)")
        }
        if parts.contains(where: { $0.lowercased().hasSuffix(".xlsx") }) {
            return PartProblem(
                "the file is an archive that holds workbooks", expected: "the workbook itself; unpack the archive")
        }
        return PartProblem(
            "the file is an archive without the parts of a workbook", expected: "a workbook (.xlsx)")
    }
}
