import Foundation

/// The scripts that Scripts/check runs, and so proves.
enum CheckedScripts {
    static func contains(_ script: String) -> Bool {
        all.contains(script)
    }

    /// Whether Scripts/check, or a script that it runs, has a line with the same command and the same options.
    static func run(_ words: [String]) -> Bool {
        (["Scripts/check"] + all).flatMap(lines).contains { line in
            let own = line.split(separator: " ").map(String.init)
            return Array(own.prefix(2)) == Array(words.prefix(2)) && Set(words).isSubset(of: own)
        }
    }

    private static let all = lines(of: "Scripts/check").flatMap { line in
        line.split(separator: " ").filter { $0.hasPrefix("Scripts/") }.map(String.init)
    }

    private static func lines(of script: String) -> [String] {
        ((try? Repository.text(script)) ?? "").split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.hasPrefix("#") }
    }
}
