import ArgumentParser
import Logging

/// How much a command logs to stderr.
struct LogOptions: ParsableArguments {
    @Option(help: "How much to log: debug, info, notice, warning or error.")
    var logLevel: LogLevel = .info

    /// A logger that writes lines to stderr.
    func logger(_ label: String) -> Logger {
        var logger = Logger(label: label, factory: StreamLogHandler.standardError(label:))
        logger.logLevel = logLevel.level
        return logger
    }
}
