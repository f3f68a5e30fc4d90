internal import ArgumentParser

struct PluginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin",
        abstract: "Write, check and allow domain plug-ins.",
        subcommands: [PluginNewCommand.self, PluginCheckCommand.self, PluginTrustCommand.self])
}
