import Coordination
import Studies
import Testing
import Trials
import WireProtocol

extension FuzzTarget {
    /// Messages of an admitted worker; a valid report is repeated for every trial, until the study
    /// is finished.
    static let coordinator = FuzzTarget(name: "coordinator") {
        let page = Checkout.text(of: "cluster/PROTOCOL.md")
        let examples = page.split(separator: "\n").filter { $0.hasPrefix("{") }
            .map { $0.replacing("\"attempt\":2", with: "\"attempt\":1") }
        return InputMutation(
            goldens: ["hello", "progress", "report", "release", "report"].flatMap { type in
                examples.filter { $0.contains("\"type\":\"\(type)\"") }.map { Array($0.utf8) }
            }, tokens: TextTokens.all, brackets: JSONText.brackets)
    } reads: { bytes, _ in
        guard let message = try? MessageCodec.decodeWorkerMessage([bytes]) else { return false }
        var stage = try FuzzedStudy()
        stage.hear(message)
        if case .report(_, let report) = message { stage.finish(with: report) }
        let replayed = try StudyHistory(replaying: stage.journal)
        #expect(replayed.state == stage.coordinator.study)
        _ = replayed.certificate()
        return true
    }
}

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
