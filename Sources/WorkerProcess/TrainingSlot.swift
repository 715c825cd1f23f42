import Coordination
import Datasets
import Dispatch
import SparseLearning
import LocalTraining
import OperatingSystem
import Synchronization
import Trials

/// One training on its own thread.
final class TrainingSlot: Sendable {
    let attempt: Attempt
    private let startedAt = SystemClock.now()
    private let state: Mutex<State>

    private struct State {
        var isAborted = false
        var cap: Int?
        var checkedAt: Instant
        var connections = 0
    }

    /// Sets up a training.
    init(_ attempt: Attempt) {
        self.attempt = attempt
        state = Mutex(State(checkedAt: startedAt))
    }

    /// Starts the training under a watchdog; its messages go to a mailbox.
    func start(
        _ task: TrainingTask, on dataset: PreparedDataset, watchedBy watchdog: TrialWatchdog,
        telling mailbox: Mailbox<TrainingNews>
    ) {
        watchdog.add(self)
        DispatchQueue(label: "training.\(attempt.trial.rawValue)").async { [self] in
            let trained = MeasuredTraining.run(task: task, dataset: dataset) {
                [self] point, isDue in
                if isDue { mailbox.post(.advanced(attempt, point)) }
                return decision(after: point)
            }
            watchdog.remove(self)
            if let trained { mailbox.post(.ended(attempt, trained.report)) }
        }
    }

    private func decision(after point: GrowthPoint) -> TrainingDecision {
        let now = SystemClock.now()
        return state.withLock { state in
            state.checkedAt = now
            state.connections = point.connections
            return state.isAborted ? .stop : .proceed(cap: state.cap)
        }
    }

    /// The training as a watchdog sees it; the process has been running without a pause since
    /// `goingSince`.
    func watched(since goingSince: Instant) -> WatchedTraining {
        state.withLock { state in
            WatchedTraining(
                attempt: attempt, startedAt: startedAt,
                checkedAt: max(state.checkedAt, goingSince), connections: state.connections)
        }
    }

    /// Stops the training at its next check; it reports nothing more.
    func abort() {
        state.withLock { $0.isAborted = true }
    }

    /// Stops the training at its next check if it is above the cap.
    func lower(cap: Int) {
        state.withLock { $0.cap = cap }
    }
}
