import Studies
import Trials

extension LearningTask {
    /// Reads `task:` of `data:`; without it, the task follows from the objective.
    init(
        _ rows: DocumentSection,
        source: DatasetSource,
        target: TargetScore,
        objective: DocumentValue
    ) throws(ConfigError) {
        let value = rows.value("task")
        let task =
            try value?.choice(of: TaskWord.self).learning ?? LearningTask(judgedBy: target.metric)
        if task == .regression, !source.canBeRegression {
            let complaint = "classification, because the rows have classes"
            throw (value ?? objective.at(target.metric.rawValue)).error(
                .illegal(found: value?.text ?? "regression", expected: complaint)
            )
        }
        guard target.metric == task.metric else {
            let word = value?.text ?? task.rawValue
            throw objective.error(
                .illegal(
                    found: target.metric.rawValue,
                    expected: "\(task.metric.rawValue), because data.task is \(word)"
                )
            )
        }
        self = task
    }
}

extension DatasetSource {
    fileprivate var canBeRegression: Bool {
        switch self {
        case .table, .tables, .series: true
        case .images, .generated: false
        }
    }
}
