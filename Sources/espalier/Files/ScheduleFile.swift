import OperatingSystem
import Studies
import StudyDocuments
import Trials

/// Files that hold a schedule.
enum ScheduleFile {
    static func read(_ path: String, for learning: LearningTask) throws -> GrowthSchedule {
        let bytes = try FileBytes.read(path, limit: .small("a schedule"))
        let text = String(decoding: bytes, as: UTF8.self)
        do {
            return try ScheduleDocument.read(yaml: text, file: path, learning: learning)
        } catch {
            throw CommandFailure(.badConfig, "\(error)")
        }
    }
}
