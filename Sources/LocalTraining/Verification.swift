package import Datasets
import SparseLearning
package import Studies
package import Trials

/// The result of training some trials again.
package struct Verification: Hashable, Sendable {
    /// Trials with the same fingerprint as before.
    package private(set) var equal: [TrialID] = []
    /// Trials with another fingerprint.
    package private(set) var different: [TrialID] = []

    /// Trains trials again and compares fingerprints.
    ///
    /// - Parameters:
    ///   - records: the trials; those without a report are skipped.
    ///   - prepare: splits and scales the study's rows for a task.
    ///   - heard: called after each training.
    package init<Failure: Error>(
        of records: [TrialRecord], in study: StudyState,
        preparing prepare: (TrainingTask) throws(Failure) -> PreparedDataset,
        hearing heard: (TrialID) -> Void = { _ in }
    ) throws(Failure) {
        var recent = RecentRows()
        for record in records {
            guard let report = record.report else { continue }
            let task = study.task(of: report, record)
            let dataset = try recent.rows(for: task) { () throws(Failure) in try prepare(task) }
            let again = MeasuredTraining.run(task: task, dataset: dataset)
            if again?.report.fingerprint == report.fingerprint {
                equal.append(record.trial)
            } else {
                different.append(record.trial)
            }
            heard(record.trial)
        }
    }
}
