import Coordination
import Studies
import Trials
import WireProtocol

/// Describes each event of a run in one line, for a person who looks for a mistake.
extension ClusterEvent {
    var words: String {
        switch self {
        case .reachesCoordinator(let message, let connection, _):
            "\(connection.words) sends \(message.words)"
        case .garblesCoordinator(let connection, _):
            "\(connection.words) sends bytes that are not a message"
        case .reachesWorker(let message, let connection):
            "\(connection.words) receives \(message.words)"
        case .commits: "the coordinator commits"
        case .coordinatorWakes: "the coordinator wakes"
        case .coordinatorLeaves: "the coordinator leaves"
        case .coordinatorStarts: "the coordinator starts"
        case .inWorker(let worker, _, let news): "worker-\(worker) \(news.words)"
        case .workerStarts(let worker): "worker-\(worker) starts"
        case .faultsStrike: "faults may strike"
        case .faultsEnd: "the faults are over"
        }
    }
}

extension WorkerEvent {
    var words: String {
        switch self {
        case .wakes: "wakes"
        case .advances(let attempt): "advances \(name(attempt))"
        case .trains(let attempt): "has trained \(name(attempt))"
        }
    }
}

extension WorkerLink {
    var words: String { "worker-\(worker) (connection \(number))" }
}

extension WorkerMessage {
    var words: String {
        switch self {
        case .hello(_, let incarnation, let capacity, let holding):
            "hello \(incarnation) for \(capacity) holding \(list(holding))"
        case .progress(let holding): "progress \(list(holding))"
        case .report(let attempt, _): "report \(name(attempt))"
        case .release(let attempt, _, let cause):
            "release \(name(attempt)) (\(cause.rawValue))"
        case .fetch(_, let offset): "fetch from \(offset)"
        case .goodbye: "goodbye"
        }
    }
}

extension CoordinatorMessage {
    var words: String {
        switch self {
        case .welcome: "welcome"
        case .identify: "identify"
        case .lease(let attempt, _): "lease \(name(attempt))"
        case .acknowledge(let attempt): "acknowledge \(name(attempt))"
        case .revoke(let attempt): "revoke \(name(attempt))"
        case .cap(let attempt, let cap): "cap \(name(attempt)) at \(cap)"
        case .chunk(_, let offset, _, let bytes): "chunk of \(bytes.count) from \(offset)"
        case .drain: "drain"
        case .finished: "finished"
        case .refused(let reason): "refused: \(reason)"
        }
    }
}

extension Coordinator.Directive {
    var words: String {
        switch self {
        case .record(let event): "records \(event.words)"
        case .send(let message, let peer):
            "sends \(WorkerLink(peer)?.words ?? "an unknown peer") \(message.words)"
        case .sendChunk(_, let offset, _): "sends a chunk from \(offset)"
        case .note(let notice): "notes: \(notice)"
        case .finish: "finishes"
        }
    }
}

extension StudyEvent {
    var words: String {
        switch self {
        case .defined: "defined"
        case .budgeted(let budget): "budgeted \(budget.trials)"
        case .proposed(let trial, _, _, _, _): "proposed \(trial.rawValue)"
        case .leased(let attempt, let worker):
            "leased \(name(attempt)) to \(worker.rawValue)"
        case .lost(let attempt, let worker, let reason):
            "lost \(name(attempt)) on \(worker.rawValue) (\(reason.rawValue))"
        case .reported(let attempt, let worker, _):
            "reported \(name(attempt)) by \(worker.rawValue)"
        case .repeated(let attempt, let worker, _, _):
            "repeated \(name(attempt)) by \(worker.rawValue)"
        case .abandoned(let trial, let attempts):
            "abandoned \(trial.rawValue) after \(attempts)"
        case .suspended(let worker, let losses):
            "suspended \(worker.rawValue) after \(losses)"
        }
    }
}

extension WorkerSession.Directive {
    var words: String {
        switch self {
        case .send(let message): "sends \(message.words)"
        case .load: "loads the dataset"
        case .train(let attempt, _): "trains \(name(attempt))"
        case .abort(let attempt): "aborts \(name(attempt))"
        case .cap(let attempt, let cap): "caps \(name(attempt)) at \(cap)"
        case .watch: "watches"
        case .note(let text): "notes: \(text)"
        case .leave: "leaves"
        }
    }
}

/// A trial and its attempt: 7.2 is the second attempt of trial 7.
private func name(_ attempt: Attempt) -> String {
    "\(attempt.trial.rawValue).\(attempt.number.rawValue)"
}

private func list(_ holding: [AttemptProgress]) -> String {
    "[" + holding.map { name($0.attempt) }.joined(separator: " ") + "]"
}
