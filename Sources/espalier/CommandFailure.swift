import ArgumentParser
import Coordination
import Glibc
import OperatingSystem
import StudyFiles
import StudyStore
import WorkerKeys
import ZeroMQ

/// How a command ends when it cannot do what it was asked: codes of sysexits(3).
enum FailureStatus: Int32 {
    case usage = 64
    case badRows = 65
    case noInput = 66
    case unavailable = 69
    case internalError = 70
    case cannotCreate = 73
    case writeFailed = 74
    case refused = 77
    case badConfig = 78
}

/// Why a command cannot do what it was asked, for the person who asked.
struct CommandFailure: Error, CustomStringConvertible {
    let status: FailureStatus
    let description: String

    init(_ status: FailureStatus, _ description: String) {
        self.status = status
        self.description = description
    }
}

extension CommandFailure {
    init(_ error: StudyLoadingError) {
        let status: FailureStatus =
            switch error {
            case .config: .badConfig
            case .file: .noInput
            case .damagedFile, .dataset: .badRows
            }
        self.init(status, "\(error)")
    }
}

/// Runs the body of a command, says why it failed, and ends the process with the right status.
func reporting(_ body: () throws -> Void) throws {
    do {
        try body()
    } catch let failure as CommandFailure {
        try end(failure)
    } catch let error as StudyLoadingError {
        try end(CommandFailure(error))
    } catch let error as FileError {
        try end(CommandFailure(error))
    } catch let error as StudyStoreError {
        try end(CommandFailure(error))
    } catch let error as StudyOpeningError {
        try end(CommandFailure(error))
    } catch let error as ZeroMQError {
        try end(CommandFailure(error))
    } catch let error as KeyError {
        try end(CommandFailure(error))
    } catch let error as CoordinatorRefusal {
        try end(CommandFailure(error))
    } catch let error as ChildProcess.SpawnError {
        try end(CommandFailure(.unavailable, "\(error)"))
    }
}

private func end(_ failure: CommandFailure) throws -> Never {
    Terminal.complain(failure.description)
    throw ExitCode(failure.status.rawValue)
}

extension CommandFailure {
    init(_ error: FileError) {
        let status: FailureStatus =
            switch error {
            case .missing, .unreadable: .noInput
            case .unwritable, .noFolder: .cannotCreate
            }
        self.init(status, "\(error)")
    }

    init(_ error: StudyStoreError) {
        let status: FailureStatus =
            switch error {
            case .missing: .noInput
            case .notAStudy, .newerFormat, .corrupted: .badRows
            case .alreadyExists, .inaccessible: .cannotCreate
            case .inUse: .unavailable
            case .diskFull, .storageFailure: .writeFailed
            }
        self.init(status, "\(error)")
    }

    init(_ error: StudyOpeningError) {
        let status: FailureStatus =
            switch error {
            case .otherStudy: .badConfig
            case .damaged: .badRows
            case .noFolder: .cannotCreate
            }
        self.init(status, "\(error)")
    }

    init(_ error: ZeroMQError) {
        let status: FailureStatus =
            switch error {
            case .invalidEndpoint: .usage
            default: .unavailable
            }
        self.init(status, "\(error)")
    }
}

extension CommandFailure {
    init(_ error: KeyError) {
        let status: FailureStatus =
            switch error {
            case .missing, .unreadable: .noInput
            case .exposed, .foreign: .refused
            case .malformed: .badConfig
            case .alreadyExists, .cannotCreate: .cannotCreate
            case .withoutCurve: .unavailable
            }
        self.init(status, "\(error)")
    }

    init(_ error: CoordinatorRefusal) {
        let status: FailureStatus =
            switch error {
            case .unknownKey, .keysWanted, .keysUnwanted: .refused
            case .hungUp, .unintelligible, .gone: .unavailable
            }
        self.init(status, "\(error)")
    }
}
