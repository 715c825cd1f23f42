import Glibc

/// Creates folders, renames and removes files.
package enum FileFolder {
    /// Creates a folder that only this user can enter, and its parents, unless it exists.
    package static func make(_ path: String) throws(FileError) {
        guard unsafe access(path, F_OK) != 0 else { return }
        try make(FilePath.folder(of: path))
        if unsafe mkdir(path, 0o700) != 0, errno != EEXIST {
            throw .noFolder(path: path, reason: SystemError.latest)
        }
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
