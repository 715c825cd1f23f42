import ArgumentParser
import Logging

/// How much a command tells on stderr.
struct LogOptions: ParsableArguments {
    @Option(help: "How much to tell: debug, info, notice, warning or error.")
    var logLevel: LogLevel = .info

    /// A logger with this level.
    func logger(_ label: String) -> Logger {
        Self.logger(label, level: logLevel)
    }

    /// A logger that writes lines to stderr.
    static func logger(_ label: String, level: LogLevel) -> Logger {
        var logger = Logger(label: label, factory: StreamLogHandler.standardError(label:))
        logger.logLevel = level.level
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

/// Writes what a person should know as plain lines, between two states of a progress line.
struct PlainLogHandler: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        if Terminal.isWatched { Terminal.write(ProgressLine.erasure) }
        Terminal.complain("\(event.message)")
    }

    /// A logger for a command that shows its progress.
    static func logger(_ label: String) -> Logger {
        Logger(label: label) { _ in PlainLogHandler(logLevel: .notice) }
    }
}
