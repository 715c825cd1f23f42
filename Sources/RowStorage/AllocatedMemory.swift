/// Memory of this process.
@safe final class AllocatedMemory: RowMemory {
    // The address is stored as a number because a pointer is not Sendable; the memory is never
    // written after it is filled.
    private let address: UInt
    private let count: Int

    /// Allocates memory and fills it.
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
