internal import Glibc

/// The right of one process to write a study, held as long as this object lives.
///
/// It is an advisory lock (`flock`) on a separate file beside the study, `STUDY-lock`, which
/// contains the process number and a `WriterNote` for people. It is not on the study itself,
/// because closing any descriptor of that file would release SQLite's own locks in this process.
/// The kernel releases the lock when the process ends in any way, so an old lock file has no
/// effect.
final class WriterLock {
    private let path: String
    private let descriptor: CInt

    /// Takes the lock of a study.
    ///
    /// - Throws: `inUse`, `inaccessible`, `diskFull`, `storageFailure`.
    init(study: String) throws(StudyStoreError) {
        let path = study + "-lock"
        self.path = path
        while true {
            let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw .lastCall(on: study) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let holder = Self.holder(in: descriptor)
                close(descriptor)
                throw .inUse(path: study, processID: holder)
            }
            // The previous holder may have removed the file between the two calls; then other
            // writers could not see this lock.
            guard Self.isStill(descriptor, at: path) else {
                close(descriptor)
                continue
            }
            self.descriptor = descriptor
            break
        }
        ftruncate(descriptor, 0)
        announce(.working)
    }

    /// Writes a note after the process number.
    ///
    /// The note always has the same length, so replacing it needs no disk space.
    func announce(_ note: WriterNote) {
        let text = Array("\(getpid())\n\(note.line)".utf8)
        unsafe pwrite(descriptor, text, text.count, 0)
    }

    /// The note of the process that writes a study; `nil` if there is none.
    static func note(study: String) -> WriterNote? {
        let descriptor = unsafe open(study + "-lock", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var text = [UInt8](repeating: 0, count: 100)
        let count = unsafe pread(descriptor, &text, text.count, 0)
        let lines = String(decoding: text.prefix(max(0, count)), as: UTF8.self)
            .split(separator: "\n")
        guard lines.count > 1, let holder = Int32(lines[0]), kill(holder, 0) == 0 || errno == EPERM
        else { return nil }
        return WriterNote(line: lines[1])
    }

    deinit {
        unsafe unlink(path)
        close(descriptor)
    }

    private static func isStill(_ descriptor: CInt, at path: String) -> Bool {
        var (held, found) = (stat(), stat())
        let isKnown = unsafe fstat(descriptor, &held) == 0 && stat(path, &found) == 0
        return isKnown && held.st_ino == found.st_ino && held.st_dev == found.st_dev
    }

    private static func holder(in descriptor: CInt) -> Int? {
        var text = [UInt8](repeating: 0, count: 20)
        let count = unsafe pread(descriptor, &text, text.count, 0)
        guard count > 0 else { return nil }
        return Int(String(decoding: text.prefix(count).prefix { $0 != 10 }, as: UTF8.self))
    }
}

extension StudyStoreError {
    /// Converts the `errno` of the last system call.
    static func lastCall(on path: String) -> StudyStoreError {
        let code = errno
        let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
        return switch code {
        case EEXIST: .alreadyExists(path: path)
        case ENOENT, ENOTDIR, EACCES, EPERM, EROFS, EISDIR:
            .inaccessible(path: path, reason: reason)
        case ENOSPC, EDQUOT: .diskFull(path: path)
        default: .storageFailure(path: path, code: Int(code), reason: reason)
        }
    }
}
