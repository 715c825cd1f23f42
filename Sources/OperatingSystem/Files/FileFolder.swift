import Glibc

/// Creates and lists folders, renames and removes files.
package enum FileFolder {
    /// Creates a folder that only this user can enter, and its parents, unless it exists.
    package static func make(_ path: String) throws(FileError) {
        guard unsafe access(path, F_OK) != 0 else { return }
        try make(FilePath.folder(of: path))
        if unsafe mkdir(path, 0o700) != 0, errno != EEXIST {
            throw .noFolder(path: path, reason: SystemError.latest)
        }
    }

    /// The names of what a folder holds, in their order; empty if it cannot be read.
    package static func names(in folder: String) -> [String] {
        guard let directory = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            names.append(
                unsafe withUnsafeBytes(of: entry.pointee.d_name) {
                    unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        return names.filter { $0 != "." && $0 != ".." }.sorted()
    }

    /// Renames a file; does nothing if it does not exist.
    package static func rename(_ path: String, to name: String) {
        unsafe Glibc.rename(path, name)
    }

    /// Removes a file if it exists.
    package static func remove(_ path: String) {
        unsafe unlink(path)
    }
}
