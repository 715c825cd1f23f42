/// The folder that the tests were built from.
enum Checkout {
    static let root: String = {
        let file = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return file.dropLast(3).joined(separator: "/")
    }()
}
