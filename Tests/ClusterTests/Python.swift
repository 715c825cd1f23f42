import FoundationEssentials

/// The Python that scripts/test prepares.
enum Python {
    static let path = ProcessInfo.processInfo.environment["ESPALIER_PYTHON"]

    /// Tells whether it can speak ZeroMQ.
    static func speaksZeroMQ() async throws -> Bool { try await has("zmq") }

    /// Tells whether it has modules, such as "zmq, optuna".
    static func has(_ modules: String) async throws -> Bool {
        guard let path else { return false }
        let folder = try TestFolder()
        let probe = try RunningProgram(
            [path, "-c", "import \(modules)"], name: "probe", in: folder)
        return try await probe.ended() == .success
    }
}
