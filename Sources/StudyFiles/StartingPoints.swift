import OperatingSystem
import ScheduleSearch
import Studies
import StudyDocuments
import Trials

/// Reads the schedules to try first from files: a schedule's file gives one schedule, a study's
/// file gives the best ones that it found.
enum StartingPoints {
    /// Most schedules that are taken from a study.
    private static let perStudy = 5
    /// The first bytes of an SQLite file.
    private static let mark = Array("SQLite format 3".utf8)

    /// Reads all files, in order; repeated schedules are dropped.
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

    /// The certified winner, then the best other schedules.
    private static func best(ofStudy path: String) throws -> [GrowthSchedule] {
        let state = try RecordedStudy(at: path).state()
        let winner = state.best.map { [$0.schedule] } ?? []
        let others = state.standings.finalists(perStudy).map(\.schedule)
        return Array((winner + others.filter { !winner.contains($0) }).prefix(perStudy))
    }
}
