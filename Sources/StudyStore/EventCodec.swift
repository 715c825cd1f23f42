internal import FoundationEssentials
package import Studies
internal import Trials

/// Writes events as the text in the journal and reads them back.
///
/// The text is the event's own JSON with sorted keys. Whole numbers keep all of their 64 bits, and
/// other numbers are written with as many digits as it takes to read the same number. What comes
/// with every trial is written and read by hand (`PlainEvents.swift`).
package enum EventCodec {
    // Both are reused: making one costs as much as a small event.
    private static let encoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()
    private static let decoder = JSONDecoder()

    /// Writes an event.
    ///
    /// - Precondition: every number is finite.
    package static func text(of event: StudyEvent) -> [UInt8] {
        if let text = event.plainText { return text }
        do {
            return Array(try encoder.encode(event))
        } catch {
            preconditionFailure("the event \(event.kind) cannot be written: \(error)")
        }
    }

    /// Reads an event.
    ///
    /// - Throws: `DecodingError`.
    package static func event(from text: [UInt8]) throws -> StudyEvent {
        if let event = try? StudyEvent(plain: text) { return event }
        return try decoder.decode(StudyEvent.self, from: Data(text))
    }
}

extension StudyEvent {
    /// What kind of fact this is; the outermost key of its text.
    var kind: String {
        switch self {
        case .defined: "defined"
        case .budgeted: "budgeted"
        case .proposed: "proposed"
        case .leased: "leased"
        case .lost: "lost"
        case .reported: "reported"
        case .repeated: "repeated"
        case .abandoned: "abandoned"
        case .suspended: "suspended"
        }
    }

    /// The trial that the fact is about.
    var trial: TrialID? {
        switch self {
        case .defined, .budgeted, .suspended: nil
        case .proposed(let trial, _, _, _), .leased(let trial, _, _), .lost(let trial, _, _, _),
            .reported(let trial, _, _, _), .repeated(let trial, _, _, _, _),
            .abandoned(let trial, _):
            trial
        }
    }
}
