import Datasets
import StudyDocuments

extension StudyConfig {
    /// Tells of wrong rows by the key of the config that asks for them, if there is one.
    func complaint(about error: DatasetError) -> StudyLoadingError {
        blame(for: error).map { .config($0) } ?? .dataset(error)
    }
}
