/// The most bytes that are read of a file, with the message for a file that has more.
package struct FileLimit: Hashable, Sendable {
    /// The most bytes.
    package let bytes: Int
    /// What the file is, if such files are small; `nil` if the free memory sets the limit.
    package let kind: String?

    /// The share of the free memory that a file may fill: to read rows, lay them out, scale
    /// them and divide them among the parts of a split takes up to four copies at once.
    package static let shareOfMemory = 0.25
    /// The most bytes of a file that is written by hand.
    package static let smallBytes = 1 << 20

    /// A limit for files that are written by hand.
    ///
    /// - Parameter kind: what the file is, such as "a config".
    package static func small(_ kind: String) -> Self {
        Self(bytes: smallBytes, kind: kind)
    }

    /// A limit that leaves memory for the data made of the file.
    ///
    /// - Parameter free: the memory that is free (bytes); by default what the system says, and no
    ///   limit if it says nothing.
    package static func memory(free: Int? = FreeMemory.bytes()) -> Self {
        Self(bytes: free.map { Int(Double($0) * shareOfMemory) } ?? .max, kind: nil)
    }
}
