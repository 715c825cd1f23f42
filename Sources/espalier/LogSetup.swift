import ArgumentParser
import Logging

/// How much a command tells on stderr.
struct LogOptions: ParsableArguments {
    @Option(help: "How much to tell: debug, info, notice, warning or error.")
    var logLevel: LogLevel = .info

    /// A logger that writes lines to stderr.
    func logger(_ label: String) -> Logger {
        var logger = Logger(label: label, factory: StreamLogHandler.standardError(label:))
        logger.logLevel = logLevel.level
        return logger
    }
}

/// The levels of swift-log that make sense here.
enum LogLevel: String, ExpressibleByArgument, CaseIterable {
    case debug, info, notice, warning, error

    var level: Logger.Level {
        switch self {
        case .debug: .debug
        case .info: .info
        case .notice: .notice
        case .warning: .warning
        case .error: .error
        }
    }
}
