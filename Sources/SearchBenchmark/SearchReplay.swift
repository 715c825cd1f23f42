internal import ClusterSimulation
internal import Coordination
internal import Randomness
package import ScheduleSearch
internal import Studies
internal import Trials
internal import WireProtocol

/// Runs the real coordinator in virtual time, with workers that look their trainings up in a table.
///
/// Messages take no time and never fail. A training takes the recorded processor time, or less if a
/// cap stops it. A schedule is replaced by the nearest cell of the grid.
package struct SearchReplay {
    /// Number of points of the budget at which the best schedule is recorded.
    private static let notes = 40

    private let table: TrainingTable
    private let setting: ReplaySetting
    private var coordinator: Coordinator
    private var seeds: SeedAssignment
    private var queue = EventQueue<Ended>()
    private var benches: [WorkerBench]
    private var now = Instant.zero
    private var spent = ComputeMeter()
    private var anytime: [(computeSeconds: Double, cell: Int?)] = []
    private var isFinished = false

    /// A planned end of a training; it is void if the worker's version has changed since.
    private struct Ended {
        let worker: Int
        let version: Int
    }

    /// Begins a study of the table's space.
    ///
    /// - Parameter strategy: chooses the schedules instead of the strategy of the setting.
    /// - Throws: `TableError.unreadableTarget` if the table cannot answer for the target.
    package init(
        _ setting: ReplaySetting, over table: TrainingTable,
        choosing strategy: (any SearchStrategy)? = nil
    ) throws(TableError) {
        try table.check(setting.target)
        self.table = table
        self.setting = setting
        seeds = SeedAssignment(count: table.seedCount, repeat: setting.number)
        benches = (0..<setting.workers).map(WorkerBench.init(number:))
        do throws(JournalError) {
            coordinator = try Coordinator(
                replaying: [
                    .defined(definition: table.definition(setting)),
                    .budgeted(budget: StudyBudget(computeSeconds: setting.computeSeconds)),
                ], settings: CoordinatorSettings(leaseDuration: .seconds(100_000_000)),
                choosing: strategy, at: now)
        } catch {
            preconditionFailure("a study could not begin: \(error)")
        }
    }

    /// Runs until the budget is spent or the study has finished.
    package mutating func run() -> ReplayOutcome {
        for bench in benches { handle(bench.hello) }
        while !isFinished, let (time, ended) = queue.next() {
            guard benches[ended.worker].version == ended.version else { continue }
            guard spent.seconds(at: time.nanoseconds) < setting.computeSeconds else { break }
            now = Instant(nanoseconds: time.nanoseconds)
            finish(ended.worker)
            noteIncumbents()
        }
        while anytime.count < Self.notes { anytime.append((nextNote, incumbentCell)) }
        // No lease is ever lost here, so each trial that is over has a report.
        return ReplayOutcome(
            trials: coordinator.study.trialsOver,
            searchTrials: coordinator.study.searchTrialsOver,
            computeSeconds: min(setting.computeSeconds, spent.seconds(at: now.nanoseconds)),
            returned: incumbentCell, anytime: anytime)
    }

    private var incumbentCell: Int? {
        coordinator.study.best.map { table.grid.cell(nearest: $0.schedule) }
    }

    private var nextNote: Double {
        setting.computeSeconds * Double(anytime.count + 1) / Double(Self.notes)
    }

    private mutating func noteIncumbents() {
        let seconds = spent.seconds(at: now.nanoseconds)
        while anytime.count < Self.notes, nextNote <= seconds {
            anytime.append((nextNote, incumbentCell))
        }
    }

    private mutating func finish(_ worker: Int) {
        guard let report = benches[worker].report(at: now) else { return }
        spent.stop(startedAt: benches[worker].startedAt.nanoseconds, at: now.nanoseconds)
        let message = benches[worker].deliver(report)
        handle(message)
    }

    private mutating func handle(_ input: Coordinator.Input) {
        for directive in coordinator.handle(input, at: now) {
            switch directive {
            case .send(let message, let peer): take(message, WorkerBench.number(of: peer))
            case .finish: isFinished = true
            case .record, .sendChunk, .note: break
            }
        }
    }

    private mutating func take(_ message: CoordinatorMessage, _ worker: Int) {
        switch message {
        case .lease(let attempt, let task):
            let cell = table.grid.cell(nearest: task.schedule)
            let training = ReplayedTraining(
                table[cell, seeds.recorded(task.seed, of: cell)],
                under: table.grid.schedule(at: cell), target: task.target)
            benches[worker].begin(
                attempt, training, cap: task.cap, effort: task.limits.multiplyAdds, at: now)
            spent.start(at: now.nanoseconds)
            plan(worker)
        case .cap(_, let cap):
            benches[worker].lower(cap: cap)
            plan(worker)
        case .revoke: preconditionFailure("a replayed lease cannot be lost")
        case .refused(let reason): preconditionFailure("a replayed report was refused: \(reason)")
        default: break
        }
    }

    private mutating func plan(_ worker: Int) {
        let bench = benches[worker]
        let time = max(bench.endsAt.nanoseconds, now.nanoseconds)
        queue.plan(
            Ended(worker: worker, version: bench.version), at: VirtualTime(nanoseconds: time))
    }
}
