import ArgumentParser
import StudyReports

/// Which parameters of a schedule a command shows.
struct ListingOptions: ParsableArguments {
    @Flag(help: "Show all parameters of the schedule, also those that are fixed.")
    var all = false

    /// The parameters that are shown.
    var listing: ParameterListing { ParameterListing(all: all) }
}
