import Dispatch
import Glibc
import OperatingSystem
import RowStorage
import Synchronization
import Testing

@Suite struct RowCacheTests {
    private let folder = "/tmp/espalier-rows-\(getpid())-\(DispatchTime.now().uptimeNanoseconds)"
    private let table = SharedRows((0..<9000).map { UInt8(truncatingIfNeeded: $0 &* 37) })

    private func path(_ name: String = "a") -> String { "\(folder)/\(name).rows" }

    private func remove() {
        for name in ["a", "b", "c"] { unsafe unlink(path(name)) }
        unsafe rmdir(folder)
    }

    private func inode(_ path: String) throws -> UInt {
        var status = stat()
        try #require(unsafe stat(path, &status) == 0)
        return status.st_ino
    }

    private func overwrite(_ path: String, with bytes: [UInt8]) throws {
        let descriptor = unsafe open(path, O_WRONLY | O_TRUNC)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        try #require(unsafe write(descriptor, bytes, bytes.count) == bytes.count)
    }

    @Test func `who comes second maps the file of the first`() throws {
        defer { remove() }
        let cache = RowCache(folder: folder)
        #expect(cache.share(table, as: "a") == .shared(table))
        let first = try inode(path())
        #expect(cache.share(table, as: "a") == .shared(table))
        #expect(try inode(path()) == first)
        var status = stat()
        #expect(unsafe stat(path(), &status) == 0 && status.st_mode & 0o777 == 0o600)
        #expect(unsafe stat(folder, &status) == 0 && status.st_mode & 0o777 == 0o700)
    }

    @Test func `tables of floats are shared as those of bytes are`() throws {
        defer { remove() }
        let floats = SharedRows((0..<3000).map { Float($0) / 7 })
        #expect(RowCache(folder: folder).share(floats, as: "b") == .shared(floats))
        var status = stat()
        #expect(unsafe stat(path("b"), &status) == 0 && status.st_size == 12_000)
    }

    @Test func `shared rows are those of a mapping of the file`() throws {
        defer { remove() }
        guard case .shared(let rows) = RowCache(folder: folder).share(table, as: "a")
        else {
            Issue.record("the table is not shared")
            return
        }
        let address = unsafe rows.withUnsafePointer { UInt(bitPattern: $0) }
        let maps = String(decoding: try FileBytes.read("/proc/self/maps"), as: UTF8.self)
        let line = maps.split(separator: "\n").first { $0.contains(path()) }
        let start = line?.split(separator: "-").first.flatMap { UInt($0, radix: 16) }
        #expect(start == address)
        #expect(line?.contains(" r--s ") == true)
    }

    @Test(arguments: [[], [1, 2, 3], Array(repeating: UInt8(0), count: 9000)])
    func `a file that was cut or changed is made anew`(damage: [UInt8]) throws {
        defer { remove() }
        let cache = RowCache(folder: folder)
        _ = cache.share(table, as: "a")
        let first = try inode(path())
        try overwrite(path(), with: damage)
        #expect(cache.share(table, as: "a") == .shared(table))
        #expect(try inode(path()) != first)
    }

    @Test func `a folder that cannot be made is named, with the reason`() throws {
        let cache = RowCache(folder: "/proc/espalier")
        guard case .alone(let reason) = cache.share(table, as: "a") else {
            Issue.record("the table is shared below /proc")
            return
        }
        #expect(reason.hasPrefix("/proc/espalier/a.rows"))
        #expect(reason.hasSuffix("(No such file or directory)"))
    }

    @Test func `eight that come at once share all the same`() throws {
        defer { remove() }
        let cache = RowCache(folder: folder)
        let outcomes = Mutex<[RowCache.Outcome<UInt8>]>([])
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            let outcome = cache.share(table, as: "a")
            outcomes.withLock { $0.append(outcome) }
        }
        #expect(outcomes.withLock { $0 } == Array(repeating: .shared(table), count: 8))
        let maps = String(decoding: try FileBytes.read("/proc/self/maps"), as: UTF8.self)
        #expect(maps.contains(path()) && !maps.contains("\(path()) (deleted)"))
    }

    @Test func `what was not used for longest goes when the files grow too large`() throws {
        defer { remove() }
        let cache = RowCache(folder: folder, mostBytes: 20_000)
        for (age, name) in ["b", "a"].enumerated() {
            _ = cache.share(table, as: name)
            let then = timespec(tv_sec: 1_000_000 - 1000 * age, tv_nsec: 0)
            try #require(unsafe utimensat(AT_FDCWD, path(name), [then, then], 0) == 0)
        }
        _ = cache.share(table, as: "c")
        let isThere = ["a", "b", "c"].map { unsafe access(path($0), F_OK) == 0 }
        #expect(isThere == [false, true, true])
    }
}
