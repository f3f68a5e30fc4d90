internal import AssessmentCore

extension Sequence<Language> {
    /// The languages in their order, each once: a language named twice is still one file.
    var eachOnce: [Language] {
        var languages: [Language] = []
        for language in self where !languages.contains(language) { languages.append(language) }
        return languages
    }
}
