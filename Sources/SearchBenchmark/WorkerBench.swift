internal import Coordination
internal import Trials
internal import WireProtocol

/// A worker of a replayed search and its current training.
struct WorkerBench: Sendable {
    private let number: Int
    private var attempt: Attempt?
    private var training: ReplayedTraining?
    private var cap: Int?
    private var effort = Int.max
    /// When the training began.
    private(set) var startedAt = Instant.zero
    /// When it ends, with the cap known so far.
    private(set) var endsAt = Instant.zero
    /// Grows with each training and each change of its end.
    private(set) var version = 0

    init(number: Int) {
        self.number = number
    }

    /// The hello message of the worker.
    var hello: Coordinator.Input {
        guard let name = WorkerID(rawValue: "worker-\(number + 1)") else {
            preconditionFailure("worker-\(number + 1) is no name")
        }
        return .received(
            .hello(worker: name, incarnation: 1, capacity: 1, holding: []), from: peer)
    }

    private var peer: PeerID {
        PeerID(rawValue: [UInt8(number >> 8 & 255), UInt8(number & 255)])
    }

    /// The number of the worker with a routing id.
    static func number(of peer: PeerID) -> Int {
        Int(peer.rawValue[0]) << 8 | Int(peer.rawValue[1])
    }

    /// Begins a training.
    mutating func begin(
        _ attempt: Attempt, _ training: ReplayedTraining, cap: Int?,
        effort: Int, at now: Instant
    ) {
        precondition(self.training == nil, "worker \(number) got a second lease")
        self.attempt = attempt
        self.training = training
        self.cap = cap
        self.effort = effort
        startedAt = now
        schedule()
    }

    /// Lowers the cap.
    mutating func lower(cap: Int) {
        guard training != nil, cap < self.cap ?? .max else { return }
        self.cap = cap
        schedule()
    }

    private mutating func schedule() {
        guard let training else { return }
        let seconds = training.ending(cap: cap, effort: effort).seconds
        // A training takes at least 1 μs; otherwise a search that only asks would never end.
        endsAt = startedAt + .nanoseconds(max(1000, Int64(seconds * 1e9)))
        version += 1
    }

    /// The report of the training that ends now, with the time it took.
    func report(at now: Instant) -> TrainingReport? {
        guard var report = training?.ending(cap: cap, effort: effort).report else { return nil }
        let taken = Double((now - startedAt) / .nanoseconds(1)) / 1e9
        report.seconds = taken
        report.cpuSeconds = taken
        return report
    }

    /// Delivers the report; the worker is then free for another training.
    mutating func deliver(_ report: TrainingReport) -> Coordinator.Input {
        guard let attempt else { preconditionFailure("worker \(number) trains nothing") }
        self.attempt = nil
        training = nil
        cap = nil
        version += 1
        return .received(.report(attempt: attempt, report: report), from: peer)
    }
}
