internal import FoundationEssentials
internal import PlainJSON
internal import ScheduleSearch
package import Studies
package import Trials

/// Writes events as text for the journal and reads them back, starting with the first event.
///
/// The text is the event's JSON with sorted keys. Whole numbers keep all 64 bits; other numbers
/// have enough digits to be read back exactly. The schedule of a proposal names only values that
/// differ from the base of the study's search space, because most of the fifty parameters never
/// vary. (Formats 1 and 2 named all.) A report with a course is written without its curve
/// (`CurveText`), because replaying events does not need it; up to format 3 each report had its
/// whole curve. `StudyEvent+Form.swift` says which fields an event has.
package struct EventCodec {
    // Both are reused: creating one takes as long as a small event.
    private static let encoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()
    private static let decoder = JSONDecoder()

    /// The schedule from which proposals differ; known after the definition was written or read.
    private var base: GrowthSchedule

    /// Starts at the beginning of a journal, or after its definition.
    package init(base: GrowthSchedule = .earlier) {
        self.base = base
    }

    /// Writes the next event.
    ///
    /// - Precondition: every number is finite.
    package mutating func text(of event: StudyEvent) -> [UInt8] {
        heed(event)
        switch event.kind {
        case .defined, .budgeted: return encoded(event)
        case .proposed, .leased, .lost, .reported, .repeated, .abandoned, .suspended: break
        }
        return FieldWalk.write(capacity: Self.capacity(for: event)) { walk in
            _ = try StudyEvent(&walk, event, base: base)
        }
    }

    private static func capacity(for event: StudyEvent) -> Int {
        switch event {
        case .proposed: 768
        // The curve is stored separately if decisions do not need it.
        case .reported(_, _, let report):
            768 + (report.course == nil ? 128 * report.curve.count : 0)
        default: 128
        }
    }

    private func encoded(_ event: StudyEvent) -> [UInt8] {
        do {
            return Array(try Self.encoder.encode(event))
        } catch {
            preconditionFailure("the event \(event.kind) cannot be written: \(error)")
        }
    }

    /// Reads the next event.
    ///
    /// - Throws: `DecodingError`.
    package mutating func event(from text: [UInt8]) throws -> StudyEvent {
        let plain = try? FieldWalk.read(text) { walk in
            try StudyEvent(&walk, nil, base: base)
        }
        if let plain { return plain }
        let event = try decoder().decode(StudyEvent.self, from: Data(text))
        heed(event)
        return event
    }

    private mutating func heed(_ event: StudyEvent) {
        if case .defined(let definition) = event { base = definition.space.base }
    }

    private func decoder() -> JSONDecoder {
        guard base != .earlier else { return Self.decoder }
        let decoder = JSONDecoder()
        decoder.userInfo[.baseSchedule] = base
        return decoder
    }
}

extension StudyEvent {
    /// The trial of the event; `nil` if it has none.
    var trial: TrialID? {
        switch self {
        case .defined, .budgeted, .suspended: nil
        case .proposed(let trial, _, _, _, _), .abandoned(let trial, _): trial
        case .leased(let attempt, _), .lost(let attempt, _, _), .reported(let attempt, _, _),
            .repeated(let attempt, _, _, _):
            attempt.trial
        }
    }
}
