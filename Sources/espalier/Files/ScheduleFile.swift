import OperatingSystem
import Studies
import StudyDocuments
import Trials

/// Files that hold a schedule.
enum ScheduleFile {
    static func read(_ path: String, for learning: LearningTask) throws -> GrowthSchedule {
        let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
        do {
            return try ScheduleDocument.read(yaml: text, file: path, learning: learning)
        } catch {
            throw CommandFailure(.badConfig, "\(error)")
        }
    }
}
