internal import ArgumentParser
internal import AssessmentCollection
internal import AssessmentCore
internal import AssessmentWorkbench

struct StandardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standard",
        abstract: "Print or write the statistical standard that the plug-ins of a specification need (统计标准).",
        discussion: """
            Every variable and register with its code, names, definition, unit of measure and reporting department, and \
            the indicators that need it. What the framework uses is collected; the digest at the end ties forms to it.
            """)

    @OptionGroup var source: SpecificationOptions

    @Option(
        name: .shortAndLong,
        help: "The folder for variables.csv, registers.csv, standard.html and the dictionary standard.json.",
        completion: .directory)
    var output: String?

    @Option(
        help: "The language of what is printed, zh or en; the leading one of the specification where none is given.")
    var language: Language?

    @Flag(name: .customLong("all"), help: "Also what the framework does not use.")
    var isWhole = false

    func run() async throws {
        try await Terminal(writesFiles: output != nil).reporting {
            let workbench = try AssessmentCommand.workbench()
            if let output { try workbench.check(outputFolder: output) }
            let loaded = try await source.load(workbench, comparingScheme: false, collecting: true)
            let standard = loaded.standard
            if let output {
                let files = standard.files(languages: loaded.specification.languages)
                try workbench.write(files, to: output)
                print("\(files.count) files written; begin with \(output)/\(files.first?.path ?? "")")
            } else {
                print(table(standard, language ?? loaded.specification.languages.first ?? .chinese), terminator: "")
            }
            let (variables, registers) = (standard.collected.count, standard.collectedRegisters.count)
            print(
                "\(variables) \(variables == 1 ? "variable" : "variables") and \(registers) "
                    + "\(registers == 1 ? "register" : "registers") are collected; standard \(standard.digest)")
        }
    }

    private func table(_ standard: StatisticalStandard, _ language: Language) -> String {
        let variables = standard.items.filter { $0.isCollected || isWhole }.map { item in
            let variable = item.variable
            return [
                variable.id, variable.name[language], variable.unitOfMeasure.symbol[language],
                variable.reportedBy[language],
            ]
        }
        let registers = standard.registers.filter { $0.isCollected || isWhole }.map { item in
            let register = item.register
            let fields = register.fields.map { $0.name[language] }.joined(separator: language == .chinese ? "、" : ", ")
            return [register.id, register.name[language], fields, register.keptBy[language]]
        }
        return TextTable.text(variables) + (registers.isEmpty ? "" : "\n" + TextTable.text(registers))
    }
}
