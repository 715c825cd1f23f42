import Glibc

/// The machine that this code runs on.
package enum Machine {
    /// The number of its processor cores that are in use.
    package static var coreCount: Int {
        sysconf(Int32(_SC_NPROCESSORS_ONLN))
    }

    /// The name of its processor; `nil` if the system does not say.
    ///
    /// Source: `model name` of /proc/cpuinfo, proc_cpuinfo(5).
    package static var processorName: String? {
        let bytes = (try? FileBytes.read("/proc/cpuinfo")) ?? []
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let line = lines.first { $0.hasPrefix("model name") }
        return line?.split(separator: ":").last.map { String($0.drop { $0 == " " }) }
    }

    /// Its name in the network; `nil` if the system does not say.
    package static var hostName: String? {
        var bytes = [CChar](repeating: 0, count: 256)
        guard unsafe gethostname(&bytes, 255) == 0 else { return nil }
        return String(
            decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
