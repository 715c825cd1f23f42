/// The kinds of sources of rows, each by the key of `data:` that it begins with.
enum SourceKind: String, CaseIterable {
    case file, train, images, generated

    /// The keys of `data:` that only this kind has, its own first.
    var keys: [String] {
        switch self {
        case .file: ["file"]
        case .train: ["train", "validation", "test"]
        case .images: ["images", "labels", "test_images", "test_labels"]
        case .generated: ["generated"]
        }
    }
}
