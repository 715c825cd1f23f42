import Logging

/// Writes log messages as plain diagnostics, for commands whose stderr a person reads.
struct PlainLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .notice

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        // A progress line may stand where the diagnostic goes.
        if Terminal.isWatched { Terminal.write(ProgressLine.erasure) }
        Terminal.complain("\(event.message)")
    }

    /// A logger that writes notices, warnings and worse.
    static func logger(_ label: String) -> Logger {
        Logger(label: label, factory: { _ in PlainLog() })
    }
}
