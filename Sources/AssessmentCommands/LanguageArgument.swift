public import ArgumentParser
public import AssessmentCore

/// Lets the command line take a language as `zh` or `en`.
extension Language: ExpressibleByArgument {}
