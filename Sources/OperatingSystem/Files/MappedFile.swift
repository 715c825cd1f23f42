import Glibc
import RowStorage

/// A file that is mapped for reading; all processes that map it share its memory.
///
/// The file must not be truncated while it is mapped: replace it by a new file with its name
/// instead.
@safe package final class MappedFile: RowMemory {
    // The address is stored as a number because a pointer is not Sendable; the mapping is
    // read-only.
    private let address: UInt
    private let count: Int

    /// Maps a file with a number of bytes, at least one; `nil` if there is no such file.
    package init?(_ path: String, byteCount: Int) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_size == byteCount, byteCount > 0
        else { return nil }
        let start = unsafe mmap(nil, byteCount, PROT_READ, MAP_SHARED, descriptor, 0)
        guard unsafe start != MAP_FAILED, let start = unsafe start else { return nil }
        address = UInt(bitPattern: start)
        count = byteCount
    }

    deinit {
        unsafe munmap(UnsafeMutableRawPointer(bitPattern: address), count)
    }

    /// The bytes of the file.
    package var bytes: UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count)
    }
}
