import OperatingSystem
import StudyDocuments

/// A file of rows that a config names.
struct NamedFile {
    /// Where it is.
    let path: String
    /// What of the config names it, for complaints.
    private let mention: String

    /// Finds the file that stands under a key of a config at `configPath`.
    init(_ file: String, key: String, config: StudyConfig, path configPath: String) {
        path = Self.located(file, besides: configPath)
        let line = config.line(of: key).map { ":\($0)" } ?? ""
        mention = "\(configPath)\(line): \(key)"
    }

    /// Files are relative to the config.
    static func located(_ file: String, besides configPath: String) -> String {
        let folder = FilePath.folder(of: configPath)
        return file.hasPrefix("/") || folder == "." ? file : "\(folder)/\(file)"
    }

    /// Reads the file, and what is in it where it is compressed.
    func contents() throws(StudyLoadingError) -> [UInt8] {
        try UnpackedFile.read(path, mention: mention)
    }
}
