/// Memory that is readable, never moves and never changes while it is held.
///
/// A room that may use the operating system can pass down other memory than an allocation, for
/// example a file that several processes map.
public protocol RowMemory: AnyObject, Sendable {
    /// The memory, aligned to 64 bytes.
    var bytes: UnsafeRawBufferPointer { get }
}
