import Glibc

/// Folders, and the names of what is in them.
package enum FileFolder {
    /// Makes a folder that only this user can enter, and the folders above it, unless it is there.
    package static func make(_ path: String) throws(FileError) {
        guard unsafe access(path, F_OK) != 0 else { return }
        try make(FilePath.folder(of: path))
        if unsafe mkdir(path, 0o700) != 0, errno != EEXIST {
            throw .noFolder(path: path, reason: SystemError.latest)
        }
    }

    /// Gives a file another name; nothing happens if it is not there.
    package static func rename(_ path: String, to name: String) {
        unsafe Glibc.rename(path, name)
    }

    /// Removes a file, if it is there.
    package static func remove(_ path: String) {
        unsafe unlink(path)
    }
}
