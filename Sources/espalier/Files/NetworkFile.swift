import Datasets
import FoundationEssentials
import OperatingSystem
import SparseLearning
import StudyDocuments
import StudyFiles
import Trials

/// Files that hold a trained network and all that is needed to use it elsewhere.
enum NetworkFile {
    /// Writes a network that was trained on the rows of a study.
    static func write(
        _ trained: TrainedNetwork, of task: TrainingTask, in loaded: LoadedStudy, to path: String
    ) throws {
        let document = try NetworkDocument(
            trained, of: task, on: loaded.dataset, study: loaded.config.name)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(document), as: UTF8.self)
        try ResultFile.write(text + "\n", to: path)
    }
}
