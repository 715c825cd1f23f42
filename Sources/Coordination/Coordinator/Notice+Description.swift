import Studies
import Trials

extension Coordinator.Notice: CustomStringConvertible {
    /// The notice as one line of text.
    package var description: String {
        switch self {
        case .joined(let worker, let capacity):
            "worker \(worker.rawValue) joined (takes \(capacity) leases)"
        case .left(let worker): "worker \(worker.rawValue) left"
        case .garbled(let reason): "refused a message: \(Self.line(reason))"
        case .released(let trial, let worker, let reason):
            "worker \(worker.rawValue) gave trial \(trial.rawValue) back: \(Self.line(reason))"
        case .lost(let attempt, let worker, let reason):
            """
            \(attempt.words) on worker \(worker.rawValue) was lost: \(reason.words)
            """
        case .abandoned(let trial, let reason):
            """
            trial \(trial.rawValue) is given up, because it lost too many attempts, the last one \
            because \(reason.words); the study continues without it
            """
        case .disputed(let trial, let worker, let first):
            """
            trial \(trial.rawValue) gave another result on worker \(worker.rawValue) than on \
            worker \(first.rawValue): a machine is broken, or runs another version
            """
        case .suspended(let worker, let losses):
            """
            worker \(worker.rawValue) lost \(losses) different trials in a row while others \
            reported, and is suspended: check its log and its machine
            """
        }
    }

    /// A peer's text, shortened, without characters that could start a new line or control a
    /// terminal.
    private static func line(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars.prefix(300) {
            let isPlain = (0x20..<0x7F).contains(scalar.value) || scalar.properties.isAlphabetic
            if isPlain {
                line.unicodeScalars.append(scalar)
            } else {
                line += scalar.escaped(asASCII: true)
            }
        }
        return text.unicodeScalars.count > 300 ? line + "…" : line
    }

    /// Whether the user should investigate.
    package var isWarning: Bool {
        switch self {
        case .joined, .left, .lost(_, _, .released(.returned)), .lost(_, _, .unstarted): false
        case .garbled, .released, .lost, .abandoned, .disputed, .suspended: true
        }
    }
}
