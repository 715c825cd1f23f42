/// Which parameters of a schedule are told to a person.
package enum ParameterListing: Hashable, Sendable {
    /// Those that the study varies; the others are only counted.
    case searched
    /// All of them.
    case all

    /// Lists all where that is wanted.
    package init(all: Bool) {
        self = all ? .all : .searched
    }
}
