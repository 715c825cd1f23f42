package import Datasets
internal import GrowthTraining
package import SparseLearning
import OperatingSystem
package import SparseNetworks
package import Trials

/// Runs a training and measures its time.
package enum MeasuredTraining {
    /// Shortest time (s) between two checks that are due; small networks pass thousands of checks a
    /// second.
    private static let dueInterval = 0.2

    /// Trains, and writes the times into the report.
    ///
    /// - Parameter observing: called after every check; `isDue` is true at most every 0.2 s.
    /// - Returns: `nil` if the observer stopped the training.
    package static func run(
        task: TrainingTask, dataset: PreparedDataset, instructionSet: InstructionSet = .best,
        observing: (GrowthPoint, _ isDue: Bool) -> TrainingDecision = { _, _ in .proceed(cap: nil) }
    ) -> TrainedNetwork? {
        let begin = (wall: SystemClock.seconds(), cpu: SystemClock.threadSeconds())
        var lastDue = begin.wall
        let trained = task.train(on: dataset, instructionSet) { point in
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

extension TrainingTask {
    /// Trains by the task's method.
    fileprivate func train(
        on dataset: PreparedDataset, _ instructionSet: InstructionSet,
        observing: (GrowthPoint) -> TrainingDecision
    ) -> TrainedNetwork? {
        switch method {
        case .growth:
            GrowthTrainer(task: self, dataset: dataset, instructionSet: instructionSet)
                .train(observing: observing)
        }
    }
}
