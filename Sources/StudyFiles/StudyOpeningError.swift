import OperatingSystem
package import Studies

/// Why a study cannot continue.
package enum StudyOpeningError: Error, CustomStringConvertible {
    /// The file has a study with another definition.
    case otherStudy(path: String, differences: [String])
    /// The events are not those of a study.
    case damaged(path: String, error: JournalError)
    /// The folder of the file cannot be created.
    case noFolder(path: String, reason: String)

    /// Says what was found and what to do next.
    package var description: String {
        switch self {
        case .otherStudy(let path, let differences):
            """
            \(path) holds a study of another config, which differs in \
            \(differences.joined(separator: ", ")): choose another file with --study, or begin \
            again with --fresh
            """
        case .damaged(let path, let error):
            "\(path) is damaged: \(error). Restore it from a backup, or begin with another --study"
        case .noFolder(let path, let reason):
            "the folder \(path) cannot be created: \(reason); choose another place with --study"
        }
    }
}

extension StudyOpeningError {
    /// Converts an error of creating the folder.
    init(_ error: FileError) {
        guard case .noFolder(let path, let reason) = error else {
            preconditionFailure("making a folder cannot fail with \(error)")
        }
        self = .noFolder(path: path, reason: reason)
    }
}
