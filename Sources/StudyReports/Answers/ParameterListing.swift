/// Which parameters of a schedule are shown to the user.
package enum ParameterListing: Hashable, Sendable {
    /// The parameters that the study varies; the others are only counted.
    case searched
    /// All parameters.
    case all

    /// Shows all parameters, or only those that the study varies.
    package init(all: Bool) {
        self = all ? .all : .searched
    }
}
