import AssessmentCommands
import AssessmentPluginKit

// One program that is the workbench with the domain linked in, the domain as a process, and the writer of the data, so
// that both ways run the same code.
switch CommandLine.arguments.dropFirst().first {
case "serve": await PluginService.run(BenchmarkDomain(id: "Hosted"))
case "generate":
    let size = CommandLine.arguments.dropFirst(2).compactMap { Int($0) }
    try Generator(units: size.first ?? 2843, years: size.dropFirst().first ?? 5).write(
        to: CommandLine.arguments.last ?? "data")
default: await AssessmentCommand.run(plugins: [BenchmarkDomain(id: "Linked")])
}
