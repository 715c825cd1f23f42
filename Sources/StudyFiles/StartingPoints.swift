import OperatingSystem
import ScheduleSearch
import Studies
import StudyDocuments
import Trials

/// Reads the schedules to try first from files: a schedule's file gives one, a study's file the
/// best that it found.
enum StartingPoints {
    /// Schedules that are taken from a study.
    private static let perStudy = 5
    /// How a file of SQLite begins.
    private static let mark = Array("SQLite format 3".utf8)

    /// Reads all files, in order; of schedules that are named twice the first counts.
    static func schedules(
        in paths: [String], for learning: LearningTask
    ) throws -> [GrowthSchedule] {
        try paths.flatMap { try schedules(in: $0, for: learning) }.reduce(into: []) {
            distinct, schedule in
            if !distinct.contains(schedule) { distinct.append(schedule) }
        }
    }

    private static func schedules(
        in path: String, for learning: LearningTask
    ) throws -> [GrowthSchedule] {
        guard try FileBytes.start(of: path, count: mark.count) != mark else {
            return try best(ofStudy: path)
        }
        let bytes = try FileBytes.read(path, limit: .small("a schedule"))
        let text = String(decoding: bytes, as: UTF8.self)
        return [try ScheduleDocument.read(yaml: text, file: path, learning: learning)]
    }

    /// The certified winner, and the schedules that stand best.
    private static func best(ofStudy path: String) throws -> [GrowthSchedule] {
        let state = try RecordedStudy(at: path).state()
        let winner = state.best.map { [$0.schedule] } ?? []
        let others = state.standings.finalists(perStudy).map(\.schedule)
        return Array((winner + others.filter { !winner.contains($0) }).prefix(perStudy))
    }
}
