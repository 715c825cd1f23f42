import Glibc

/// Memory that was freed, but that the C library keeps in case it is wanted again.
package enum UnusedMemory {
    private typealias Trim = @convention(c) (Int) -> CInt

    /// Gives it back to the system, where the C library can do that.
    ///
    /// Of what reading and scaling a dataset takes, glibc keeps as much as the dataset has, in each
    /// worker of a machine. Its `malloc_trim` is looked up, because others have none and Swift's
    /// module of glibc does not name it.
    package static func giveBack() {
        guard let address = unsafe dlsym(nil, "malloc_trim") else { return }
        _ = unsafe unsafeBitCast(address, to: Trim.self)(0)
    }
}
