internal import Glibc

/// The right of one process to write a study, held as long as this object lives.
///
/// It is an advisory lock (`flock`) on a file of its own next to the study, `STUDY-lock`, which
/// holds the number of the process and a `WriterNote` for people to read. It is not on the study
/// itself, because closing any descriptor of that file would drop SQLite's own locks in this
/// process. The kernel lets go of the lock when the process dies, however it dies, so a lock file
/// that was left behind means nothing.
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
            // The former holder may have removed the file between the two calls; a lock on a file
            // that nobody else can find would keep nobody out.
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

    /// Writes a note behind the number of the process.
    ///
    /// The note always has the same length, so that replacing it needs no room on the disk.
    func announce(_ note: WriterNote) {
        let text = Array("\(getpid())\n\(note.line)".utf8)
        unsafe pwrite(descriptor, text, text.count, 0)
    }

    /// What the process that writes a study has noted; nothing where none does.
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
    /// Reads what the last call to the system left in `errno`.
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
