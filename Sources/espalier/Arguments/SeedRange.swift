import ArgumentParser

/// A range of seeds, written `A..B`, both included.
struct SeedRange: ExpressibleByArgument {
    let seeds: ClosedRange<UInt64>

    init(_ seeds: ClosedRange<UInt64>) {
        self.seeds = seeds
    }

    init?(argument: String) {
        let bounds = argument.split(separator: ".", omittingEmptySubsequences: true)
            .map { UInt64($0) }
        guard let first = bounds.first, let lower = first, let upper = bounds.last ?? nil,
            bounds.count <= 2, lower <= upper,
            bounds.count == 1 || argument == "\(lower)..\(upper)"
        else { return nil }
        seeds = lower...upper
    }
}
