internal import AssessmentSpreadsheets
internal import Foundation

// Reads the first sheet of a workbook and prints how many numbers and texts it has, the sum of the numbers and the bytes
// of the texts, so that another reader of the same file can be compared.
guard let path = CommandLine.arguments.dropFirst().first, let stream = fopen(path, "rb"),
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
else {
    print("usage: spreadsheet-reading WORKBOOK")
    exit(64)
}
let content = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    count = fread(buffer.baseAddress, 1, size, stream)
}
do throws(SpreadsheetFailure) {
    let file = try SpreadsheetFile(bytes: content, name: path)
    guard let head = file.firstVisible else { exit(1) }
    let table = try file.table(of: head)
    var (numbers, texts, sum, bytes) = (0, 0, 0.0, 0)
    for index in 0..<table.count {
        switch table.cell(at: index).cell.value {
        case .number(let number):
            numbers += 1
            sum += number
        case .text(let text):
            texts += 1
            bytes += text.utf8.count
        default: continue
        }
    }
    print(numbers, texts, sum, bytes)
} catch {
    print(error)
    exit(65)
}
