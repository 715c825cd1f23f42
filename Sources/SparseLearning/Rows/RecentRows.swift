package import Datasets
package import Trials

/// The rows that were prepared last, so that trainings with the same split and scaling share them.
///
/// Where each training has a split of its own, there is no end to the splits; so only a few are
/// kept.
package struct RecentRows {
    /// Most preparations that are kept: one for each scaling of one split.
    package static let most = 2

    /// The preparations, the one that was used last at the end.
    private var kept: [(of: RowPreparation, rows: PreparedDataset)] = []

    /// Keeps nothing yet.
    package init() {}

    /// Number of preparations that are kept.
    package var count: Int { kept.count }

    /// Returns the rows for a task; prepares them if they are not kept.
    ///
    /// - Throws: what `prepare` throws.
    package mutating func rows<Failure: Error>(
        for task: TrainingTask, preparing prepare: () throws(Failure) -> PreparedDataset
    ) throws(Failure) -> PreparedDataset {
        if let known = rows(for: task) { return known }
        let rows = try prepare()
        keep(rows, for: task)
        return rows
    }

    /// The rows for a task, if they are kept.
    package mutating func rows(for task: TrainingTask) -> PreparedDataset? {
        let wanted = RowPreparation(of: task)
        guard let index = kept.firstIndex(where: { $0.of == wanted }) else { return nil }
        let known = kept.remove(at: index)
        kept.append(known)
        return known.rows
    }

    /// Keeps the rows for a task, in place of those that were not used for longest.
    package mutating func keep(_ rows: PreparedDataset, for task: TrainingTask) {
        kept.append((RowPreparation(of: task), rows))
        if kept.count > Self.most { kept.removeFirst() }
    }
}
