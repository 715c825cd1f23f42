/// Numbers at a fixed address, aligned to cache lines, as long as this value lives.
@safe struct AlignedBuffer<Element: BitwiseCopyable>: ~Copyable {
    private let memory: UnsafeMutableRawPointer
    let count: Int

    /// Allocates memory for numbers and fills it with a value.
    init(count: Int, filledWith value: Element) {
        let byteCount = max(count, 1) * MemoryLayout<Element>.stride
        unsafe memory = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: 64)
        self.count = count
        unsafe memory.initializeMemory(as: Element.self, repeating: value, count: max(count, 1))
    }

    /// Allocates memory and copies an array into it.
    init(_ elements: [Element], filledWith value: Element) {
        self.init(count: elements.count, filledWith: value)
        copy(elements, at: 0)
    }

    deinit {
        unsafe memory.deallocate()
    }

    var pointer: UnsafeMutablePointer<Element> {
        unsafe memory.assumingMemoryBound(to: Element.self)
    }

    subscript(position: Int) -> Element {
        get {
            precondition((0..<count).contains(position), "\(position) is not below \(count)")
            return unsafe pointer[position]
        }
        nonmutating set {
            precondition((0..<count).contains(position), "\(position) is not below \(count)")
            unsafe pointer[position] = newValue
        }
    }

    /// Copies an array to a position.
    func copy(_ elements: [Element], at position: Int) {
        precondition(
            position >= 0 && position + elements.count <= count,
            "\(elements.count) at \(position) do not fit into \(count)"
        )
        for (offset, element) in elements.enumerated() {
            unsafe pointer[position + offset] = element
        }
    }

    /// Copies a range of the numbers.
    func array(_ range: Range<Int>) -> [Element] {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "\(range) of \(count)")
        return range.map { unsafe pointer[$0] }
    }

    /// Overwrites all numbers with one value.
    func fill(with value: Element) {
        unsafe pointer.update(repeating: value, count: count)
    }
}
