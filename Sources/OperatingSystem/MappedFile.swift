import Glibc
import RowStorage

/// A file that is mapped for reading, so that all processes that map it share its memory.
///
/// The file must not be cut while it is mapped: replace it by another of its name instead.
@safe package final class MappedFile: RowMemory {
    // An address as a number, since a pointer is not Sendable; the mapping cannot be written.
    private let address: UInt
    private let count: Int

    /// Maps a file of so many bytes, at least one; nothing where there is no such file.
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

    /// What the file holds.
    package var bytes: UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count)
    }
}
