/// Numbers that many owners read in one place, without a copy for each owner.
@safe public struct SharedRows<Element: BitwiseCopyable & Hashable & Sendable>: Sendable {
    private let memory: any RowMemory
    /// Number of elements.
    public let count: Int

    /// Allocates memory for zeros and lets the caller overwrite them.
    public init(count: Int, filling: (inout MutableSpan<Element>) -> Void) {
        precondition(count >= 0, "memory for \(count) numbers")
        let byteCount = count * MemoryLayout<Element>.stride
        self.count = count
        unsafe memory = AllocatedMemory(byteCount: byteCount) { bytes in
            let numbers = unsafe bytes.bindMemory(to: Element.self)
            var span = unsafe numbers.mutableSpan
            filling(&span)
        }
    }

    /// Copies an array.
    public init(_ numbers: [Element]) {
        count = numbers.count
        let byteCount = numbers.count * MemoryLayout<Element>.stride
        // Copies bytes, because unspecialised code would look the element's type up for each
        // element.
        unsafe memory = AllocatedMemory(byteCount: byteCount) { bytes in
            unsafe numbers.withUnsafeBytes { unsafe bytes.copyMemory(from: $0) }
        }
    }

    /// Copies several parts, one after another.
    public init(joining parts: [SharedRows]) {
        count = parts.reduce(0) { $0 + $1.count }
        unsafe memory = AllocatedMemory(byteCount: count * MemoryLayout<Element>.stride) { bytes in
            var rest = unsafe bytes[...]
            for part in parts {
                unsafe part.withUnsafeBytes { numbers in
                    unsafe UnsafeMutableRawBufferPointer(rebasing: rest).copyMemory(from: numbers)
                    unsafe rest = rest.dropFirst(numbers.count)
                }
            }
        }
    }

    /// Wraps memory that already holds the numbers.
    public init(_ memory: any RowMemory) {
        let bytes = unsafe memory.bytes
        precondition(
            bytes.count % MemoryLayout<Element>.stride == 0,
            "\(bytes.count) bytes are no whole numbers")
        self.memory = memory
        count = bytes.count / MemoryLayout<Element>.stride
    }

    /// Size of the numbers in bytes.
    public var byteCount: Int { count * MemoryLayout<Element>.stride }

    /// Gives a closure access to the numbers.
    public func withSpan<Result>(_ body: (Span<Element>) -> Result) -> Result {
        let numbers = unsafe memory.bytes.bindMemory(to: Element.self)
        return unsafe body(numbers.span)
    }

    /// Gives a closure the address of the numbers.
    public func withUnsafePointer<Result>(_ body: (UnsafePointer<Element>) -> Result) -> Result {
        let numbers = unsafe memory.bytes.bindMemory(to: Element.self)
        guard let start = numbers.baseAddress else { preconditionFailure("memory at no address") }
        return unsafe body(start)
    }

    /// Gives a closure access to the bytes of the numbers.
    public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        unsafe body(memory.bytes)
    }
}

extension SharedRows: Hashable {
    /// Compares the numbers, not where they are stored.
    public static func == (first: Self, second: Self) -> Bool {
        guard first.count == second.count else { return false }
        if first.memory === second.memory { return true }
        return first.withSpan { first in
            second.withSpan { second in first.indices.allSatisfy { first[$0] == second[$0] } }
        }
    }

    /// Hashes the count and the first 64 numbers; equal numbers have equal hashes.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        withSpan { numbers in
            for position in numbers.indices.prefix(64) { hasher.combine(numbers[position]) }
        }
    }
}
