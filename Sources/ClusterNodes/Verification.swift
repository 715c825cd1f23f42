import Datasets
import GrowthTraining
package import Studies
package import Trials

/// What training some trials again showed.
package struct Verification: Hashable, Sendable {
    /// Trials whose report came out the same, to the last bit.
    package private(set) var equal: [TrialID] = []
    /// Trials whose report came out otherwise.
    package private(set) var different: [TrialID] = []

    /// Trains trials again and compares fingerprints.
    ///
    /// - Parameters:
    ///   - records: the trials; those without a report are left out.
    ///   - loaded: the study's config and rows.
    ///   - heard: is told of each trial that was trained.
    package init(
        of records: [TrialRecord], in study: StudyState, _ loaded: LoadedStudy,
        hearing heard: (TrialID) -> Void = { _ in }
    ) throws(StudyLoadingError) {
        var prepared: [FeatureScaling: PreparedDataset] = [:]
        for record in records {
            guard let report = record.report else { continue }
            let task = study.task(of: report, record)
            let scaling = task.schedule.inputScaling
            if prepared[scaling] == nil { prepared[scaling] = try loaded.prepared(for: task) }
            guard let dataset = prepared[scaling] else { continue }
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

extension StudyState {
    /// The task that a report answers: with the cap that stopped it, if one did.
    package func task(of report: TrainingReport, _ record: TrialRecord) -> TrainingTask {
        task(of: record).capped(at: report.cap)
    }
}
