/// Why dispatch cannot be measured.
package enum DispatchError: Error, CustomStringConvertible {
    /// The workers need more open files than the process may have.
    case fewDescriptors(needed: Int, limit: Int)

    /// Says what is needed and what to do.
    package var description: String {
        switch self {
        case .fewDescriptors(let needed, let limit):
            """
            these workers need \(needed) open files, and this process may have \(limit): use \
            fewer workers, or raise the limit (ulimit -n \(needed))
            """
        }
    }
}
