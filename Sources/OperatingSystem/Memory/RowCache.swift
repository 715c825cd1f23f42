import Glibc
package import RowStorage

/// Tables that the processes of a machine share; each is a file that all of them map.
///
/// A file is used only after it was compared byte by byte with the expected table; a file that
/// differs is replaced. A file gets its name only when it is complete, so readers never see a part
/// of it.
package struct RowCache: Sendable {
    /// Tables that are smaller (bytes) are not shared.
    package static let leastTable = 1 << 20
    /// Most bytes of all files together; if they exceed it, the least recently used are removed.
    package static let mostBytes = 4 << 30

    private let folder: String
    private let mostBytes: Int

    /// Uses a folder, which is created if it does not exist.
    package init(folder: String, mostBytes: Int = Self.mostBytes) {
        self.folder = folder
        self.mostBytes = mostBytes
    }

    /// The user's cache: `$ESPALIER_CACHE`, otherwise `espalier` in `$XDG_CACHE_HOME` or
    /// `~/.cache`.
    ///
    /// - Returns: `nil` if `$ESPALIER_CACHE` is empty, or no folder is known.
    package static func ofUser() -> Self? {
        if let own = variable("ESPALIER_CACHE") { return own.isEmpty ? nil : Self(folder: own) }
        let place =
            variable("XDG_CACHE_HOME").flatMap { $0.isEmpty ? nil : $0 }
            ?? variable("HOME").map { "\($0)/.cache" }
        return place.map { Self(folder: "\($0)/espalier") }
    }

    private static func variable(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    /// The result of sharing a table.
    package enum Outcome<Element: BitwiseCopyable & Hashable & Sendable>: Hashable, Sendable {
        /// The rows are mapped from the file.
        case shared(SharedRows<Element>)
        /// The rows stay in the memory of this process, for this reason.
        case alone(String)
    }

    /// Returns a table in memory that is shared with other processes.
    ///
    /// - Parameter name: the table's own name, which must be valid in a path.
    /// - Complexity: O(bytes).
    package func share<Element>(
        _ rows: SharedRows<Element>, as name: String
    ) -> Outcome<Element> {
        let path = "\(folder)/\(name).rows"
        if let known = mapped(path, equalTo: rows) {
            unsafe utimensat(AT_FDCWD, path, nil, 0)
            return .shared(known)
        }
        if let reason = publish(rows, as: path) {
            return .alone("\(path) cannot be written (\(reason))")
        }
        removeOldest(sparing: path)
        guard let fresh = mapped(path, equalTo: rows) else {
            return .alone("\(path) does not contain what was written")
        }
        return .shared(fresh)
    }

    private func mapped<Element>(
        _ path: String, equalTo rows: SharedRows<Element>
    ) -> SharedRows<Element>? {
        guard let file = MappedFile(path, byteCount: rows.byteCount) else { return nil }
        let isEqual = unsafe rows.withUnsafeBytes { wanted in
            let found = unsafe file.bytes
            guard let first = wanted.baseAddress, let second = found.baseAddress else {
                return false
            }
            return unsafe memcmp(first, second, found.count) == 0
        }
        return isEqual ? SharedRows(file) : nil
    }

    /// - Returns: the reason if it failed, otherwise `nil`.
    private func publish<Element>(_ rows: SharedRows<Element>, as path: String) -> String? {
        // The XDG specification allows creating the base directory; one level is enough.
        unsafe mkdir(FilePath.folder(of: folder), 0o700)
        if unsafe mkdir(folder, 0o700) != 0, errno != EEXIST { return SystemError.latest }
        guard let (temporary, descriptor) = createBeside(path) else { return SystemError.latest }
        let failure = write(rows, to: descriptor)
        close(descriptor)
        let told = failure ?? settle(temporary, as: path, holding: rows)
        unsafe unlink(temporary)
        return told
    }

    /// Gives a file its name, unless another process has done so already.
    ///
    /// All processes map the first file; a file with other content is replaced.
    ///
    /// - Returns: the reason if it failed, otherwise `nil`.
    private func settle<Element>(
        _ temporary: String, as path: String, holding rows: SharedRows<Element>
    ) -> String? {
        if unsafe link(temporary, path) == 0 { return nil }
        if errno == EEXIST, mapped(path, equalTo: rows) != nil { return nil }
        return unsafe rename(temporary, path) == 0 ? nil : SystemError.latest
    }

    /// Creates a file in the same folder, so that it can be renamed; threads may do so at the same
    /// time.
    private func createBeside(_ path: String) -> (path: String, descriptor: CInt)? {
        for number in 0..<1000 {
            let temporary = "\(path).\(getpid()).\(number)"
            let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
            let descriptor = unsafe open(temporary, flags, 0o600)
            if descriptor >= 0 { return (temporary, descriptor) }
            guard errno == EEXIST else { return nil }
        }
        return nil
    }

    private func write<Element>(_ rows: SharedRows<Element>, to descriptor: CInt) -> String? {
        let isWritten = unsafe rows.withUnsafeBytes {
            unsafe FileBytes.write($0, to: descriptor)
        }
        return isWritten && fsync(descriptor) == 0 ? nil : SystemError.latest
    }

    /// Removes the least recently used files; a mapped file stays in memory until its last user
    /// ends.
    private func removeOldest(sparing spared: String) {
        var files: [(used: Int, path: String, bytes: Int)] = []
        for name in FileFolder.names(in: folder) {
            var status = stat()
            let path = "\(folder)/\(name)"
            guard name.contains(".rows"), unsafe stat(path, &status) == 0 else { continue }
            files.append((status.st_mtim.tv_sec, path, Int(status.st_size)))
        }
        var sum = files.reduce(0) { $0 + $1.bytes }
        for file in files.sorted(by: { ($0.used, $0.path) < ($1.used, $1.path) })
        where sum > mostBytes && file.path != spared {
            unsafe unlink(file.path)
            sum -= file.bytes
        }
    }
}
