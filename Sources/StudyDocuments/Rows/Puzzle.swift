/// The words after `generated:`.
enum Puzzle: String, CaseIterable {
    case twoSpirals = "two_spirals"
    case parity
    case exclusiveOr = "xor"

    /// The keys of `data:` that only this puzzle has.
    var keys: [String] {
        switch self {
        case .twoSpirals: ["points_per_arm"]
        case .parity: ["bits"]
        case .exclusiveOr: []
        }
    }
}
