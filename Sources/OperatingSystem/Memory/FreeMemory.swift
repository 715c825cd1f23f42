/// The memory of this machine that is available to programs.
package enum FreeMemory {
    /// The memory that is available now, without swapping (bytes); `nil` if the system does not
    /// say.
    ///
    /// Source: `MemAvailable` of proc_meminfo(5).
    package static func bytes() -> Int? {
        let text = try? FileBytes.read("/proc/meminfo", limit: .small("a file of the system"))
        let lines = String(decoding: text ?? [], as: UTF8.self).split(separator: "\n")
        let line = lines.first { $0.hasPrefix("MemAvailable:") }
        let words = line?.split(separator: " ") ?? []
        guard words.count == 3, words[2] == "kB" else { return nil }
        return Int(words[1]).map { $0 << 10 }
    }
}
