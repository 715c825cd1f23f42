/// How severe the faults of a run are.
package enum FaultLevel: String, CaseIterable, Hashable, Sendable {
    /// Nothing fails: messages only take time, and workers are asked to leave and come back.
    case calm
    /// The faults of a bad week: lost messages, crashes, a slow disk.
    case lossy
    /// Everything fails all the time.
    case hostile
}
