/// A bug that is planted in a run, to check that it is found.
package enum PlantedBug: String, CaseIterable, Hashable, Sendable {
    /// Acknowledgements are sent before the report is durable.
    case acknowledgesEarly
    /// Leases are sent before they are durable.
    case leasesEarly
    /// An older attempt renews the lease of a newer one.
    case dropsFence
    /// The disk loses the latest event in a crash, although it had reported it as durable.
    case forgetsLatest
    /// Workers are not told that the study is over.
    case keepsSilent
}
