package import Trials

extension StudyState {
    /// The task that a report answers: with the cap that stopped it, if one did.
    package func task(of report: TrainingReport, _ record: TrialRecord) -> TrainingTask {
        task(of: record).capped(at: report.cap)
    }
}
