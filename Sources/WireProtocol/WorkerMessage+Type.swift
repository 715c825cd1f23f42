extension WorkerMessage {
    /// The value of the key `type`.
    package var type: String {
        switch self {
        case .hello: "hello"
        case .progress: "progress"
        case .report: "report"
        case .release: "release"
        case .fetch: "fetch"
        case .goodbye: "goodbye"
        }
    }
}
