import AssessmentCore
import AssessmentHosting
import Testing

@Suite("What a process declares is a plug-in like any other")
struct HostedPluginTests {
    @Test("Its checks of collected values are those that it said, under the prefix that the specification gives it")
    func checks() async throws {
        let process = PluginProcess(
            ShellPlugin.program(atMeasure: ShellPlugin.say(ShellPlugin.right)), prefix: "old_",
            isolation: .none(because: "a test"), workbench: "test")
        let plugin = try await process.plugin()
        try? await process.end()
        #expect(plugin.checks.map(\.id) == ["old_shell.homes_whole"])
        #expect(plugin.checks.map(\.rule) == [.wholeNumber("homes")])
        #expect(plugin.checks.map(\.name.en) == ["Homes a whole number from 0"])
    }
}
