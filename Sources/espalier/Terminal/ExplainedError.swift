import Coordination
import Datasets
import OperatingSystem
import Studies
import StudyDocuments
import StudyFiles
import StudyStore

/// An error whose description tells the user what to do, and that has an exit status.
protocol ExplainedError: Error, CustomStringConvertible {
    /// The status with which the command ends.
    var status: FailureStatus { get }
}

extension StudyLoadingError: ExplainedError {
    var status: FailureStatus {
        switch self {
        case .config: .badConfig
        case .file(let error): error.status
        case .unknownMethod: .noInput
        case .damagedFile, .dataset: .badRows
        }
    }
}

extension FileError: ExplainedError {
    var status: FailureStatus {
        switch self {
        case .missing, .unreadable, .notAFile: .noInput
        case .tooLarge: .badRows
        case .exposed, .foreign: .refused
        case .unwritable, .alreadyExists, .noFolder: .cannotCreate
        case .cutShort: .writeFailed
        }
    }
}

extension StudyStoreError: ExplainedError {
    var status: FailureStatus {
        switch self {
        case .missing: .noInput
        case .notAStudy, .newerFormat, .corrupted: .badRows
        case .alreadyExists, .inaccessible: .cannotCreate
        case .inUse: .unavailable
        case .diskFull, .storageFailure: .writeFailed
        }
    }
}

extension StudyOpeningError: ExplainedError {
    var status: FailureStatus {
        switch self {
        case .otherStudy: .badConfig
        case .damaged: .badRows
        case .noFolder: .cannotCreate
        }
    }
}

extension CoordinatorRefusal: ExplainedError {
    var status: FailureStatus {
        switch self {
        case .unknownKey, .keysWanted, .keysUnwanted: .refused
        case .hungUp, .unintelligible, .gone: .unavailable
        }
    }
}

extension ChildProcess.SpawnError: ExplainedError {
    var status: FailureStatus { .unavailable }
}

extension ConfigError: ExplainedError {
    var status: FailureStatus { .badConfig }
}

extension DatasetError: ExplainedError {
    var status: FailureStatus { .badRows }
}

extension JournalError: ExplainedError {
    var status: FailureStatus { .badRows }
}
