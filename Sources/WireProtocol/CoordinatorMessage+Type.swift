extension CoordinatorMessage {
    /// The value of the key `type`.
    package var type: String {
        switch self {
        case .welcome: "welcome"
        case .identify: "identify"
        case .lease: "lease"
        case .acknowledge: "acknowledge"
        case .revoke: "revoke"
        case .cap: "cap"
        case .chunk: "chunk"
        case .drain: "drain"
        case .finished: "finished"
        case .refused: "refused"
        }
    }
}
