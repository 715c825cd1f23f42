package import Datasets
package import OperatingSystem
package import StudyDocuments

/// Why a config or its rows cannot be used.
package enum StudyLoadingError: Error, CustomStringConvertible {
    /// The config must be corrected.
    case config(ConfigError)
    /// A file must be put in place or made readable.
    case file(FileError)
    /// The name of a method must be corrected.
    case unknownMethod(name: String, known: [String], folders: [String])
    /// A compressed file is damaged.
    case damagedFile(path: String, reason: String)
    /// The rows must be corrected.
    case dataset(DatasetError)

    /// Names the file, the position and what is expected.
    package var description: String {
        switch self {
        case .config(let error): "\(error)"
        case .file(.missing(let path, let mention)):
            FileError.missing(path: path, mention: mention)
                .description(remedy: Self.remedy(for: path))
        case .file(let error): "\(error)"
        case .unknownMethod(let name, let known, let folders):
            Self.description(ofMethod: name, known, folders)
        case .damagedFile(let path, let reason): "\(path) is damaged: \(reason)"
        case .dataset(let error): "\(error)"
        }
    }

    private static func description(
        ofMethod name: String, _ known: [String], _ folders: [String]
    ) -> String {
        let places = folders.joined(separator: ", ")
        guard !known.isEmpty else {
            return "--method is \(name), but there is no method in any of \(places): "
                + "name the path of a method's file, such as configs/methods/rigl.yaml"
        }
        let meant = MethodDocument.nearest(to: name, among: known)
        return "--method is \(name)\(meant.map { ", did you mean \($0)?" } ?? ",") "
            + "expected one of \(known.joined(separator: ", ")), looked up in \(places), "
            + "or the path of a method's file"
    }

    /// How to put a file in place.
    private static func remedy(for path: String) -> String {
        FilePath.folder(of: path).hasSuffix("configs/datasets/mnist")
            ? "get MNIST with scripts/fetch-datasets"
            : "put the file there"
    }
}
