import Coordination
import Studies
import StudyStore
import Testing

extension FuzzTarget {
    /// An event of a journal; if it can be read, it replaces the original, and the study is
    /// replayed.
    static let journal = FuzzTarget(name: "journal") {
        InputMutation(
            goldens: JournalLines.texts.map { Array($0.utf8) }, tokens: TextTokens.all,
            brackets: JSONText.brackets)
    } reads: { bytes, golden in
        // Its lines have format 2, which names every field.
        var codec = EventCodec()
        guard let event = try? codec.event(from: bytes) else { return false }
        let again = try codec.event(from: codec.text(of: event))
        #expect(again == event)
        var changed = JournalLines.events
        changed[golden] = event
        return try replays(changed)
    }

    /// Uses a journal as `replay`, `status` and `best` do.
    private static func replays(_ events: [StudyEvent]) throws -> Bool {
        guard let history = try? StudyHistory(replaying: events) else { return false }
        let state = history.state
        _ = state.best
        _ = history.certificate()
        _ = state.nextCertification()
        _ = state.phase
        let coordinator = try? Coordinator(replaying: events, at: .zero)
        guard var coordinator else { return false }
        #expect(coordinator.study == state)
        _ = coordinator.handle(.deadlineReached, at: .zero)
        return true
    }
}
