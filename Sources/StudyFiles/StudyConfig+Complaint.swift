import Datasets
import StudyDocuments

extension StudyConfig {
    /// Reports an error in the rows with the key of the config that names them, if there is one.
    func complaint(about error: DatasetError) -> StudyLoadingError {
        blame(for: error).map { .config($0) } ?? .dataset(error)
    }
}
