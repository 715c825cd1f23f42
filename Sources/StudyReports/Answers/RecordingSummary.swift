/// What a table of trainings has gained: the answer of `espalier benchmark record`.
package struct RecordingSummary: Hashable, Codable, Sendable {
    /// The table's file.
    package let out: String
    /// Schedules of the grid.
    package let cells: Int
    /// Trainings in the table.
    package let trainings: Int
    /// Trainings that this run added.
    package let recordedNow: Int
    /// Processor time of the trainings that this run added (s).
    package let cpuSeconds: Double

    /// Sums up a run.
    package init(out: String, cells: Int, trainings: Int, recordedNow: Int, cpuSeconds: Double) {
        self.out = out
        self.cells = cells
        self.trainings = trainings
        self.recordedNow = recordedNow
        self.cpuSeconds = cpuSeconds
    }

    /// The line that shows the summary to the user.
    package var line: String {
        "\(out): \(recordedNow) trainings in \(Figure.time(cpuSeconds)) of processor time"
    }

    private enum CodingKeys: String, CodingKey {
        case out, cells, trainings
        case recordedNow = "recorded_now"
        case cpuSeconds = "cpu_seconds"
    }
}
