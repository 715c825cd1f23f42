/// Why dispatch cannot be measured.
package enum DispatchError: Error, CustomStringConvertible {
    /// So many workers need more open files than there may be.
    case fewDescriptors(needed: Int, limit: Int)

    /// Says what is needed and what to do.
    package var description: String {
        switch self {
        case .fewDescriptors(let needed, let limit):
            """
            so many workers need \(needed) open files, and this process may have \(limit): take \
            fewer, or raise the limit (ulimit -n \(needed))
            """
        }
    }
}
