import Coordination
import Studies
import Testing
import Trials
import WireProtocol

/// A study with some trials over, and one worker.
struct FuzzedStudy {
    private(set) var coordinator: Coordinator
    private(set) var journal: [StudyEvent]
    private let peer = PeerID(rawValue: [1])

    init() throws {
        journal = JournalLines.events
        coordinator = try Coordinator(replaying: journal, at: .zero)
        hear(
            .hello(
                worker: try #require(WorkerID(rawValue: "oak")), incarnation: 1, capacity: 2,
                holding: []))
    }

    mutating func hear(_ message: WorkerMessage) {
        let directives = coordinator.handle(.received(message, from: peer), at: .zero)
        for case .record(let event) in directives { journal.append(event) }
    }

    /// Sends the same report for every leased trial.
    mutating func finish(with report: TrainingReport) {
        for _ in 0..<20 {
            for record in coordinator.study.openTrials {
                guard case .running(let attempt, _) = record.status else { continue }
                hear(
                    .report(attempt: Attempt(trial: record.trial, number: attempt), report: report))
            }
        }
    }
}
