package import Datasets
import Dispatch
package import GrowthTraining
package import SparseNetworks
import Synchronization
package import Trials

/// What a training thread tells its node.
enum TrainingNews: Sendable {
    case advanced(TrialID, AttemptNumber, GrowthPoint)
    case ended(TrialID, AttemptNumber, TrainingReport)
}

/// One training on a thread of its own.
final class TrainingSlot: Sendable {
    let trial: TrialID
    let attempt: AttemptNumber
    private let isAborted = Mutex(false)

    /// Starts training; the news goes to a mailbox.
    init(
        _ trial: TrialID, _ attempt: AttemptNumber, task: TrainingTask, dataset: PreparedDataset,
        telling mailbox: Mailbox<TrainingNews>
    ) {
        self.trial = trial
        self.attempt = attempt
        DispatchQueue(label: "training.\(trial.rawValue)").async { [self] in
            let trained = MeasuredTraining.run(task: task, dataset: dataset) {
                [self] point, isDue in
                if isDue { mailbox.post(.advanced(trial, attempt, point)) }
                return isAborted.withLock { $0 } ? .stop : .proceed(cap: nil)
            }
            if let trained { mailbox.post(.ended(trial, attempt, trained.report)) }
        }
    }

    /// Stops the training at its next check; nothing more is told of it.
    func abort() {
        isAborted.withLock { $0 = true }
    }
}

/// A training together with the time that it took.
package enum MeasuredTraining {
    /// How often a check is due at most (s); small networks pass thousands a second.
    private static let dueInterval = 0.2

    /// Trains, and fills the times into the report.
    ///
    /// - Parameter observing: gets every check, and whether so much time has passed since the last
    ///   one that was due that somebody should hear of it.
    /// - Returns: nothing where the observer stopped the training.
    package static func run(
        task: TrainingTask, dataset: PreparedDataset, instructionSet: InstructionSet = .best,
        observing: (GrowthPoint, _ isDue: Bool) -> TrainingDecision = { _, _ in .proceed(cap: nil) }
    ) -> TrainedNetwork? {
        let begin = (wall: SystemClock.seconds(), cpu: SystemClock.threadSeconds())
        var lastDue = begin.wall
        let trainer = GrowthTrainer(task: task, dataset: dataset, instructionSet: instructionSet)
        let trained = trainer.train { point in
            let now = SystemClock.seconds()
            let isDue = now - lastDue >= dueInterval
            if isDue { lastDue = now }
            return observing(point, isDue)
        }
        guard var trained else { return nil }
        trained.report.seconds = SystemClock.seconds() - begin.wall
        trained.report.cpuSeconds = SystemClock.threadSeconds() - begin.cpu
        return trained
    }
}
