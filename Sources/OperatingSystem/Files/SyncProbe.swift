import Glibc

/// Measures how long a disk takes to make data durable; every turn of a coordinator waits for that.
package enum SyncProbe {
    private static let rounds = 31

    /// The median time (ms) to append 64 KiB to a file and sync it.
    package static func milliseconds(in folder: String) throws(FileError) -> Double {
        let path = "\(folder)/sync-probe"
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .unwritable(path: path, reason: SystemError.latest)
        }
        defer {
            close(descriptor)
            unsafe unlink(path)
        }
        let block = [UInt8](repeating: 1, count: 64 << 10)
        let times = (0..<rounds).map { _ in
            _ = unsafe write(descriptor, block, block.count)
            let began = SystemClock.seconds()
            fdatasync(descriptor)
            return (SystemClock.seconds() - began) * 1e3
        }
        return times.sorted()[rounds / 2]
    }
}
