/// Memory that stays where it is, readable and unchanged, for as long as it is held.
///
/// A room that may touch the world can hand down memory of another kind than an allocation, such
/// as a file that several processes map.
public protocol RowMemory: AnyObject, Sendable {
    /// The memory, aligned to 64 bytes.
    var bytes: UnsafeRawBufferPointer { get }
}

/// Memory of this process.
@safe final class AllocatedMemory: RowMemory {
    // An address as a number, since a pointer is not Sendable; nobody writes once it is filled.
    private let address: UInt
    private let count: Int

    /// Takes memory, and has it filled.
    init(byteCount: Int, filling: (UnsafeMutableRawBufferPointer) -> Void) {
        let memory = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(byteCount, 1), alignment: 64)
        _ = unsafe memory.initializeMemory(as: UInt8.self, repeating: 0)
        unsafe filling(UnsafeMutableRawBufferPointer(rebasing: memory[..<byteCount]))
        address = UInt(bitPattern: memory.baseAddress)
        count = byteCount
    }

    deinit {
        unsafe UnsafeMutableRawPointer(bitPattern: address)?.deallocate()
    }

    var bytes: UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count)
    }
}
