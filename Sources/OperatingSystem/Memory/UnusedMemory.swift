import Glibc

/// Freed memory that the C library keeps for later use.
package enum UnusedMemory {
    private typealias Trim = @convention(c) (Int) -> CInt

    /// Returns it to the system, if the C library can do that.
    ///
    /// After reading and scaling a dataset, glibc keeps as much memory as the dataset needs, in
    /// each worker of a machine. The function `malloc_trim` is looked up at run time, because other
    /// C libraries do not have it and Swift's module of glibc does not declare it.
    package static func giveBack() {
        guard let address = unsafe dlsym(nil, "malloc_trim") else { return }
        _ = unsafe unsafeBitCast(address, to: Trim.self)(0)
    }
}
